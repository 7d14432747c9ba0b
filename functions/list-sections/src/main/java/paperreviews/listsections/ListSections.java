package paperreviews.listsections;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import paperreviews.api.Answer;
import paperreviews.api.ApiFunction;
import paperreviews.api.BibTex;
import paperreviews.api.Format;
import paperreviews.api.Problem;
import paperreviews.api.ProblemException;
import paperreviews.api.Query;
import paperreviews.api.Request;
import paperreviews.api.SampleRequests;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Sections;
import paperreviews.store.Table;

/**
 * {@code GET /sections}, {@code GET /sections/{sectionId}?format=} and {@code GET /openapi.json}.
 * It also answers 404 for every address that no function has a route for.
 */
public final class ListSections extends ApiFunction {

  /** Reads the table that the environment names. */
  public ListSections() {
    this(Table.fromEnvironment(), CurrentEdition.maxAgeFromEnvironment());
  }

  /** Reads this table, with this maximum age of the cached pointer to the current edition. */
  public ListSections(Table table, Duration maxAge) {
    var sections = new Sections(table);
    super(
        table,
        maxAge,
        Map.of(
            "/sections", request -> sections(request, sections),
            "/sections/{sectionId}", request -> section(request, sections),
            "/openapi.json", OpenApi::parse));
    prime(new SampleRequests("/sections", _ -> Map.of(), List.of(""), () -> {}));
  }

  private static Query sections(Request request, Sections sections) {
    request.parameters().check();
    return Query.of(edition -> new Answer.Json(sections.all(edition)));
  }

  private static Query section(Request request, Sections sections) {
    var parameters = request.parameters("format");
    var format = Format.read(parameters, request);
    parameters.check();
    var id = request.pathParameter("sectionId");
    return Query.of(
        format,
        edition -> {
          var section =
              sections
                  .find(edition, id)
                  .orElseThrow(() -> new ProblemException(Problem.unknownSection(id)));
          return switch (format) {
            case JSON -> new Answer.Json(section);
            case BIBTEX -> BibTex.answer(section.papers());
          };
        });
  }
}
