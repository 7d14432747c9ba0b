package paperreviews.searchpapers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import paperreviews.api.Answer;
import paperreviews.api.CatalogueJson;
import paperreviews.api.Parameters;
import paperreviews.api.Problem;
import paperreviews.api.Problem.ParameterError;
import paperreviews.api.Question;
import paperreviews.api.Refusal;
import paperreviews.api.Request;
import paperreviews.model.Paper;
import paperreviews.store.Papers;
import paperreviews.store.UnreadableEditionException;

/** {@code GET /papers?ids=}: whole papers, as {@code GET /papers/{paperId}} gives them. */
final class PapersById {
  /** The parameter that asks for it. */
  static final String IDS = "ids";

  private static final int MOST = 50;

  /** A character takes three bytes at most, and an answer has to stay below 6 MB. */
  private static final int MOST_CHARACTERS = 1_500_000;

  private static final String[] OTHERS = {
    "q", "section", "article", "keyword", "year", "sort", "lang", "limit", "cursor"
  };

  private PapersById() {}

  /** What is asked, if the request has the parameter {@code ids}. */
  static Optional<Question> read(Request request, CurrentIndex indexes, Papers papers) {
    var parameters = parameters(request);
    if (!parameters.isGiven(IDS)) {
      return Optional.empty();
    }
    var ids = parameters.list(IDS, MOST);
    parameters.exclude("It does not go together with \"ids\". Leave one of them out.", OTHERS);
    parameters.check();
    return Optional.of(
        edition -> {
          // The index knows which papers there are: only those are worth a read of the table.
          var index = indexes.of(edition);
          var known = ids.stream().filter(index::hasPaper).toList();
          var found = papers.find(edition, known);
          if (found.size() < known.size()) {
            throw new UnreadableEditionException(
                "Edition %s lacks papers that its index has.".formatted(edition.id()));
          }
          if (found.values().stream().mapToInt(PapersById::characters).sum() > MOST_CHARACTERS) {
            throw new Refusal(
                Problem.badParameters(
                    List.of(
                        new ParameterError(
                            IDS, "These papers are too long for one answer. Ask for fewer."))));
          }
          var notFound = new ArrayList<>(ids);
          notFound.removeAll(found.keySet());
          var body = new LinkedHashMap<String, Object>();
          body.put("papers", found.values().stream().map(CatalogueJson::paper).toList());
          body.put("notFound", notFound);
          return Answer.of(body);
        });
  }

  private static Parameters parameters(Request request) {
    var known = new ArrayList<>(List.of(OTHERS));
    known.add(IDS);
    return request.parameters(known.toArray(String[]::new));
  }

  private static int characters(Paper paper) {
    return paper.review().ja().length() + paper.review().en().length();
  }
}
