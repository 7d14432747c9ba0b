package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import paperreviews.dynamodb.EmbeddedDynamoDb;
import paperreviews.editions.Editions;
import paperreviews.getpaper.GetPaper;
import paperreviews.listsections.ListSections;
import paperreviews.model.Json;
import paperreviews.searchpapers.SearchPapers;
import paperreviews.seed.ReviewFiles;
import paperreviews.store.Table;
import paperreviews.template.Template;
import paperreviews.testing.Invocation;
import paperreviews.testing.Reviews;

/** Whatever comes in, what goes out is an answer or a problem of the client's. */
class HandlersPropertyTest {
  private static final String TABLE = "properties";
  private static final PrintStream CONSOLE = System.out;

  private static EmbeddedDynamoDb dynamoDb;
  private static List<RequestStreamHandler> handlers;

  @BeforeContainer
  static void start() throws Exception {
    dynamoDb = EmbeddedDynamoDb.start();
    dynamoDb.createTable(Template.read(Api.ROOT.resolve("template.yaml")).table(), TABLE);
    new Editions(dynamoDb.client(), TABLE, Api.SILENCE).publish(ReviewFiles.read(Reviews.FIXED));
    var table = new Table(dynamoDb.client(), TABLE);
    var age = Duration.ofSeconds(5);
    handlers =
        List.of(
            new ListSections(table, age), new GetPaper(table, age), new SearchPapers(table, age));
  }

  @AfterContainer
  static void stop() {
    dynamoDb.close();
  }

  @Property(tries = 500)
  void answersAnyRequest(@ForAll("requests") Map<String, Object> event) throws Exception {
    for (var handler : handlers) {
      assertAnswers(handler, Json.MAPPER.writeValueAsBytes(event));
    }
  }

  @Property(tries = 300)
  void answersAnySearch(@ForAll("queries") String query, @ForAll("searchRoutes") String route)
      throws Exception {
    var event =
        Map.of(
            "routeKey",
            "ANY " + route,
            "rawPath",
            route,
            "rawQueryString",
            query,
            "requestContext",
            Map.of("http", Map.of("method", "GET")));
    assertAnswers(
        handlers.getLast(), Json.MAPPER.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> searchRoutes() {
    return Arbitraries.of("/papers", "/suggestions", "/feed");
  }

  @Property(tries = 200)
  void answersAnyBytes(@ForAll byte[] event) throws Exception {
    for (var handler : handlers) {
      assertAnswers(handler, event);
    }
  }

  private static void assertAnswers(RequestStreamHandler handler, byte[] event) throws Exception {
    var output = new ByteArrayOutputStream();
    // A thousand log lines say nothing here; what jqwik prints of a failure does.
    System.setOut(Api.SILENCE);
    try {
      handler.handleRequest(new ByteArrayInputStream(event), output, Invocation.context("request"));
    } finally {
      System.setOut(CONSOLE);
    }

    var answer = Json.map(output.toByteArray());
    int status = assertInstanceOf(Integer.class, answer.get("statusCode"));
    assertTrue(status >= 200 && status < 500, output.toString(StandardCharsets.UTF_8));
    var body = assertInstanceOf(String.class, answer.get("body"));
    var type = String.valueOf(((Map<?, ?>) answer.get("headers")).get("content-type"));
    if (answer.get("isBase64Encoded").equals(true)) {
      body = uncompressed(body);
    }
    if (!body.isEmpty() && type.endsWith("json") && !body.contains("\"openapi\":")) {
      var fields = Json.map(body);
      assertEquals(status == 200, fields.containsKey("edition"), body);
      assertEquals(status != 200, fields.containsKey("detail"), body);
    }
    assertInstanceOf(Map.class, answer.get("headers"));
  }

  private static String uncompressed(String body) throws Exception {
    var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(body));
    try (var plain = new GZIPInputStream(bytes)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> requests() {
    var routes =
        Arbitraries.of(
            "ANY /sections",
            "GET /sections/{sectionId}",
            "GET /sections/{sectionId}/bibtex",
            "ANY /papers",
            "ANY /papers/batch",
            "ANY /papers/{paperId}",
            "ANY /papers/{paperId}/bibtex",
            "ANY /suggestions",
            "ANY /papers/{paperId}/related",
            "ANY /feed",
            "ANY /openapi.json",
            "$default",
            "nonsense",
            "");
    var methods = Arbitraries.of("GET", "GET", "GET", "HEAD", "POST", "get", "", "OPTIONS");
    var names =
        Arbitraries.of(
            "paperId", "sectionId", "If-None-Match", "x", "Accept-Encoding", "Accept-Language");
    var values =
        Arbitraries.oneOf(
            texts(), Arbitraries.of("1905.11946", "video", "*", "\"x\"", "gzip", "en-US,ja;q=0.1"));
    var maps = Arbitraries.maps(names, values).ofMaxSize(4);
    return Combinators.combine(routes, methods, texts(), queries(), maps, maps, oddities())
        .as(
            (route, method, path, query, headers, pathParameters, oddity) -> {
              var event = new LinkedHashMap<String, Object>();
              event.put("routeKey", route);
              event.put("rawPath", path);
              event.put("rawQueryString", query);
              event.put("headers", headers);
              event.put("pathParameters", pathParameters);
              event.put("requestContext", Map.of("http", Map.of("method", method)));
              event.putAll(oddity);
              return event;
            });
  }

  /** Fields of a type that they should not have, now and then. */
  private static Arbitrary<Map<String, Object>> oddities() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.just(Map.of())),
        Tuple.of(
            2,
            Arbitraries.maps(
                Arbitraries.of(
                    "routeKey",
                    "rawPath",
                    "rawQueryString",
                    "headers",
                    "pathParameters",
                    "requestContext"),
                Arbitraries.of(7, true, List.of(1), Map.of("http", "x"), "text"))));
  }

  @Provide
  Arbitrary<String> queries() {
    var names =
        Arbitraries.of(
            "q", "q", "q", "section", "article", "keyword", "year", "sort", "limit", "cursor",
            "ids", "format", "lang", "Q", "", "%71");
    var values =
        Arbitraries.oneOf(
            texts(),
            Arbitraries.of(
                "video",
                "10",
                "0",
                "1905.11946,x",
                "bibtex",
                "en",
                "%22a%22",
                "%E7%8C%AB",
                "%FF",
                "%",
                "a+b"),
            texts().map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)));
    return Combinators.combine(names, values)
        .as((name, value) -> name + "=" + value)
        .list()
        .ofMaxSize(4)
        .map(pairs -> String.join("&", pairs));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(60),
        Arbitraries.strings()
            .withChars("\"“”＂'()-+*?~^:\\/ \u3000物体検知データーヴGANé𩸽🐈\u200f\u0000")
            .ofMaxLength(300));
  }
}
