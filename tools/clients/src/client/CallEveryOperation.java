import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import paperreviews.client.ApiClient;
import paperreviews.client.ApiException;
import paperreviews.client.api.CatalogueApi;
import paperreviews.client.api.SearchApi;
import paperreviews.client.model.PaperSummary;

/** Calls every operation by the generated client, and prints a line about each. */
public final class CallEveryOperation {
  private CallEveryOperation() {}

  public static void main(String[] arguments) throws Exception {
    var client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    var catalogue = new CatalogueApi(client);
    var search = new SearchApi(client);

    var sections = catalogue.listSections(null, 2, null, null);
    print("listSections", sections.getSections().size() + " of " + sections.getTotal());
    var section = catalogue.getSection("video", null);
    print("getSection", section.getTitle().getEn() + ", " + section.getPapers().size());
    print("getSectionBibTex", firstLine(catalogue.getSectionBibTex("video", null)));
    var found =
        search.searchPapers(
            "cycle consistency",
            null, null, null, null, null, null, null, true, 1, null, null, "en", null);
    var hit = found.getPapers().get(0);
    print("searchPapers", found.getTotal() + ", " + hit.getId() + ", " + hit.getHighlights().getReviewLanguage());
    var some = catalogue.getPapersById(List.of("1911.09070", "x", "1905.11946"), null);
    print(
        "getPapersById",
        some.getPapers().stream().map(paper -> paper.getId()).collect(joining(" ")) + ", not " + String.join(" ", some.getNotFound()));
    var paper = catalogue.getPaper("1911.09070", null);
    print("getPaper", paper.getTitle() + ", " + paper.getAuthors().size());
    print("getPaperBibTex", firstLine(catalogue.getPaperBibTex("1911.09070", null)));
    var related = search.listRelatedPapers("1911.09070", 2, null);
    print("listRelatedPapers", Integer.toString(related.getPapers().size()));
    var suggestions = search.suggest("obj", null, null, null, null, null, null, null);
    print(
        "suggest",
        suggestions.getSuggestions().stream()
            .map(suggestion -> suggestion.getActualInstance().getClass().getSimpleName().replace("Suggestion", "").toLowerCase())
            .distinct()
            .sorted()
            .collect(joining(" ")));
    var feed = Files.readString(catalogue.getFeed(null, "en", null).toPath());
    print("getFeed", feed.replaceFirst("(?s).*xml:lang=\"(\\w+)\".*", "$1"));
    print("getDescription", (String) catalogue.getDescription(null).get("openapi"));
    try {
      catalogue.getSection("astrology", null);
    } catch (ApiException problem) {
      JsonNode body = new ObjectMapper().readTree(problem.getResponseBody());
      print("problem", problem.getCode() + " " + body.get("type").asText());
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static void print(String operation, String result) {
    System.out.println(operation + ": " + result);
  }
}
