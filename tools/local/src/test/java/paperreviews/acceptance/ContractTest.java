package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.template.Route;
import paperreviews.template.Template;
import tools.jackson.databind.JsonNode;

/** The document by itself, and that it is strict. */
class ContractTest {
  private static final Contract CONTRACT = Contract.read();

  private static final Map<String, String> HEADERS =
      Map.of(
          "etag", "\"0123456789abcdef-0123456789abcdef\"",
          "cache-control", "public, max-age=60, stale-while-revalidate=600",
          "vary", "accept-encoding, origin",
          "x-content-type-options", "nosniff",
          "content-type", "application/json");

  private static final String BODY = "{\"edition\": \"0123456789abcdef\", \"suggestions\": []}";

  private static List<String> faults(
      String method, String address, int status, Map<String, String> headers, String body) {
    return CONTRACT.faults(method, address, status, headers, body);
  }

  @Test
  void describesTheRoutesOfTheTemplateAndNoOther() {
    var routes =
        Template.read(Api.ROOT.resolve("template.yaml")).functions().stream()
            .flatMap(function -> function.routes().stream())
            .map(Route::path)
            .filter(path -> !path.equals(Route.DEFAULT))
            .toList();

    assertEquals(new TreeSet<>(routes), CONTRACT.paths());
  }

  @Test
  void describesGetHeadAndOptionsOfEach() {
    for (var path : CONTRACT.document().path("paths").properties()) {
      for (var method : List.of("get", "head", "options")) {
        assertTrue(path.getValue().has(method), () -> method + " " + path.getKey());
      }
      assertEquals(
          path.getValue().path("get").path("responses"),
          path.getValue().path("head").path("responses"));
    }
  }

  @Test
  void describesEveryFieldAndClosesEveryObject() {
    var open = new ArrayList<String>();
    for (var schema : CONTRACT.document().at("/components/schemas").properties()) {
      // These are only parts of others, which are closed.
      boolean part = schema.getKey().endsWith("Fields");
      assertTrue(part || schema.getValue().has("description"), schema.getKey());
      check(schema.getValue(), schema.getKey(), part, open);
    }
    assertEquals(List.of(), open);
  }

  private static void check(JsonNode node, String at, boolean part, List<String> open) {
    boolean object = node.has("properties") || node.has("allOf");
    boolean closed =
        Stream.of("additionalProperties", "unevaluatedProperties")
            .anyMatch(name -> node.has(name) && !node.get(name).asBoolean());
    if (object && !closed && !part) {
      open.add(at);
    }
    for (var field : node.path("properties").properties()) {
      var inner = field.getValue();
      if (!inner.has("$ref") && !inner.has("description")) {
        open.add(at + "." + field.getKey() + " has no description");
      }
      check(inner, at + "." + field.getKey(), false, open);
    }
    if (node.has("items")) {
      check(node.get("items"), at + "[]", false, open);
    }
  }

  static List<Example> examples() {
    return Example.all(CONTRACT);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasSoundExamples(Example example) {
    assertEquals(List.of(), CONTRACT.errors(example.schema(), example.value()));
  }

  @Test
  void hasAnExampleOfEveryAnswerInJson() {
    for (var response : CONTRACT.document().at("/components/responses").properties()) {
      for (var media : response.getValue().path("content").properties()) {
        boolean excused =
            // Whatever comes from API Gateway, the feed, and the document itself.
            media.getValue().at("/schema/$ref").asString("").endsWith("GatewayMessage")
                || List.of("Feed", "Description").contains(response.getKey());
        assertTrue(excused || media.getValue().has("examples"), response.getKey());
      }
    }
  }

  @Test
  void takesWhatIsAsDocumented() {
    assertEquals(List.of(), faults("GET", "/suggestions?q=x&limit=20", 200, HEADERS, BODY));
    assertEquals(List.of(), faults("HEAD", "/suggestions", 200, HEADERS, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"edition\": \"0123456789abcdef\", \"suggestions\": [], \"more\": 1} | more",
        "{\"edition\": \"0123456789abcdef\"}                                   | suggestions",
        "{\"edition\": \"0123456789ABCDEF\", \"suggestions\": []}              | edition",
        "{\"edition\": \"0123456789abcdef\", \"suggestions\": [{\"kind\": \"author\", \"text\": \"x\", \"parts\": []}]} | kind",
        "{\"edition\": \"0123456789abcdef\", \"suggestions\": null}            | suggestions",
      })
  void findsFaultWithABody(String body, String field) {
    var faults = faults("GET", "/suggestions", 200, HEADERS, body);

    assertFalse(faults.isEmpty());
    assertTrue(faults.toString().contains(field), faults::toString);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findsFaultWithAnUndocumentedFieldOfAnyObject(Example example) {
    for (var extended : Example.extended(example.value())) {
      assertFalse(CONTRACT.errors(example.schema(), extended).isEmpty(), extended::toString);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "etag         | W/\"0123456789abcdef-0123456789abcdef\"",
        "vary         | origin",
        "link         | </papers?q=x>; rel=\"next\"",
        "set-cookie   | a=b",
        "content-type | text/html",
        "content-encoding | br",
      })
  void findsFaultWithAHeader(String name, String value) {
    var headers = new HashMap<>(HEADERS);
    headers.put(name, value);

    assertEquals(1, faults("GET", "/suggestions", 200, headers, BODY).size());
  }

  @Test
  void missesAHeader() {
    var headers = new HashMap<>(HEADERS);
    headers.remove("etag");

    assertEquals(
        List.of("header etag is missing"), faults("GET", "/suggestions", 200, headers, BODY));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /suggestions, 201",
    "GET, /suggestions, 404",
    "GET, /nope, 200",
    "POST, /suggestions, 200",
    "GET, /suggestions?limit=21, 200",
    "GET, /suggestions?section=x, 200",
  })
  void findsFaultWithWhatIsNotDocumented(String method, String address, int status) {
    assertEquals(1, faults(method, address, status, HEADERS, BODY).size());
  }
}
