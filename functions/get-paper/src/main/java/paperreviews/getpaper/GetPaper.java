package paperreviews.getpaper;

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
import paperreviews.model.Paper;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Papers;
import paperreviews.store.Table;

/** {@code GET /papers/{paperId}} and {@code GET /papers/{paperId}/bibtex}. */
public final class GetPaper extends ApiFunction {

  /** Reads the table that the environment names. */
  public GetPaper() {
    this(Table.fromEnvironment(), CurrentEdition.maxAgeFromEnvironment());
  }

  /** Reads this table, with this maximum age of the cached pointer to the current edition. */
  public GetPaper(Table table, Duration maxAge) {
    var papers = new Papers(table);
    super(
        table,
        maxAge,
        Map.of(
            "/papers/{paperId}", request -> paper(request, papers),
            "/papers/{paperId}/bibtex", request -> bibTex(request, papers)));
    prime(
        new SampleRequests(
            "/papers/{paperId}",
            edition -> Map.of("paperId", edition.firstPaperId()),
            List.of(""),
            () -> {}));
  }

  private static Query paper(Request request, Papers papers) {
    var parameters = request.parameters("format");
    var format = Format.read(parameters);
    parameters.check();
    return query(
        request,
        papers,
        paper ->
            switch (format) {
              case JSON -> new Answer.Json(paper);
              case BIBTEX -> BibTex.answerToFormat(List.of(paper.summary()));
            });
  }

  private static Query bibTex(Request request, Papers papers) {
    request.parameters().check();
    return query(request, papers, paper -> BibTex.answer(List.of(paper.summary())));
  }

  private static Query query(Request request, Papers papers, Function<Paper, Answer> answer) {
    var id = request.pathParameter("paperId");
    return Query.of(
        edition ->
            papers
                .find(edition, id)
                .map(answer)
                .orElseThrow(() -> new ProblemException(Problem.unknownPaper(id))));
  }
}
