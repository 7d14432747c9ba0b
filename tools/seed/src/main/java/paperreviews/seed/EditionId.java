package paperreviews.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import paperreviews.catalogue.Catalogue;
import paperreviews.catalogue.Sha256;
import paperreviews.search.PackedIndex;
import paperreviews.table.Item;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The id of an edition: a hash of everything that it puts into the table. The search index counts
 * by the form it is built in, since Lucene's bytes differ from build to build.
 */
final class EditionId {
  private final MessageDigest digest;

  private EditionId(MessageDigest digest) {
    this.digest = digest;
  }

  /** The id: 16 hexadecimal digits. */
  static String of(Catalogue catalogue) {
    var id = new EditionId(Sha256.start());
    id.add(PackedIndex.FORMAT);
    for (var concept : catalogue.concepts()) {
      id.add(concept.toString());
    }
    EditionItems.of("", catalogue).map(Item::attributes).forEach(id::add);
    return HexFormat.of().formatHex(id.digest.digest(), 0, 8);
  }

  private void add(Map<String, AttributeValue> attributes) {
    add("map of " + attributes.size());
    new TreeMap<>(attributes)
        .forEach(
            (name, value) -> {
              add(name);
              add(value);
            });
  }

  private void add(AttributeValue value) {
    switch (value.type()) {
      case S -> add("text " + value.s());
      case N -> add("number " + value.n());
      case M -> add(value.m());
      case L -> {
        add("list of " + value.l().size());
        value.l().forEach(this::add);
      }
      default -> throw new IllegalArgumentException("No item has a " + value.type());
    }
  }

  /** Adds a text with its length before it, so that two texts never pass for one. */
  private void add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
