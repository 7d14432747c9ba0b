package paperreviews.store;

import java.time.Instant;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.testing.Database;

/** A table with one edition. */
final class PublishedTable {
  private PublishedTable() {}

  /** Writes the articles, sections and papers of a catalogue, and makes them current. */
  static Edition publish(Database database, String table, Catalogue catalogue) {
    var edition =
        new Edition(
            "0123456789abcdef",
            "0123456789abcdef.1",
            Instant.parse("2026-01-02T03:04:05Z"),
            catalogue.articles().size(),
            catalogue.sections().size(),
            catalogue.papers().size(),
            catalogue.papers().getFirst().id());
    CatalogueItems.of(edition.buildId(), catalogue)
        .forEach(item -> database.put(table, item.attributes()));
    database.put(table, Item.of(Key.current(), edition).attributes());
    return edition;
  }
}
