package paperreviews.search.result;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import paperreviews.search.index.AuthorValue;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperColumns;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.PaperSet;
import paperreviews.search.query.SearchRequest.Filters;

/** Which documents pass the filters of a request. */
public final class PaperFilter {
  /** What papers are filtered by, and counted by. */
  enum Facet {
    SECTION,
    ARTICLE,
    YEAR,
    KEYWORD,
    AUTHOR
  }

  private final Filters filters;
  private final CatalogueOutline outline;

  /** The ordinals that the keyword has, one for each language. */
  private final Set<Long> keywords;

  /** Where the ordinals of the author's spellings begin and end. */
  private final int[] authors;

  /** Whether a document passes, by each filter that the request has. */
  private final Map<Facet, IntPredicate> passes = new EnumMap<>(Facet.class);

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
    keywords =
        filters.keyword().isEmpty()
            ? Set.of()
            : Set.copyOf(KeywordValue.ordinals(filters.keyword().get(), keywordValues));
    authors =
        filters.author().isEmpty()
            ? new int[2]
            : AuthorValue.of(filters.author().get()).ordinals(authorValues);
    if (filters.section().isPresent()) {
      passes.put(Facet.SECTION, document -> namesSection(columns.section()[document]));
    }
    if (filters.article().isPresent()) {
      passes.put(Facet.ARTICLE, document -> namesArticle(article(columns, document)));
    }
    if (filters.year().isPresent()) {
      passes.put(
          Facet.YEAR,
          document -> namesYear(outline.articles().get(article(columns, document)).year()));
    }
    if (filters.keyword().isPresent()) {
      passes.put(
          Facet.KEYWORD, document -> columns.keywords().of(document).anyMatch(this::namesKeyword));
    }
    if (filters.author().isPresent()) {
      passes.put(
          Facet.AUTHOR, document -> columns.authors().of(document).anyMatch(this::namesAuthor));
    }
  }

  private int article(PaperColumns columns, int document) {
    return outline.articleOf()[columns.section()[document]];
  }

  /** Whether the filters name the section with this number. */
  boolean namesSection(int section) {
    return filters.section().filter(outline.sections().get(section).id()::equals).isPresent();
  }

  /** Whether the filters name the article with this number. */
  boolean namesArticle(int article) {
    return filters.article().filter(outline.articles().get(article).id()::equals).isPresent();
  }

  /** Whether the filters name a year. */
  boolean namesYear(int year) {
    return filters.year().isPresent() && filters.year().getAsInt() == year;
  }

  /** Whether the filters name the keyword with this ordinal. */
  boolean namesKeyword(int ordinal) {
    return keywords.contains((long) ordinal);
  }

  /** Whether the filters name the author with this ordinal. */
  boolean namesAuthor(int ordinal) {
    return authors[0] <= ordinal && ordinal < authors[1];
  }

  /** Whether the request filters by a facet. */
  boolean has(Facet facet) {
    return passes.containsKey(facet);
  }

  /** Whether a document passes. */
  public boolean passes(int document) {
    return passes.values().stream().allMatch(passes -> passes.test(document));
  }

  /** Returns the papers of a set that pass all filters. */
  PaperSet passing(PaperSet papers) {
    return passes.isEmpty() ? papers : papers.where(this::passes);
  }

  /** Returns the papers of a set that pass all filters but that of a facet. */
  PaperSet passingOthers(PaperSet papers, Facet facet) {
    var others = new EnumMap<>(passes);
    others.remove(facet);
    return others.isEmpty()
        ? papers
        : papers.where(paper -> others.values().stream().allMatch(other -> other.test(paper)));
  }
}
