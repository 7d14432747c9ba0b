package paperreviews.editions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import paperreviews.model.Sha256;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A hash of texts and of items' attributes, whatever the order of the attributes. */
final class ContentHash {
  private final MessageDigest digest = Sha256.start();

  ContentHash add(Map<String, AttributeValue> attributes) {
    add("map of " + attributes.size());
    new TreeMap<>(attributes)
        .forEach(
            (name, value) -> {
              add(name);
              add(value);
            });
    return this;
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
      default -> throw new IllegalArgumentException("No content has a " + value.type());
    }
  }

  /** Adds a text with its length before it, so that two texts never pass for one. */
  ContentHash add(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  /** The hash of what was added: 16 hexadecimal digits. It ends here. */
  String end() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
