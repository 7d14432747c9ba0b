package paperreviews.getpaper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import paperreviews.api.Answer;
import paperreviews.api.ApiFunction;
import paperreviews.api.BibTex;
import paperreviews.api.CatalogueJson;
import paperreviews.api.Format;
import paperreviews.api.Problem;
import paperreviews.api.Question;
import paperreviews.api.Refusal;
import paperreviews.api.Request;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Papers;
import paperreviews.store.Table;

/** {@code GET /papers/{paperId}?format=}. */
public final class GetPaper extends ApiFunction {

  /** Reads the table that the environment names. */
  public GetPaper() {
    this(Table.fromEnvironment(), CurrentEdition.maxAgeFromEnvironment());
  }

  /** Reads this table, and looks for the current edition when it was last seen so long ago. */
  public GetPaper(Table table, Duration maxAge) {
    var papers = new Papers(table);
    super(
        table,
        new CurrentEdition(table, maxAge),
        Map.of("/papers/{paperId}", request -> one(request, papers)));
    prime(
        "/papers/{paperId}",
        edition -> Map.of("paperId", edition.firstPaperId()),
        List.of(""),
        () -> {});
  }

  private static Question one(Request request, Papers papers) {
    var parameters = request.parameters("format");
    var format = Format.read(parameters, request);
    parameters.check();
    var id = request.pathParameter("paperId");
    Question question =
        edition -> {
          var paper =
              papers.find(edition, id).orElseThrow(() -> new Refusal(Problem.unknownPaper(id)));
          return switch (format) {
            case JSON -> Answer.of(CatalogueJson.paper(paper));
            case BIBTEX -> BibTex.answer(List.of(paper.summary()));
          };
        };
    return question.in(format);
  }
}
