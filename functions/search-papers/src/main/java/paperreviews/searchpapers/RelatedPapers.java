package paperreviews.searchpapers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import paperreviews.api.Answer;
import paperreviews.api.Problem;
import paperreviews.api.ProblemException;
import paperreviews.api.Query;
import paperreviews.api.Request;
import paperreviews.model.Keywords;
import paperreviews.model.PaperSummary;
import paperreviews.search.related.RelatedPaper;

/** {@code GET /papers/{paperId}/related?limit=}. */
final class RelatedPapers {
  private static final int MAX_LIMIT = 20;
  private static final int DEFAULT_LIMIT = 5;

  private RelatedPapers() {}

  private record Body(String paperId, List<Item> papers) {}

  private record Item(@JsonUnwrapped PaperSummary paper, float score, Keywords sharedKeywords) {
    static Item of(RelatedPaper related) {
      return new Item(related.paper(), related.score(), related.shared());
    }
  }

  static Query parse(Request request, CurrentIndex indexes) {
    var parameters = request.parameters("limit");
    int limit = parameters.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
    parameters.check();
    var id = request.pathParameter("paperId");
    return Query.of(
        edition ->
            indexes
                .of(edition)
                .related(id, limit)
                .map(
                    papers -> new Answer.Json(new Body(id, papers.stream().map(Item::of).toList())))
                .orElseThrow(() -> new ProblemException(Problem.unknownPaper(id))));
  }
}
