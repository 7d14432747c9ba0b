package paperreviews.searchpapers;

import paperreviews.api.RequestLog;
import paperreviews.model.Edition;
import paperreviews.search.SearchIndex;
import paperreviews.store.Table;

/** The search index of the edition that was searched last, read once for each edition. */
final class CurrentIndex {
  private final Table table;
  private String editionId = "";
  private SearchIndex index;

  CurrentIndex(Table table) {
    this.table = table;
  }

  /** Returns the index of an edition. */
  synchronized SearchIndex of(Edition edition) {
    if (!editionId.equals(edition.id())) {
      long started = System.nanoTime();
      index = SearchIndex.open(IndexReader.read(table, edition));
      editionId = edition.id();
      RequestLog.current()
          .metric(
              "indexLoadMs",
              Math.round((System.nanoTime() - started) / 10_000.0) / 100.0,
              "Milliseconds");
    }
    return index;
  }
}
