package paperreviews.searchpapers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import paperreviews.api.Answer;
import paperreviews.api.Problem;
import paperreviews.api.Problem.ParameterError;
import paperreviews.api.ProblemException;
import paperreviews.api.Query;
import paperreviews.api.Request;
import paperreviews.model.Edition;
import paperreviews.model.Paper;
import paperreviews.store.Papers;
import paperreviews.store.UnreadableEditionException;

/** {@code GET /papers/batch?ids=}: whole papers, as {@code GET /papers/{paperId}} returns them. */
final class PapersById {
  private static final String IDS = "ids";

  private static final int MAX_IDS = 50;

  /** A character takes three bytes at most, and an answer has to stay below 6 MB. */
  private static final int MAX_CHARACTERS = 1_500_000;

  private PapersById() {}

  private record Body(List<Paper> papers, List<String> notFound) {}

  static Query parse(Request request, CurrentIndex indexes, Papers papers) {
    var parameters = request.parameters(IDS);
    var ids = parameters.list(IDS, MAX_IDS);
    parameters.check();
    return Query.of(edition -> answer(ids, edition, indexes.of(edition)::hasPaper, papers));
  }

  private static Answer answer(
      List<String> ids, Edition edition, Predicate<String> isKnown, Papers papers) {
    // Only ids of the index are worth a read of the table.
    var known = ids.stream().filter(isKnown).toList();
    var found = papers.find(edition, known);
    if (found.size() < known.size()) {
      throw new UnreadableEditionException(
          "Edition %s lacks papers that its index has.".formatted(edition.id()));
    }
    if (found.values().stream().mapToInt(PapersById::characters).sum() > MAX_CHARACTERS) {
      throw new ProblemException(
          Problem.badParameters(
              List.of(
                  new ParameterError(
                      IDS, "These papers are too long for one answer. Ask for fewer."))));
    }
    var notFound = new ArrayList<>(ids);
    notFound.removeAll(found.keySet());
    return new Answer.Json(new Body(List.copyOf(found.values()), notFound));
  }

  private static int characters(Paper paper) {
    return paper.review().ja().length() + paper.review().en().length();
  }
}
