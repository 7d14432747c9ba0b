package paperreviews.searchpapers;

import paperreviews.api.Parameters;
import paperreviews.api.Problem;
import paperreviews.api.ProblemException;
import paperreviews.model.Catalogue;
import paperreviews.search.SearchIndex;
import paperreviews.search.query.SearchRequest.Filters;

/** The parameters that narrow a search, and its suggestions. */
final class PaperFilters {
  private static final int MAX_KEYWORD_LENGTH = 200;
  private static final int MAX_AUTHOR_LENGTH = 200;
  private static final int MAX_YEAR = 9999;

  private PaperFilters() {}

  static Filters parse(Parameters parameters) {
    return new Filters(
        parameters.text("section", Catalogue.MAX_ID_LENGTH),
        parameters.text("article", Catalogue.MAX_ID_LENGTH),
        parameters.number("year", 1, MAX_YEAR),
        parameters.text("keyword", MAX_KEYWORD_LENGTH),
        parameters.text("author", MAX_AUTHOR_LENGTH));
  }

  /**
   * Checks that an index has the section and the article.
   *
   * @throws ProblemException if it has not
   */
  static void check(Filters filters, SearchIndex index) {
    filters
        .section()
        .filter(section -> !index.hasSection(section))
        .ifPresent(
            section -> {
              throw new ProblemException(Problem.unknownSectionParameter(section));
            });
    filters
        .article()
        .filter(article -> !index.hasArticle(article))
        .ifPresent(
            article -> {
              throw new ProblemException(Problem.unknownArticleParameter(article));
            });
  }
}
