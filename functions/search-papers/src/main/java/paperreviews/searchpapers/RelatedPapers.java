package paperreviews.searchpapers;

import java.util.LinkedHashMap;
import java.util.Map;
import paperreviews.api.Answer;
import paperreviews.api.CatalogueJson;
import paperreviews.api.Problem;
import paperreviews.api.Question;
import paperreviews.api.Refusal;
import paperreviews.api.Request;
import paperreviews.search.related.RelatedPaper;

/** {@code GET /papers/{paperId}/related?limit=}. */
final class RelatedPapers {
  private static final int MOST = 20;
  private static final int USUAL = 5;

  private RelatedPapers() {}

  static Question read(Request request, CurrentIndex indexes) {
    var parameters = request.parameters("limit");
    int limit = parameters.number("limit", 1, MOST).orElse(USUAL);
    parameters.check();
    var id = request.pathParameter("paperId");
    return edition -> {
      var related =
          indexes
              .of(edition)
              .related(id, limit)
              .orElseThrow(() -> new Refusal(Problem.unknownPaper(id)));
      var body = new LinkedHashMap<String, Object>();
      body.put("paperId", id);
      body.put("papers", related.stream().map(RelatedPapers::json).toList());
      return Answer.of(body);
    };
  }

  private static Map<String, Object> json(RelatedPaper related) {
    var fields = CatalogueJson.summary(related.paper());
    fields.put("score", related.score());
    fields.put("sharedKeywords", CatalogueJson.keywords(related.shared()));
    return fields;
  }
}
