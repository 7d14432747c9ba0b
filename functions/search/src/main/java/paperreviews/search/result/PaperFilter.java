package paperreviews.search.result;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import paperreviews.search.index.AuthorValue;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperColumns;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.query.SearchRequest.Filters;

/** Which documents pass the filters of a request. */
public final class PaperFilter {
  private final PaperColumns columns;
  private final CatalogueOutline outline;

  /** {@code sections[n]}: whether section n passes; likewise for articles, also by year. */
  private final boolean[] sections;

  private final boolean[] articles;
  private final boolean[] years;
  private final Filters filters;

  /** The ordinals that the keyword has, one for each language; absent if any keyword will do. */
  private final Optional<List<Long>> keywords;

  /** The ordinals of the author's spellings; absent if any author will do. */
  private final Optional<int[]> authors;

  /** The filter of a request. */
  public static PaperFilter of(PaperIndex index, Filters filters) throws IOException {
    return new PaperFilter(
        filters,
        index.outline(),
        index.columns(),
        DocValues.getSortedSet(index.segment(), PaperDocument.KEYWORD),
        DocValues.getSortedSet(index.segment(), PaperDocument.AUTHOR));
  }

  private PaperFilter(
      Filters filters,
      CatalogueOutline outline,
      PaperColumns columns,
      SortedSetDocValues keywordValues,
      SortedSetDocValues authorValues)
      throws IOException {
    this.filters = filters;
    this.outline = outline;
    this.columns = columns;
    sections = passing(outline.sections(), section -> passes(filters.section(), section.id()));
    articles = passing(outline.articles(), article -> passes(filters.article(), article.id()));
    years =
        passing(
            outline.articles(), article -> filters.year().isEmpty() || namesYear(article.year()));
    keywords =
        filters.keyword().isEmpty()
            ? Optional.empty()
            : Optional.of(KeywordValue.ordinals(filters.keyword().get(), keywordValues));
    authors =
        filters.author().isEmpty()
            ? Optional.empty()
            : Optional.of(AuthorValue.of(filters.author().get()).ordinals(authorValues));
  }

  private static boolean passes(Optional<String> filter, String id) {
    return filter.isEmpty() || filter.get().equals(id);
  }

  private static <T> boolean[] passing(List<T> all, Predicate<T> filter) {
    var passing = new boolean[all.size()];
    for (int n = 0; n < passing.length; n++) {
      passing[n] = filter.test(all.get(n));
    }
    return passing;
  }

  boolean inSection(int document) {
    return sections[columns.section()[document]];
  }

  boolean inArticle(int document) {
    return articles[article(document)];
  }

  boolean inYear(int document) {
    return years[article(document)];
  }

  private int article(int document) {
    return outline.articleOf()[columns.section()[document]];
  }

  boolean hasKeyword(int document) {
    return keywords.isEmpty() || columns.keywords().of(document).anyMatch(this::namesKeyword);
  }

  boolean hasAuthor(int document) {
    return authors.isEmpty() || columns.authors().of(document).anyMatch(this::namesAuthor);
  }

  /** Whether the filters name the section with this number. */
  boolean namesSection(int section) {
    return filters.section().isPresent() && sections[section];
  }

  /** Whether the filters name the article with this number. */
  boolean namesArticle(int article) {
    return filters.article().isPresent() && articles[article];
  }

  /** Whether the filters name a year. */
  boolean namesYear(int year) {
    return filters.year().isPresent() && filters.year().getAsInt() == year;
  }

  /** Whether the filters name a keyword. */
  boolean namesKeywords() {
    return keywords.isPresent();
  }

  /** Whether the filters name an author. */
  boolean namesAuthors() {
    return authors.isPresent();
  }

  /** Whether the filters name the keyword with this ordinal. */
  boolean namesKeyword(int ordinal) {
    return keywords.isPresent() && keywords.get().contains((long) ordinal);
  }

  /** Whether the filters name the author with this ordinal. */
  boolean namesAuthor(int ordinal) {
    return authors.isPresent() && ordinal >= authors.get()[0] && ordinal < authors.get()[1];
  }

  /** Whether a document passes. */
  public boolean passes(int document) {
    return inSection(document)
        && inYear(document)
        && inArticle(document)
        && hasKeyword(document)
        && hasAuthor(document);
  }
}
