package paperreviews.search.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import paperreviews.search.index.AuthorValue;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperColumns;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.PaperSet;
import paperreviews.search.index.ValueColumn;
import paperreviews.search.result.Facets.ArticleCount;
import paperreviews.search.result.Facets.AuthorCount;
import paperreviews.search.result.Facets.KeywordCount;
import paperreviews.search.result.Facets.SectionCount;
import paperreviews.search.result.Facets.YearCount;
import paperreviews.search.result.PaperFilter.Facet;
import paperreviews.search.result.ValueCounter.MostFrequent;

/** Counts papers by section, article, year, keyword and author. */
final class FacetCounter {
  private final PaperSet found;
  private final PaperSet passing;
  private final PaperFilter filter;
  private final int limit;
  private final CatalogueOutline outline;
  private final PaperColumns columns;
  private final SortedSetDocValues keywordValues;
  private final SortedSetDocValues authorValues;

  /**
   * Counts what passes, for each facet, the filters of the others.
   *
   * @param found what to count
   * @param passing those of them that pass all filters
   * @param limit how many values of each facet to give at most
   */
  FacetCounter(PaperIndex index, PaperSet found, PaperSet passing, PaperFilter filter, int limit)
      throws IOException {
    this.found = found;
    this.passing = passing;
    this.filter = filter;
    this.limit = limit;
    this.outline = index.outline();
    this.columns = index.columns();
    this.keywordValues = DocValues.getSortedSet(index.segment(), PaperDocument.KEYWORD);
    this.authorValues = DocValues.getSortedSet(index.segment(), PaperDocument.AUTHOR);
  }

  Facets count() throws IOException {
    var ofPassing = sections(passing);
    var sections = sections(Facet.SECTION, ofPassing);
    var articles = articles(sections(Facet.ARTICLE, ofPassing));
    var articlesOfAnyYear = articles(sections(Facet.YEAR, ofPassing));
    return new Facets(
        mostFrequent(sections, filter::namesSection)
            .map(n -> new SectionCount(outline.sections().get(n), sections[n]))
            .toList(),
        mostFrequent(articles, filter::namesArticle)
            .map(n -> new ArticleCount(outline.articles().get(n), articles[n]))
            .toList(),
        years(articlesOfAnyYear),
        keywordCounts(),
        authorCounts());
  }

  private int[] sections(Facet facet, int[] ofPassing) {
    return filter.has(facet) ? sections(papers(facet)) : ofPassing;
  }

  private int[] sections(PaperSet papers) {
    var counts = new int[outline.sections().size()];
    papers.forEach(paper -> counts[columns.section()[paper]]++);
    return counts;
  }

  private int[] articles(int[] sections) {
    var counts = new int[outline.articles().size()];
    for (int section = 0; section < sections.length; section++) {
      counts[outline.articleOf()[section]] += sections[section];
    }
    return counts;
  }

  private Stream<Integer> mostFrequent(int[] counts, IntPredicate isNamed) {
    return MostFrequent.of(counts, limit, isNamed).stream();
  }

  /** The latest years, and the one that is filtered by. */
  private List<YearCount> years(int[] articles) {
    var counts = new TreeMap<Integer, Integer>(Comparator.reverseOrder());
    for (int n = 0; n < articles.length; n++) {
      counts.merge(outline.articles().get(n).year(), articles[n], Integer::sum);
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
    var keywords = counter(Facet.KEYWORD, columns.keywords(), filter::namesKeyword);
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
    var authors = counter(Facet.AUTHOR, columns.authors(), filter::namesAuthor);
    var counts = new ArrayList<AuthorCount>();
    for (int ordinal : authors.mostFrequent(0, columns.authors().count(), limit)) {
      var author = AuthorValue.of(columns.authors().value(ordinal, authorValues));
      counts.add(new AuthorCount(author.name(), authors.count(ordinal)));
    }
    counts.sort(Comparator.comparingInt(AuthorCount::count).reversed());
    return counts;
  }

  private PaperSet papers(Facet facet) {
    return filter.has(facet) ? filter.passingOthers(found, facet) : passing;
  }

  private ValueCounter counter(Facet facet, ValueColumn column, IntPredicate isNamed) {
    return new ValueCounter(papers(facet), column, filter.has(facet), isNamed);
  }
}
