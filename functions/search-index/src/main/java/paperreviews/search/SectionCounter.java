package paperreviews.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
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
 * Counts the matches of each section and keeps the best of one section, or of all, in one go. The
 * index has one segment, so there is one collector.
 */
final class SectionCounter implements CollectorManager<SectionCounter.Counting, TopDocs> {
  /** Stands for every section. */
  static final int ALL = -1;

  /** Stands for a section that is not there. */
  static final int NONE = -2;

  private final int[] counts;
  private final int wanted;
  private final TopScoreDocCollectorManager top;

  /**
   * Keeps the best matches.
   *
   * @param sections how many sections there are
   * @param wanted the ordinal of the section whose matches are kept, {@link #ALL} or {@link #NONE}
   * @param limit how many are kept at most
   * @param after the match after which to begin, or null
   */
  SectionCounter(int sections, int wanted, int limit, ScoreDoc after) {
    this.counts = new int[sections];
    this.wanted = wanted;
    this.top = new TopScoreDocCollectorManager(limit, after, Integer.MAX_VALUE);
  }

  /** How many matches each section has, by its ordinal. */
  int[] counts() {
    return counts;
  }

  @Override
  public Counting newCollector() {
    return new Counting(top.newCollector());
  }

  @Override
  public TopDocs reduce(Collection<Counting> collectors) throws IOException {
    return top.reduce(collectors.stream().map(collector -> collector.kept).toList());
  }

  final class Counting implements Collector {
    private final TopScoreDocCollector kept;

    private Counting(TopScoreDocCollector kept) {
      this.kept = kept;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
      SortedDocValues ordinals = segment.reader().getSortedDocValues(PaperDocument.SECTION);
      return new FilterLeafCollector(kept.getLeafCollector(segment)) {
        @Override
        public void collect(int document) throws IOException {
          ordinals.advance(document);
          counts[ordinals.ordValue()]++;
          if (wanted == ALL || wanted == ordinals.ordValue()) {
            in.collect(document);
          }
        }
      };
    }
  }
}
