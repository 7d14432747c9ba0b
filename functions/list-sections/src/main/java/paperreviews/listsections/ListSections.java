package paperreviews.listsections;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import paperreviews.store.Sections.SectionPapers;
import paperreviews.store.Table;

/**
 * {@code GET /sections}, {@code GET /sections/{sectionId}}, {@code GET
 * /sections/{sectionId}/bibtex} and {@code GET /openapi.json}. It also answers 404 for every
 * address that no function has a route for.
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
            "/sections", request -> SectionList.parse(request, sections),
            "/sections/{sectionId}", request -> section(request, sections),
            "/sections/{sectionId}/bibtex", request -> bibTex(request, sections),
            "/openapi.json", OpenApi::parse));
    prime(new SampleRequests("/sections", _ -> Map.of(), List.of(""), () -> {}));
  }

  private static Query section(Request request, Sections sections) {
    var parameters = request.parameters("format");
    var format = Format.read(parameters);
    parameters.check();
    return query(
        request,
        sections,
        section ->
            switch (format) {
              case JSON -> new Answer.Json(section);
              case BIBTEX -> BibTex.answerToFormat(section.papers());
            });
  }

  private static Query bibTex(Request request, Sections sections) {
    request.parameters().check();
    return query(request, sections, section -> BibTex.answer(section.papers()));
  }

  private static Query query(
      Request request, Sections sections, Function<SectionPapers, Answer> answer) {
    var id = request.pathParameter("sectionId");
    return Query.of(
        edition ->
            sections
                .find(edition, id)
                .map(answer)
                .orElseThrow(() -> new ProblemException(Problem.unknownSection(id))));
  }
}
