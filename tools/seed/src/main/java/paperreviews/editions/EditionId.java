package paperreviews.editions;

import paperreviews.model.Catalogue;
import paperreviews.search.index.PackedIndex;
import paperreviews.store.CatalogueItems;

/**
 * The id of an edition: a hash of everything that it puts into the table. The search index counts
 * by the form it is built in, since Lucene's bytes differ from build to build.
 */
public final class EditionId {
  private EditionId() {}

  /** The id: 16 hexadecimal digits. */
  public static String of(Catalogue catalogue) {
    var hash = new ContentHash().add(PackedIndex.FORMAT);
    for (var concept : catalogue.concepts()) {
      hash.add(concept.toString());
    }
    CatalogueItems.of("", catalogue).forEachOrdered(item -> hash.add(item.attributes()));
    return hash.end();
  }
}
