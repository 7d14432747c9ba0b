package paperreviews.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Language;
import paperreviews.search.SearchResult.ArticleCount;
import paperreviews.search.SearchResult.KeywordCount;
import paperreviews.search.SearchResult.SectionCount;

/**
 * Filters the matches, counts them by section, article and keyword, and keeps the best, in one go.
 * The filter of a facet does not narrow its own counts: they say what another choice would give.
 * The index has one segment, so there is one collector.
 */
final class FacetCounter implements CollectorManager<FacetCounter.Counting, TopDocs> {
  private final Outline outline;
  private final PaperNumbers papers;
  private final Filter filter;
  private final TopScoreDocCollectorManager top;
  private final int[] sections;
  private final int[] articles;
  private final int[] keywords;
  private final SortedSetDocValues keywordValues;
  private int total;

  /**
   * Keeps the best matches.
   *
   * @param papers what the papers belong to
   * @param keywords all keywords, by their ordinals
   * @param limit how many matches are kept at most
   * @param after the match after which to begin, or null
   */
  FacetCounter(
      Outline outline,
      PaperNumbers papers,
      SortedSetDocValues keywords,
      Filter filter,
      int limit,
      ScoreDoc after) {
    this.outline = outline;
    this.papers = papers;
    this.filter = filter;
    this.top = new TopScoreDocCollectorManager(limit, after, Integer.MAX_VALUE);
    this.sections = new int[outline.sections().size()];
    this.articles = new int[outline.articles().size()];
    this.keywords = new int[Math.toIntExact(keywords.getValueCount())];
    this.keywordValues = keywords;
  }

  /** How many matches the filter takes. */
  int total() {
    return total;
  }

  List<SectionCount> sections() {
    var counted = new ArrayList<SectionCount>();
    for (int n = 0; n < sections.length; n++) {
      if (sections[n] > 0) {
        counted.add(new SectionCount(outline.sections().get(n), sections[n]));
      }
    }
    return counted;
  }

  List<ArticleCount> articles() {
    var counted = new ArrayList<ArticleCount>();
    for (int n = 0; n < articles.length; n++) {
      if (articles[n] > 0) {
        counted.add(new ArticleCount(outline.articles().get(n), articles[n]));
      }
    }
    return counted;
  }

  /** The most frequent keywords of each language, and those that are asked for by name. */
  List<KeywordCount> keywords() throws IOException {
    var counted = new TreeMap<KeywordValue, Integer>(KeywordValue.BY_KEY);
    for (var language : Language.values()) {
      for (int ordinal : shown(language)) {
        // Few are looked up, since that takes far longer than to count them.
        counted.put(KeywordValue.of(keywordValues.lookupOrd(ordinal)), keywords[ordinal]);
      }
    }
    var counts = new ArrayList<KeywordCount>();
    for (var entry : counted.entrySet()) {
      var keyword = entry.getKey();
      counts.add(new KeywordCount(keyword.text(), keyword.language().tag(), entry.getValue()));
    }
    counts.sort((one, other) -> Integer.compare(other.count(), one.count()));
    return counts;
  }

  private Set<Integer> shown(Language language) throws IOException {
    int first = ordinalFrom(KeywordValue.first(language));
    int end = ordinalFrom(KeywordValue.end(language));
    var rarestFirst =
        new PriorityQueue<Integer>(
            (one, other) ->
                keywords[one] != keywords[other]
                    ? Integer.compare(keywords[one], keywords[other])
                    : Integer.compare(other, one));
    // In their own order, since neighbours are kept compressed together.
    var shown = new TreeSet<Integer>();
    for (int ordinal = first; ordinal < end; ordinal++) {
      int count = keywords[ordinal];
      if (count > 0 && filter.names(ordinal)) {
        shown.add(ordinal);
      }
      boolean isFull = rarestFirst.size() == SearchResult.MOST_KEYWORDS;
      if (count > 0 && (!isFull || count > keywords[rarestFirst.peek()])) {
        if (isFull) {
          rarestFirst.poll();
        }
        rarestFirst.add(ordinal);
      }
    }
    shown.addAll(rarestFirst);
    return shown;
  }

  private int ordinalFrom(BytesRef least) throws IOException {
    return (int) KeywordValue.ordinalFrom(keywordValues, least);
  }

  @Override
  public Counting newCollector() {
    return new Counting(top.newCollector());
  }

  @Override
  public TopDocs reduce(Collection<Counting> collectors) throws IOException {
    var kept = new ArrayList<TopScoreDocCollector>();
    for (var collector : collectors) {
      kept.add(collector.kept);
    }
    return top.reduce(kept);
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
      return new FilterLeafCollector(kept.getLeafCollector(segment)) {
        @Override
        public void collect(int document) throws IOException {
          int section = papers.section()[document];
          int article = outline.articleOf()[section];
          int first = papers.firstKeyword()[document];
          int end = papers.firstKeyword()[document + 1];
          boolean inKeyword = filter.takesAnyKeyword();
          for (int n = first; n < end && !inKeyword; n++) {
            inKeyword = filter.names(papers.keywords()[n]);
          }
          if (!filter.year()[article]) {
            return;
          }
          boolean inSection = filter.section()[section];
          boolean inArticle = filter.article()[article];
          if (inArticle && inKeyword) {
            sections[section]++;
          }
          if (inSection && inKeyword) {
            articles[article]++;
          }
          if (inSection && inArticle) {
            for (int n = first; n < end; n++) {
              keywords[papers.keywords()[n]]++;
            }
          }
          if (inSection && inArticle && inKeyword) {
            total++;
            in.collect(document);
          }
        }
      };
    }
  }
}
