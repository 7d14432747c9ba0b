package paperreviews.editions;

import java.util.HexFormat;
import java.util.List;
import paperreviews.editions.Inventory.Entry;
import paperreviews.model.Catalogue;
import paperreviews.model.Json;
import paperreviews.model.Sha256;
import paperreviews.search.index.PackedIndex;

/**
 * The id of an edition: a hash of its content. The search index counts by its format alone, since
 * Lucene's bytes differ from build to build.
 */
public final class EditionId {
  private EditionId() {}

  /** Returns the id: 16 hexadecimal digits. */
  public static String of(Catalogue catalogue) {
    return of(catalogue, Inventory.of(catalogue));
  }

  /** Returns the id of a catalogue with this inventory, whose order is part of the content. */
  static String of(Catalogue catalogue, List<Entry> inventory) {
    return hash(List.of(PackedIndex.FORMAT, catalogue.concepts(), inventory));
  }

  /** Returns the hash of a value as JSON: 16 hexadecimal digits. */
  static String hash(Object value) {
    var digest = Sha256.start();
    digest.update(Json.MAPPER.writeValueAsBytes(value));
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
