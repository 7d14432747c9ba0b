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
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import paperreviews.model.Language;
import paperreviews.search.index.AuthorValue;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperColumns;
import paperreviews.search.index.ValueColumn;
import paperreviews.search.result.Facets.ArticleCount;
import paperreviews.search.result.Facets.AuthorCount;
import paperreviews.search.result.Facets.KeywordCount;
import paperreviews.search.result.Facets.SectionCount;
import paperreviews.search.result.Facets.YearCount;

/** Counts matches by section, article, year, keyword and author. The index has one segment. */
final class FacetCounter implements CollectorManager<FacetCounter.Counting, Facets> {
  private static final int MAX_FEW = 1000;

  private final CatalogueOutline outline;
  private final PaperColumns columns;
  private final PaperFilter filter;
  private final SortedSetDocValues keywordValues;
  private final int[] sections;
  private final int[] articles;

  /** Of each article, whatever year is filtered by. */
  private final int[] articlesOfAnyYear;

  private final int[] keywords;
  private final SortedSetDocValues authorValues;
  private final int[] authors;
  private final int limit;

  /** The papers whose keywords and authors are counted. */
  private final FixedBitSet keywordPapers;

  private final FixedBitSet authorPapers;

  FacetCounter(
      CatalogueOutline outline,
      PaperColumns columns,
      SortedSetDocValues keywordValues,
      SortedSetDocValues authorValues,
      PaperFilter filter,
      int limit) {
    this.outline = outline;
    this.columns = columns;
    this.filter = filter;
    this.limit = limit;
    this.keywordValues = keywordValues;
    this.sections = new int[outline.sections().size()];
    this.articles = new int[outline.articles().size()];
    this.articlesOfAnyYear = new int[articles.length];
    this.keywords = new int[Math.toIntExact(keywordValues.getValueCount())];
    this.authorValues = authorValues;
    this.authors = new int[Math.toIntExact(authorValues.getValueCount())];
    this.keywordPapers = new FixedBitSet(columns.section().length);
    this.authorPapers = new FixedBitSet(columns.section().length);
  }

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public Facets reduce(Collection<Counting> collectors) throws IOException {
    return new Facets(
        mostFrequent(sections, IntStream.range(0, sections.length), filter::namesSection).stream()
            .map(n -> new SectionCount(outline.sections().get(n), sections[n]))
            .toList(),
        mostFrequent(articles, IntStream.range(0, articles.length), filter::namesArticle).stream()
            .map(n -> new ArticleCount(outline.articles().get(n), articles[n]))
            .toList(),
        yearCounts(),
        keywordCounts(),
        authorCounts());
  }

