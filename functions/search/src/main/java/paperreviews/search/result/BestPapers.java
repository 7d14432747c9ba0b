package paperreviews.search.result;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Keeps the best of the matches that pass a filter, and skips what cannot be among them. Of equal
 * scores the first in the index comes first, which is the catalogue's order.
 */
final class BestPapers implements CollectorManager<BestPapers.Keeping, TopDocs> {
  private final PaperFilter filter;
  private final TopScoreDocCollectorManager best;

  /**
   * Keeps the best matches.
   *
   * @param limit how many are kept at most
   * @param after the match after which to begin
   */
  BestPapers(PaperFilter filter, int limit, Optional<ScoreDoc> after) {
    this.filter = filter;
    this.best = new TopScoreDocCollectorManager(limit, after.orElse(null), limit);
  }

  @Override
  public Keeping newCollector() {
    return new Keeping(best.newCollector());
  }

  @Override
  public TopDocs reduce(Collection<Keeping> collectors) throws IOException {
    return best.reduce(List.copyOf(collectors.stream().map(Keeping::best).toList()));
  }

  final class Keeping implements Collector {
    private final TopScoreDocCollector kept;

    private Keeping(TopScoreDocCollector kept) {
      this.kept = kept;
    }

    private TopScoreDocCollector best() {
      return kept;
    }

    @Override
    public ScoreMode scoreMode() {
      return kept.scoreMode();
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
      return new FilterLeafCollector(kept.getLeafCollector(segment)) {
        @Override
        public void collect(int document) throws IOException {
          if (filter.passes(document)) {
            super.collect(document);
          }
        }
      };
    }
  }
}
