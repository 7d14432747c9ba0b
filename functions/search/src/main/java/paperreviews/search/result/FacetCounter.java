package paperreviews.search.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Language;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperColumns;
import paperreviews.search.result.Facets.ArticleCount;
import paperreviews.search.result.Facets.KeywordCount;
import paperreviews.search.result.Facets.SectionCount;

/** Counts matches by section, article and keyword. The index has one segment. */
final class FacetCounter implements CollectorManager<FacetCounter.Counting, Facets> {
  private final CatalogueOutline outline;
  private final PaperColumns columns;
  private final PaperFilter filter;
  private final SortedSetDocValues keywordValues;
  private final int[] sections;
  private final int[] articles;
  private final int[] keywords;

  FacetCounter(
      CatalogueOutline outline,
      PaperColumns columns,
      SortedSetDocValues keywordValues,
      PaperFilter filter) {
    this.outline = outline;
    this.columns = columns;
    this.filter = filter;
    this.keywordValues = keywordValues;
    this.sections = new int[outline.sections().size()];
    this.articles = new int[outline.articles().size()];
    this.keywords = new int[Math.toIntExact(keywordValues.getValueCount())];
  }

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public Facets reduce(Collection<Counting> collectors) throws IOException {
    return new Facets(
        IntStream.range(0, sections.length)
            .filter(n -> sections[n] > 0)
            .mapToObj(n -> new SectionCount(outline.sections().get(n), sections[n]))
            .toList(),
        IntStream.range(0, articles.length)
            .filter(n -> articles[n] > 0)
            .mapToObj(n -> new ArticleCount(outline.articles().get(n), articles[n]))
            .toList(),
        keywordCounts());
  }

  /** The most frequent keywords of each language, and those that the filter names. */
  private List<KeywordCount> keywordCounts() throws IOException {
    var counted = new TreeMap<KeywordValue, Integer>(KeywordValue.BY_KEY);
    for (var language : Language.values()) {
      for (int ordinal : shown(language)) {
        // Few are looked up, since that takes far longer than to count them.
        counted.put(KeywordValue.of(keywordValues.lookupOrd(ordinal)), keywords[ordinal]);
      }
    }
    var counts = new ArrayList<KeywordCount>();
    counted.forEach(
        (keyword, count) ->
            counts.add(new KeywordCount(keyword.text(), keyword.language(), count)));
    counts.sort(Comparator.comparingInt(KeywordCount::count).reversed());
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
      boolean isFull = rarestFirst.size() == Facets.MAX_KEYWORDS;
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

  /** Counts for each facet what passes the filters of the others. */
  final class Counting extends SimpleCollector {
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public void collect(int document) {
      if (!filter.inYear(document)) {
        return;
      }
      int section = columns.section()[document];
      boolean inSection = filter.inSection(document);
      boolean inArticle = filter.inArticle(document);
      boolean hasKeyword = filter.hasKeyword(document);
      if (inArticle && hasKeyword) {
        sections[section]++;
      }
      if (inSection && hasKeyword) {
        articles[outline.articleOf()[section]]++;
      }
      if (inSection && inArticle) {
        int end = columns.firstKeyword()[document + 1];
        for (int n = columns.firstKeyword()[document]; n < end; n++) {
          keywords[columns.keywords()[n]]++;
        }
      }
    }
  }
}
