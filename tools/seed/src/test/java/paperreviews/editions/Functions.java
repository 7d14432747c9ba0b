package paperreviews.editions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paperreviews.getpaper.GetPaper;
import paperreviews.listsections.ListSections;
import paperreviews.model.Catalogue;
import paperreviews.model.Json;
import paperreviews.searchpapers.SearchPapers;
import paperreviews.store.Table;
import paperreviews.testing.Invocation;

/** The three functions as the API runs them, each in one environment that answers by turns. */
public final class Functions {
  private final ListSections sections;
  private final GetPaper papers;
  private final SearchPapers search;

  /** Reads a table, and trusts for so long what was last seen as the current edition. */
  public Functions(Table table, Duration maxAge) {
    sections = new ListSections(table, maxAge);
    papers = new GetPaper(table, maxAge);
    search = new SearchPapers(table, maxAge);
  }

  /**
   * What a client got.
   *
   * @param status the HTTP status
   * @param body the body
   */
  public record Reply(int status, String body) {
    /** The body as JSON. */
    public Map<String, Object> json() {
      return Json.map(body);
    }
  }

  /** Gets a path with its query. */
  public Reply get(String pathAndQuery) {
    var parts = pathAndQuery.split("\\?", 2);
    var query = parts.length == 1 ? "" : parts[1];
    var path = parts[0];
    var id = path.replaceFirst("^/[^/]*/?", "");
    return switch (path.split("/")[1] + (id.isEmpty() ? "" : "/")) {
      case "sections" -> invoke(sections, "/sections", path, Map.of(), query);
      case "sections/" ->
          invoke(sections, "/sections/{sectionId}", path, Map.of("sectionId", id), query);
      case "papers" -> invoke(search, "/papers", path, Map.of(), query);
      case "papers/" -> invoke(papers, "/papers/{paperId}", path, Map.of("paperId", id), query);
      default -> throw new IllegalArgumentException(pathAndQuery);
    };
  }

  private static Reply invoke(
      RequestStreamHandler function,
      String resource,
      String path,
      Map<String, String> parameters,
      String query) {
    var event =
        Map.of(
            "routeKey",
            "ANY " + resource,
            "rawPath",
            path,
            "rawQueryString",
            query,
            "pathParameters",
            parameters,
            "requestContext",
            Map.of("http", Map.of("method", "GET")));
    try {
      var output = new ByteArrayOutputStream();
      function.handleRequest(
          new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)),
          output,
          Invocation.context("request"));
      var answer = Json.map(output.toByteArray());
      return new Reply((Integer) answer.get("statusCode"), (String) answer.get("body"));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The paths by which one sees all of a catalogue. */
  public static List<String> paths(Catalogue catalogue) {
    var paths =
        new ArrayList<>(List.of("/sections", "/papers?limit=50", "/papers?q=review+%E8%A9%95"));
    catalogue.sections().forEach(section -> paths.add("/sections/" + section.id()));
    catalogue.papers().forEach(paper -> paths.add("/papers/" + paper.id()));
    return paths;
  }

  /** What is answered to each of these paths. */
  public Map<String, Reply> answers(List<String> paths) {
    var answers = new LinkedHashMap<String, Reply>();
    paths.forEach(path -> answers.put(path, get(path)));
    return answers;
  }
}
