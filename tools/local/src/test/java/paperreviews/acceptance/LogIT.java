package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.acceptance.Api.Reply;
import paperreviews.editions.Editions;
import paperreviews.model.Json;
import paperreviews.seed.ReviewFiles;
import paperreviews.store.Key;
import paperreviews.testing.Reviews;

/** What operators see: the log line of a request, and the metrics in it. */
class LogIT {
  private static final List<String> PATHS =
      List.of("/sections", "/sections/video", "/papers/1905.11946", "/papers", "/papers?q=GAN");

  /** Looks for a new edition at every request; its table may be written. */
  private static Api changing;

  private final Api api = Api.shared();

  @BeforeAll
  static void start() {
    changing = Api.seeded(options -> options.parameter("EditionMaxAgeSeconds", "0"));
  }

  @AfterAll
  static void stop() {
    changing.close();
  }

  @Test
  void tellsOfARequestInOneLine() throws Exception {
    var reply = api.search("GAN");

    var line = line(api, reply);

    assertEquals("request", line.get("message"));
    assertEquals("INFO", line.get("level"));
    assertEquals("SearchPapers", line.get("function"));
    assertEquals("GET", line.get("method"));
    assertEquals("/papers", line.get("route"));
    assertEquals(200, line.get("status"));
    assertEquals(reply.at("edition"), line.get("edition"));
    assertEquals(reply.at("total"), line.get("hits"));
    var id = reply.header("apigw-requestid").orElseThrow();
    assertEquals(1, api.log().stream().filter(each -> each.contains(id)).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections",
        "/sections/video",
        "/sections/astrology",
        "/papers/1905.11946",
        "/papers/0000.00000",
        "/papers",
        "/papers?q=GAN",
        "/papers?q=xyzzyxyzzy",
        "/papers?limit=0",
        "/nope"
      })
  void isAValidMetricDocument(String path) throws Exception {
    assertIsMetricDocument(line(api, api.get(path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list-sections", "get-paper", "search-papers"})
  void scheduleCountsInNoMetricOfRequests(String name) throws Exception {
    var function =
        Map.of(
                "list-sections", "ListSections",
                "get-paper", "GetPaper",
                "search-papers", "SearchPapers")
            .get(name);
    var event = Files.readAllBytes(Api.ROOT.resolve("events/keep-warm-" + name + ".json"));

    changing.stack().invoke(function, event);

    var line = changing.logged("\"kept warm\",\"function\":\"" + function + "\"");
    assertEquals("INFO", line.get("level"));
    assertEquals(200, line.get("status"));
    assertTrue(line.containsKey("edition"), line::toString);
    assertFalse(line.containsKey("_aws"), line::toString);
  }

  @Test
  void measuresWhatARequestTookAndFound() throws Exception {
    assertEquals(
        Set.of("durationMs", "readUnits", "notFound", "failed", "editionAgeSeconds"),
        metrics(line(api, api.get("/papers/1905.11946"))).keySet());

    var found = metrics(line(api, api.search("GAN")));
    assertTrue(((Number) found.get("hits")).intValue() > 0);
    assertEquals(0, found.get("zeroHits"));
    assertEquals(0, found.get("notFound"));
    assertEquals(0, found.get("failed"));
    assertTrue(((Number) found.get("durationMs")).doubleValue() > 0);
    assertTrue(((Number) found.get("editionAgeSeconds")).longValue() >= 0);

    assertEquals(1, metrics(line(api, api.get("/papers/0000.00000"))).get("notFound"));
    assertEquals(1, metrics(line(api, api.get("/nope"))).get("notFound"));
  }

  @Test
  void tellsWhatWasSearchedForOnlyWhereNothingWasFound() throws Exception {
    var fruitless = line(api, api.search("xyzzyxyzzy 猫"));
    assertEquals("xyzzyxyzzy 猫", fruitless.get("query"));
    assertEquals(0, fruitless.get("hits"));
    assertEquals(1, metrics(fruitless).get("zeroHits"));

    assertFalse(line(api, api.search("GAN")).containsKey("query"));
    var list = line(api, api.get("/papers"));
    assertFalse(list.containsKey("hits"));
    assertFalse(list.containsKey("zeroHits"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xyzzyxyzzy\n{\"level\":\"ERROR\"}",
        "xyzzyxyzzy\r\nforged",
        "xyzzyxyzzy\u2028forged\u2029forged\u0085forged",
        "xyzzyxyzzy\u001b[2Jforged\u009b31m\u007f\b\u0000",
        "xyzzyxyzzy\u202eforged\u2066\ufeff",
        "xyzzyxyzzy\",\"level\":\"ERROR\",\"_aws\":{\"CloudWatchMetrics\":[]},\"x\":\"\\",
      })
  void cannotBeForgedByWhatIsSearchedFor(String query) throws Exception {
    var reply = api.search(query);

    var line = line(api, reply);

    assertEquals(query, line.get("query"));
    assertEquals("INFO", line.get("level"));
    assertIsMetricDocument(line);
    var id = reply.header("apigw-requestid").orElseThrow();
    var raw = api.log().stream().filter(each -> each.contains(id)).toList();
    assertEquals(1, raw.size());
    assertTrue(
        raw.getFirst()
            .chars()
            .noneMatch(
                character ->
                    Set.of(
                            (int) Character.CONTROL,
                            (int) Character.FORMAT,
                            (int) Character.LINE_SEPARATOR,
                            (int) Character.PARAGRAPH_SEPARATOR)
                        .contains(Character.getType(character))),
        raw.getFirst());
    assertTrue(
        api.log().stream()
            .filter(each -> each.contains("forged"))
            .allMatch(each -> each.startsWith("{") && each.endsWith("}")),
        () -> api.log().toString());
  }

  @Test
  void hasNoMoreMetricsThanAnAccountHasForFree() throws Exception {
    for (var path : PATHS) {
      line(changing, changing.get(path));
    }
    line(changing, changing.get("/papers/0000.00000"));
    line(changing, changing.search("xyzzyxyzzy"));
    loadAnotherEdition();

    var metrics = new TreeSet<String>();
    for (var raw : changing.log()) {
      var line = Json.map(raw);
      for (var directive : directives(line)) {
        for (var metric : list(directive.get("Metrics"))) {
          var by = dimensions(directive).isEmpty() ? "" : " of " + line.get("function");
          metrics.add(metric.get("Name") + by);
        }
      }
    }

    assertEquals(
        Set.of(
            "durationMs of GetPaper",
            "durationMs of ListSections",
            "durationMs of SearchPapers",
            "editionAgeSeconds",
            "failed",
            "hits",
            "indexLoadMs",
            "notFound",
            "readUnits",
            "zeroHits"),
        metrics);
    assertTrue(metrics.size() <= 10);
    var template = Files.readString(Api.ROOT.resolve("template.yaml"));
    for (var metric : metrics) {
      var name = metric.replaceFirst(" .*", "");
      assertTrue(template.contains("\"" + name + "\"") || template.contains(": " + name), name);
    }
  }

  @Test
  void tellsHowLongAnIndexTookToLoadWhenItWasLoaded() throws Exception {
    var primed = changing.logged("\"primed\",\"function\":\"SearchPapers\"", "\"indexLoadMs\"");
    assertTrue(((Number) primed.get("indexLoadMs")).doubleValue() > 0);

    var loading = line(changing, loadAnotherEdition());

    assertTrue(((Number) metrics(loading).get("indexLoadMs")).doubleValue() > 0);
    assertFalse(line(changing, changing.search("GAN")).containsKey("indexLoadMs"));
  }

  /** Publishes another edition than the last, and searches it. */
  private static Reply loadAnotherEdition() throws Exception {
    EditionsIT.publishAnew(changing);
    changing.search("GAN");
    var stack = changing.stack();
    new Editions(stack.dynamoDb().client(), stack.tableName(), Api.SILENCE)
        .publish(ReviewFiles.read(Reviews.FIXED));
    return changing.search("GAN");
  }

  @Test
  void measuresNoRequestThatNobodyMade() throws Exception {
    for (var function : List.of("ListSections", "GetPaper", "SearchPapers")) {
      var line = api.logged("\"primed\",\"function\":\"" + function + "\"");
      assertEquals(200, line.get("status"));
      assertFalse(line.containsKey("_aws"));
    }
  }

  @Test
  void countsAFailureThatAnOperatorShouldSee() throws Exception {
    var build = changing.edition().buildId();
    // An item such as no seeder writes.
    changing
        .stack()
        .dynamoDb()
        .client()
        .putItem(
            request ->
                request
                    .tableName(changing.stack().tableName())
                    .item(Key.paper(build, "broken").attributes()));

    var line = line(changing, changing.get("/papers/broken"));

    assertEquals("ERROR", line.get("level"));
    assertEquals(500, line.get("status"));
    assertEquals(1, metrics(line).get("failed"));
    assertIsMetricDocument(line);
  }

  @Test
  void isNoMetricDocumentWhereMetricsAreOff() throws Exception {
    try (var own = Api.seeded(options -> options.parameter("Metrics", "false"))) {
      var line = line(own, own.get("/papers/1905.11946"));

      assertFalse(line.containsKey("_aws"));
      assertTrue(line.containsKey("durationMs"));
    }
  }

  private static Map<String, Object> line(Api api, Reply reply) throws Exception {
    return api.logged(reply.header("apigw-requestid").orElseThrow());
  }

  /** The values of a line's metrics, by name. */
  private static Map<String, Object> metrics(Map<String, Object> line) {
    var metrics = new TreeMap<String, Object>();
    for (var directive : directives(line)) {
      for (var metric : list(directive.get("Metrics"))) {
        metrics.put((String) metric.get("Name"), line.get(metric.get("Name")));
      }
    }
    return metrics;
  }

  /**
   * The rules of the <a
   * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
   * metric format</a>.
   */
  private static void assertIsMetricDocument(Map<String, Object> line) {
    var metadata = (Map<?, ?>) line.get("_aws");
    assertEquals(Set.of("Timestamp", "CloudWatchMetrics"), metadata.keySet());
    assertInstanceOf(Long.class, metadata.get("Timestamp"));
    assertEquals(
        line.get("timestamp").toString().substring(0, 19),
        Instant.ofEpochMilli((Long) metadata.get("Timestamp")).toString().substring(0, 19));
    var seen = new HashMap<String, Object>();
    assertFalse(directives(line).isEmpty());
    for (var directive : directives(line)) {
      assertEquals(Set.of("Namespace", "Dimensions", "Metrics"), directive.keySet());
      assertTrue(((String) directive.get("Namespace")).matches("[A-Za-z][A-Za-z0-9-]{0,127}"));
      assertEquals(1, ((List<?>) directive.get("Dimensions")).size());
      for (var dimension : dimensions(directive)) {
        assertTrue(((String) line.get(dimension)).matches(".{1,1024}"));
      }
      assertFalse(list(directive.get("Metrics")).isEmpty());
      for (var metric : list(directive.get("Metrics"))) {
        assertEquals(Set.of("Name", "Unit"), metric.keySet());
        assertTrue(Set.of("Milliseconds", "Seconds", "Count").contains(metric.get("Unit")));
        assertInstanceOf(Number.class, line.get(metric.get("Name")));
        assertEquals(null, seen.put((String) metric.get("Name"), directive));
      }
    }
  }

  private static List<Map<String, Object>> directives(Map<String, Object> line) {
    return line.get("_aws") instanceof Map<?, ?> metadata
        ? list(metadata.get("CloudWatchMetrics"))
        : List.of();
  }

  private static List<?> dimensions(Map<String, Object> directive) {
    return (List<?>) ((List<?>) directive.get("Dimensions")).getFirst();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
