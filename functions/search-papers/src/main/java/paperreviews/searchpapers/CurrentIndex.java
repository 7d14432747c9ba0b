package paperreviews.searchpapers;

import paperreviews.catalogue.Edition;
import paperreviews.search.PackedIndex;
import paperreviews.search.SearchIndex;
import paperreviews.table.Table;

/** The search index of the edition that was last searched, read once for each edition. */
final class CurrentIndex {
  private final Table table;
  private String edition = "";
  private SearchIndex index;

  CurrentIndex(Table table) {
    this.table = table;
  }

  /** The index of an edition. */
  synchronized SearchIndex of(Edition wanted) {
    if (!edition.equals(wanted.id())) {
      index = SearchIndex.open(PackedIndex.read(table, wanted));
      edition = wanted.id();
    }
    return index;
  }
}
