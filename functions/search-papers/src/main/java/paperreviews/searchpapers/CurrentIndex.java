package paperreviews.searchpapers;

import java.time.Duration;
import java.util.Optional;
import paperreviews.model.Edition;
import paperreviews.search.SearchIndex;
import paperreviews.store.Table;

/** The search index of the edition that was last searched, read once for each edition. */
final class CurrentIndex {
  private final Table table;
  private String edition = "";
  private SearchIndex index;
  private Optional<Duration> loadTime = Optional.empty();

  CurrentIndex(Table table) {
    this.table = table;
  }

  /** The index of an edition. */
  synchronized SearchIndex of(Edition wanted) {
    if (!edition.equals(wanted.id())) {
      long started = System.nanoTime();
      index = SearchIndex.open(IndexReader.read(table, wanted));
      edition = wanted.id();
      loadTime = Optional.of(Duration.ofNanos(System.nanoTime() - started));
    }
    return index;
  }

  /** How long it took to load an index, if one was loaded since this was last asked. */
  synchronized Optional<Duration> takeLoadTime() {
    var taken = loadTime;
    loadTime = Optional.empty();
    return taken;
  }
}