  /** The latest years, and the one that is filtered by. */
  private List<YearCount> yearCounts() {
    var counts = new TreeMap<Integer, Integer>(Comparator.reverseOrder());
    for (int n = 0; n < articlesOfAnyYear.length; n++) {
      counts.merge(outline.articles().get(n).year(), articlesOfAnyYear[n], Integer::sum);
    }
    counts.values().removeIf(count -> count == 0);
    var latest = counts.keySet().stream().limit(limit).toList();
    counts.keySet().removeIf(year -> !latest.contains(year) && !filter.namesYear(year));
    return counts.entrySet().stream()
        .map(entry -> new YearCount(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The most frequent keywords of each language, and those that the filter names. */
  private List<KeywordCount> keywordCounts() throws IOException {
    var counted = new TreeMap<KeywordValue, Integer>(KeywordValue.BY_KEY);
    int english = ordinalFrom(KeywordValue.first(Language.EN));
    int japanese = ordinalFrom(KeywordValue.first(Language.JA));
    if (areFew(keywordPapers)
        || filter.namesKeywords()
        || !isFull(keywords, english, japanese)
        || !isFull(keywords, japanese, keywords.length)) {
      addRare(columns.keywords(), keywordPapers, keywords);
    }
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
        counted(
            columns.keywords(),
            keywordPapers,
            ordinalFrom(KeywordValue.first(language)),
            ordinalFrom(KeywordValue.end(language))),
        filter::namesKeyword);
  }

  /** The most frequent authors, and the one that the filter names; of equal counts by name. */
  private List<AuthorCount> authorCounts() throws IOException {
    if (areFew(authorPapers) || filter.namesAuthors() || !isFull(authors, 0, authors.length)) {
      addRare(columns.authors(), authorPapers, authors);
    }
    var counts = new ArrayList<AuthorCount>();
    for (int ordinal :
        mostFrequent(
            authors,
            counted(columns.authors(), authorPapers, 0, authors.length),
            filter::namesAuthor)) {
      counts.add(
          new AuthorCount(
              AuthorValue.of(authorValues.lookupOrd(ordinal)).name(), authors[ordinal]));
    }
    counts.sort(Comparator.comparingInt(AuthorCount::count).reversed());
    return counts;
  }

  /** Whether so many values of a range are counted that no rare value can be among the first. */
  private boolean isFull(int[] counts, int first, int end) {
    int frequent = 0;
    for (int ordinal = first; ordinal < end && frequent < limit; ordinal++) {
      frequent += counts[ordinal] > ValueColumn.MAX_RARE ? 1 : 0;
    }
    return frequent == limit;
  }

  /** Few papers have few values, among all that there are. */
  private static boolean areFew(FixedBitSet papers) {
    return papers.cardinality() <= MAX_FEW;
  }

  /** The ordinals in a range that may be counted. */
  private static IntStream counted(ValueColumn column, FixedBitSet papers, int first, int end) {
    return areFew(papers)
        ? documents(papers)
            .flatMap(column::of)
            .filter(ordinal -> first <= ordinal && ordinal < end)
            .sorted()
            .distinct()
        : IntStream.range(first, end);
  }

  private static IntStream documents(FixedBitSet papers) {
    return IntStream.iterate(
        papers.nextSetBit(0),
        document -> document != DocIdSetIterator.NO_MORE_DOCS,
        document ->
            document + 1 < papers.length()
                ? papers.nextSetBit(document + 1)
                : DocIdSetIterator.NO_MORE_DOCS);
  }

  private static void addRare(ValueColumn column, FixedBitSet papers, int[] counts) {
    documents(papers).forEach(document -> column.countRare(document, counts));
  }

  /** Returns the ordinals in a range with the highest counts, and those that are always shown. */
  private Set<Integer> mostFrequent(int[] counts, IntStream ordinals, IntPredicate isAlwaysShown) {
    var rarestFirst =
        new PriorityQueue<Integer>(
            (one, other) ->
                counts[one] != counts[other]
                    ? Integer.compare(counts[one], counts[other])
                    : Integer.compare(other, one));
    // In their own order, since Lucene compresses neighbours together.
    var shown = new TreeSet<Integer>();
    for (int ordinal : ordinals.filter(each -> counts[each] > 0).toArray()) {
      int count = counts[ordinal];
      if (count > 0 && isAlwaysShown.test(ordinal)) {
        shown.add(ordinal);
      }
      boolean isFull = rarestFirst.size() == limit;
      if (count > 0 && (!isFull || limit > 0 && count > counts[rarestFirst.peek()])) {
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
      int section = columns.section()[document];
      int article = outline.articleOf()[section];
      boolean inYear = filter.inYear(document);
      boolean inSection = filter.inSection(document);
      boolean inArticle = filter.inArticle(document);
      boolean hasKeyword = filter.hasKeyword(document);
      boolean hasAuthor = filter.hasAuthor(document);
      if (inSection && inArticle && hasKeyword && hasAuthor) {
        articlesOfAnyYear[article]++;
      }
      if (!inYear) {
        return;
      }
      if (inArticle && hasKeyword && hasAuthor) {
        sections[section]++;
      }
      if (inSection && hasKeyword && hasAuthor) {
        articles[article]++;
      }
      if (inSection && inArticle && hasAuthor) {
        columns.keywords().countFrequent(document, keywords);
        keywordPapers.set(document);
      }
      if (inSection && inArticle && hasKeyword) {
        columns.authors().countFrequent(document, authors);
        authorPapers.set(document);
      }
    }
  }
}
