package paperreviews.listsections;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import paperreviews.api.Answer;
import paperreviews.api.Cursor;
import paperreviews.api.Problem;
import paperreviews.api.ProblemException;
import paperreviews.api.Query;
import paperreviews.api.Request;
import paperreviews.model.Article;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Section;
import paperreviews.store.Sections;
import paperreviews.store.Sections.Page;

/**
 * {@code GET /sections?article=&limit=&cursor=}.
 *
 * @param asked the parameters that a cursor is good for, by their names
 * @param article the article whose sections are asked for
 * @param limit how many sections a page has at most
 * @param cursor the cursor that was given
 */
record SectionList(
    Map<String, String> asked, Optional<String> article, int limit, Optional<Cursor> cursor) {
  private static final String PATH = "/sections";
  private static final int MAX_LIMIT = 100;
  private static final int DEFAULT_LIMIT = 100;

  private record Body(
      int total, List<Article> articles, List<Section> sections, Optional<String> next) {}

  static Query parse(Request request, Sections sections) {
    var parameters = request.parameters("article", "limit", "cursor");
    var article = parameters.text("article", Catalogue.MAX_ID_LENGTH);
    var asked = article.map(id -> Map.of("article", id)).orElse(Map.of());
    int limit = parameters.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
    var cursor = Cursor.read(parameters, PATH, asked);
    parameters.check();
    var list = new SectionList(asked, article, limit, cursor);
    return Query.of(edition -> list.answer(edition, sections));
  }

  private Answer answer(Edition edition, Sections sections) {
    cursor.ifPresent(given -> given.check(edition));
    // A cursor with a digest that was recomputed may hold any place.
    int offset = Math.clamp(cursor.map(Cursor::place).orElse(0L), 0, edition.sectionCount());
    var page =
        article
            .map(
                id ->
                    sections
                        .pageOfArticle(edition, id, offset, limit)
                        .orElseThrow(
                            () -> new ProblemException(Problem.unknownArticleParameter(id))))
            .orElseGet(() -> sections.page(edition, offset, limit));
    var next = next(edition, page, offset + page.sections().size());
    return new Answer.Json(
        new Body(page.total(), page.articles(), page.sections(), next), next, Optional.empty());
  }

  private Optional<String> next(Edition edition, Page page, int place) {
    return place < page.total()
        ? Optional.of(new Cursor(edition.id(), place).address(PATH, asked, limit))
        : Optional.empty();
  }
}
