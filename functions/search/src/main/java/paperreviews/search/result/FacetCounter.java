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
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Language;
import paperreviews.search.index.AuthorValue;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperColumns;
import paperreviews.search.result.Facets.ArticleCount;
import paperreviews.search.result.Facets.AuthorCount;
import paperreviews.search.result.Facets.KeywordCount;
import paperreviews.search.result.Facets.SectionCount;

/** Counts matches by section, article, keyword and author. The index has one segment. */
final class FacetCounter implements CollectorManager<FacetCounter.Counting, Facets> {
  private final CatalogueOutline outline;
  private final PaperColumns columns;
  private final PaperFilter filter;
  private final SortedSetDocValues keywordValues;
  private final int[] sections;
  private final int[] articles;
  private final int[] keywords;
  private final SortedSetDocValues authorValues;
  private final int[] authors;

  FacetCounter(
      CatalogueOutline outline,
      PaperColumns columns,
      SortedSetDocValues keywordValues,
      SortedSetDocValues authorValues,
      PaperFilter filter) {
    this.outline = outline;
    this.columns = columns;
    this.filter = filter;
    this.keywordValues = keywordValues;
    this.sections = new int[outline.sections().size()];
    this.articles = new int[outline.articles().size()];
    this.keywords = new int[Math.toIntExact(keywordValues.getValueCount())];
    this.authorValues = authorValues;
    this.authors = new int[Math.toIntExact(authorValues.getValueCount())];
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
        keywordCounts(),
        authorCounts());
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
    return mostFrequent(
        keywords,
        ordinalFrom(KeywordValue.first(language)),
        ordinalFrom(KeywordValue.end(language)),
        filter::namesKeyword);
  }

  /** The most frequent authors, and the one that the filter names; of equal counts by name. */
  private List<AuthorCount> authorCounts() throws IOException {
    var counts = new ArrayList<AuthorCount>();
    for (int ordinal : mostFrequent(authors, 0, authors.length, filter::namesAuthor)) {
      counts.add(
          new AuthorCount(
              AuthorValue.of(authorValues.lookupOrd(ordinal)).name(), authors[ordinal]));
    }
    counts.sort(Comparator.comparingInt(AuthorCount::count).reversed());
    return counts;
  }

  /** Returns the ordinals in a range with the highest counts, and those that are always shown. */
  private static Set<Integer> mostFrequent(
      int[] counts, int first, int end, IntPredicate isAlwaysShown) {
    var rarestFirst =
        new PriorityQueue<Integer>(
            (one, other) ->
                counts[one] != counts[other]
                    ? Integer.compare(counts[one], counts[other])
                    : Integer.compare(other, one));
    // In their own order, since Lucene compresses neighbours together.
    var shown = new TreeSet<Integer>();
    for (int ordinal = first; ordinal < end; ordinal++) {
      int count = counts[ordinal];
      if (count > 0 && isAlwaysShown.test(ordinal)) {
        shown.add(ordinal);
      }
      boolean isFull = rarestFirst.size() == Facets.MAX_VALUES;
      if (count > 0 && (!isFull || count > counts[rarestFirst.peek()])) {
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
      boolean hasAuthor = filter.hasAuthor(document);
      if (inArticle && hasKeyword && hasAuthor) {
        sections[section]++;
      }
      if (inSection && hasKeyword && hasAuthor) {
        articles[outline.articleOf()[section]]++;
      }
      if (inSection && inArticle && hasAuthor) {
        columns.keywords().count(document, keywords);
      }
      if (inSection && inArticle && hasKeyword) {
        columns.authors().count(document, authors);
      }
    }
  }
}
