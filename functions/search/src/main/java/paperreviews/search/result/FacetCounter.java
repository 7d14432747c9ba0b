package paperreviews.search.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import paperreviews.search.index.AuthorValue;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperColumns;
import paperreviews.search.result.Facets.ArticleCount;
import paperreviews.search.result.Facets.AuthorCount;
import paperreviews.search.result.Facets.KeywordCount;
import paperreviews.search.result.Facets.SectionCount;
import paperreviews.search.result.Facets.YearCount;
import paperreviews.search.result.ValueCounter.MostFrequent;

/** Counts matches by section, article, year, keyword and author. The index has one segment. */
final class FacetCounter implements CollectorManager<FacetCounter.Counting, Facets> {
  private final CatalogueOutline outline;
  private final PaperColumns columns;
  private final PaperFilter filter;
  private final SortedSetDocValues keywordValues;
  private final SortedSetDocValues authorValues;
  private final int limit;
  private final int[] sections;
  private final int[] articles;

  /** Of each article, whatever year is filtered by. */
  private final int[] articlesOfAnyYear;

  private final ValueCounter keywords;
  private final ValueCounter authors;
  private int total;

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
    this.authorValues = authorValues;
    this.sections = new int[outline.sections().size()];
    this.articles = new int[outline.articles().size()];
    this.articlesOfAnyYear = new int[articles.length];
    int papers = columns.section().length;
    this.keywords =
        new ValueCounter(columns.keywords(), filter.namesKeywords(), filter::namesKeyword, papers);
    this.authors =
        new ValueCounter(columns.authors(), filter.namesAuthors(), filter::namesAuthor, papers);
  }

  /** How many papers pass all filters. */
  int total() {
    return total;
  }

  @Override
  public Counting newCollector() {
    return new Counting();
  }

  @Override
  public Facets reduce(Collection<Counting> collectors) throws IOException {
    return new Facets(
        mostFrequent(sections, filter::namesSection)
            .map(n -> new SectionCount(outline.sections().get(n), sections[n]))
            .toList(),
        mostFrequent(articles, filter::namesArticle)
            .map(n -> new ArticleCount(outline.articles().get(n), articles[n]))
            .toList(),
        yearCounts(),
        keywordCounts(),
        authorCounts());
  }

  private Stream<Integer> mostFrequent(int[] counts, IntPredicate isNamed) {
    return MostFrequent.of(counts, limit, isNamed).stream();
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
    int japanese = columns.firstJapanese();
    var shown = keywords.mostFrequent(0, japanese, limit);
    shown.addAll(keywords.mostFrequent(japanese, columns.keywords().count(), limit));
    var counted = new TreeMap<KeywordValue, Integer>(KeywordValue.BY_KEY);
    for (int ordinal : shown) {
      counted.put(
          KeywordValue.of(columns.keywords().value(ordinal, keywordValues)),
          keywords.count(ordinal));
    }
    var counts = new ArrayList<KeywordCount>();
    counted.forEach(
        (keyword, count) ->
            counts.add(new KeywordCount(keyword.text(), keyword.language(), count)));
    counts.sort(Comparator.comparingInt(KeywordCount::count).reversed());
    return counts;
  }

  /** The most frequent authors, and the one that the filter names; of equal counts by name. */
  private List<AuthorCount> authorCounts() throws IOException {
    var counts = new ArrayList<AuthorCount>();
    for (int ordinal : authors.mostFrequent(0, columns.authors().count(), limit)) {
      var author = AuthorValue.of(columns.authors().value(ordinal, authorValues));
      counts.add(new AuthorCount(author.name(), authors.count(ordinal)));
    }
    counts.sort(Comparator.comparingInt(AuthorCount::count).reversed());
    return counts;
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
      if (inSection && inArticle && hasKeyword && hasAuthor) {
        total++;
      }
      if (inArticle && hasKeyword && hasAuthor) {
        sections[section]++;
      }
      if (inSection && hasKeyword && hasAuthor) {
        articles[article]++;
      }
      if (inSection && inArticle && hasAuthor) {
        keywords.add(document);
      }
      if (inSection && inArticle && hasKeyword) {
        authors.add(document);
      }
    }
  }
}
