package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.local.InvocationResult;
import paperreviews.model.Json;
import paperreviews.template.Template;

/** The events that {@code sam local invoke -e} takes, given to the functions. */
class EventsIT {
  private static final Path EVENTS = Api.ROOT.resolve("events");

  private static final Map<String, Integer> STATUS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("list-sections", 200),
              Map.entry("head-of-sections", 200),
              Map.entry("sections-not-modified", 304),
              Map.entry("get-section", 200),
              Map.entry("get-unknown-section", 404),
              Map.entry("unknown-route", 404),
              Map.entry("delete-sections", 405),
              Map.entry("get-paper", 200),
              Map.entry("get-unknown-paper", 404),
              Map.entry("post-to-paper", 405),
              Map.entry("list-papers", 200),
              Map.entry("search-in-japanese", 200),
              Map.entry("search-in-english", 200),
              Map.entry("search-phrase-in-section", 200),
              Map.entry("search-by-address", 200),
              Map.entry("search-in-unknown-section", 404),
              Map.entry("search-with-faulty-parameters", 400),
              Map.entry("search-with-forged-cursor", 400),
              Map.entry("search-with-stale-cursor", 410),
              Map.entry("search-with-filters", 200),
              Map.entry("suggest", 200),
              Map.entry("related-papers", 200),
              Map.entry("papers-by-ids", 200),
              Map.entry("get-paper-as-bibtex", 200),
              Map.entry("get-section-as-bibtex", 200),
              Map.entry("feed", 200),
              Map.entry("describe", 200),
              Map.entry("put-papers", 405),
              Map.entry("keep-warm-list-sections", 200),
              Map.entry("keep-warm-get-paper", 200),
              Map.entry("keep-warm-search-papers", 200)));

  static Stream<Map.Entry<String, Integer>> events() {
    return STATUS.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void answersAnEvent(Map.Entry<String, Integer> event) throws Exception {
    var bytes = Files.readAllBytes(EVENTS.resolve(event.getKey() + ".json"));
    var routeKey = (String) Json.map(bytes).get("routeKey");
    var function =
        Template.read(Api.ROOT.resolve("template.yaml")).functions().stream()
            .filter(each -> each.routes().stream().anyMatch(route -> route.key().equals(routeKey)))
            .findFirst()
            .orElseThrow()
            .logicalId();

    var result = Api.shared().stack().invoke(function, bytes);

    var payload = assertInstanceOf(InvocationResult.Success.class, result).payload();
    assertEquals(event.getValue(), Json.map(payload).get("statusCode"), payload);
  }

  @Test
  void expectsSomethingOfEveryEvent() throws Exception {
    try (var files = Files.list(EVENTS)) {
      assertEquals(
          STATUS.keySet().stream().map(name -> name + ".json").sorted().toList(),
          files
              .map(file -> file.getFileName().toString())
              // The environment for "sam local".
              .filter(name -> !name.equals("local.json"))
              .sorted()
              .toList());
    }
  }
}
