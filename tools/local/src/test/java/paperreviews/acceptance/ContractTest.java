package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.NodeEvent;
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
  void describesHeadAndOptionsOnceForAll() {
    for (var path : CONTRACT.document().path("paths").properties()) {
      assertEquals(List.of("get"), List.copyOf(path.getValue().propertyNames()), path.getKey());
    }
  }

  /** What common generators and linters drop, or turn into types without a name. */
  @Test
  void usesNoFormThatGeneratorsStumbleOver() throws Exception {
    var yaml = Files.readString(Api.ROOT.resolve("openapi.yaml"));
    var anchors =
        StreamSupport.stream(
                new Parse(LoadSettings.builder().build()).parseString(yaml).spliterator(), false)
            .filter(event -> event instanceof NodeEvent node && node.getAnchor().isPresent())
            .toList();
    assertEquals(List.of(), anchors);
    assertFalse(CONTRACT.document().path("components").has("responses"));
    for (var operation : CONTRACT.document().path("paths").findValues("get")) {
      for (var required : List.of("operationId", "summary", "description", "tags", "parameters")) {
        assertTrue(operation.has(required), () -> required + " of " + operation);
      }
      for (var response : operation.path("responses")) {
        assertFalse(response.has("$ref"), response::toString);
        for (var media : response.path("content")) {
          assertEquals(Set.of("$ref"), Set.copyOf(media.path("schema").propertyNames()));
        }
      }
    }
  }

  @Test
  void answersEachOperationInOneShape() {
    for (var operation : CONTRACT.document().path("paths").findValues("get")) {
      assertEquals(1, operation.at("/responses/200/content").size(), operation::toString);
    }
  }

  @Test
  void namesAndDescribesEverySchemaAndField() {
    var faults = new ArrayList<String>();
    for (var schema : CONTRACT.document().at("/components/schemas").properties()) {
      var name = schema.getKey();
      if (!schema.getValue().has("description")) {
        faults.add(name + " has no description");
      }
      check(schema.getValue(), name, faults);
      for (var part : schema.getValue().path("allOf")) {
        check(part, name, faults);
      }
    }
    assertEquals(List.of(), faults);
  }

  private static void check(JsonNode schema, String at, List<String> faults) {
    if (schema.path("additionalProperties").isBoolean()
        && !schema.get("additionalProperties").asBoolean()) {
      faults.add(at + " allows no additions");
    }
    var fields = schema.path("properties");
    for (var required : schema.path("required")) {
      if (!fields.has(required.asString())) {
        faults.add(at + " requires " + required + ", which it has not");
      }
    }
    for (var field : fields.properties()) {
      var inner = field.getValue();
      var place = at + "." + field.getKey();
      if (!inner.has("$ref") && !inner.has("description")) {
        faults.add(place + " has no description");
      }
      for (var type : List.of(inner, inner.path("items"))) {
        if (type.has("properties") || type.has("allOf") || type.has("oneOf")) {
          faults.add(place + " has a schema without a name");
        }
        if (type.has("$ref") && type.size() > 1) {
          faults.add(place + " has words beside its reference, which tools drop");
        }
      }
    }
  }

  @Test
  void distinguishesOneOfByAField() {
    for (var schema : CONTRACT.document().at("/components/schemas").properties()) {
      var choices = schema.getValue().path("oneOf").findValuesAsString("$ref");
      var mapping = schema.getValue().at("/discriminator/mapping");
      assertEquals(choices, mapping.valueStream().map(JsonNode::asString).toList());
      for (var choice : mapping.properties()) {
        var kind =
            CONTRACT
                .document()
                .at(choice.getValue().asString().substring(1))
                .path("properties")
                .path(schema.getValue().at("/discriminator/propertyName").asString())
                .path("enum");
        assertEquals(List.of(choice.getKey()), kind.valueStream().map(JsonNode::asString).toList());
      }
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
  void hasAnExampleOfEveryAnswer() {
    for (var documented : CONTRACT.responses()) {
      for (var media : documented.response().path("content").properties()) {
        boolean excused =
            // Whatever comes from API Gateway, the feed, and the document itself.
            media.getValue().at("/schema/$ref").asString("").endsWith("GatewayMessage")
                || List.of("/feed 200", "/openapi.json 200").contains(documented.name());
        assertTrue(excused || media.getValue().has("examples"), documented.name());
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
    "GET, /suggestions, 410",
    "GET, /nope, 200",
    "POST, /suggestions, 200",
    "GET, /suggestions?limit=21, 200",
    "GET, /suggestions?page=x, 200",
  })
  void findsFaultWithWhatIsNotDocumented(String method, String address, int status) {
    assertEquals(1, faults(method, address, status, HEADERS, BODY).size());
  }
}
