package paperreviews.getpaper;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import paperreviews.catalogue.Paper;
import paperreviews.http.Answer;
import paperreviews.http.ApiFunction;
import paperreviews.http.CatalogueJson;
import paperreviews.http.Problem;
import paperreviews.http.Question;
import paperreviews.http.Refusal;
import paperreviews.http.Request;
import paperreviews.table.CurrentEdition;
import paperreviews.table.Papers;
import paperreviews.table.Table;

/** {@code GET /papers/{paperId}}. */
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
    prime("/papers/{paperId}", edition -> Map.of("paperId", edition.firstPaperId()), "", () -> {});
  }

  private static Question one(Request request, Papers papers) {
    request.parameters().check();
    var id = request.pathParameter("paperId");
    return edition ->
        papers
            .find(edition, id)
            .map(paper -> Answer.of(json(paper)))
            .orElseThrow(() -> new Refusal(Problem.unknownPaper(id)));
  }

  private static Map<String, Object> json(Paper paper) {
    var fields = CatalogueJson.summary(paper.summary());
    var section = new LinkedHashMap<String, Object>();
    section.put("id", paper.section().id());
    section.put("articleId", paper.section().articleId());
    section.put("number", paper.section().number());
    section.put("title", CatalogueJson.bilingual(paper.section().title()));
    fields.put("section", section);
    fields.put("review", CatalogueJson.bilingual(paper.review()));
    fields.put("links", CatalogueJson.links(paper.links()));
    paper.previous().ifPresent(previous -> fields.put("previous", json(previous)));
    paper.next().ifPresent(next -> fields.put("next", json(next)));
    return fields;
  }

  private static Map<String, Object> json(Paper.Neighbour neighbour) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", neighbour.id());
    fields.put("title", neighbour.title());
    return fields;
  }
}
