package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.acceptance.Api.Reply;
import paperreviews.model.Json;
import paperreviews.store.Key;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That openapi.yaml promises nothing that does not happen. That nothing else happens, {@link Api}
 * sees to in every test.
 */
class ContractIT {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Contract CONTRACT = Contract.read();

  /** An address of each path that is answered with 200. */
  private static final Map<String, String> ANSWERED =
      Map.ofEntries(
          Map.entry("/sections", "/sections"),
          Map.entry("/sections/{sectionId}", "/sections/video"),
          Map.entry("/sections/{sectionId}/bibtex", "/sections/video/bibtex"),
          Map.entry("/papers", "/papers?q=GAN"),
          Map.entry("/papers/batch", "/papers/batch?ids=1905.11946"),
          Map.entry("/papers/{paperId}", "/papers/1905.11946"),
          Map.entry("/papers/{paperId}/bibtex", "/papers/1905.11946/bibtex"),
          Map.entry("/papers/{paperId}/related", "/papers/1905.11946/related"),
          Map.entry("/suggestions", "/suggestions?q=GAN"),
          Map.entry("/feed", "/feed"),
          Map.entry("/openapi.json", "/openapi.json"));

  private final Api api = Api.shared();
  private final Set<String> provoked = new TreeSet<>();
  private final Set<String> problems = new TreeSet<>();

  private void provoke(Api api, String path, String address, int status, String... headers)
      throws Exception {
    for (var method : List.of("GET", "HEAD")) {
      var reply = api.send(method, address, headers);
      note(method, path, reply, status);
    }
  }

  private void note(String method, String path, Reply reply, int status) throws Exception {
    assertEquals(status, reply.status(), method + " " + path);
    provoked.add(method + " " + path + " " + status);
    boolean ours =
        reply.header("content-type").orElse("").equals("application/problem+json")
            && !method.equals("HEAD");
    if (ours) {
      problems.add((String) reply.at("type"));
      assertExampleIsLike(reply);
    }
  }

  /** The examples of problems that no mere request provokes are as real as the others. */
  private static void assertExampleIsLike(Reply reply) throws Exception {
    var real = MAPPER.readTree(reply.text());
    var examples =
        Example.all(CONTRACT).stream()
            .filter(example -> example.value().path("type").equals(real.path("type")))
            .filter(example -> example.request().isEmpty())
            .toList();
    for (var example : examples) {
      assertEquals(Example.shape(real), Example.shape(example.value()));
      assertEquals(real.path("title"), example.value().path("title"));
      assertEquals(real.path("detail"), example.value().path("detail"));
    }
  }

  @Test
  void promisesNoStatusThatNothingProvokes() throws Exception {
    for (var each : ANSWERED.entrySet()) {
      var path = each.getKey();
      var address = each.getValue();
      provoke(api, path, address, 200);
      provoke(api, path, address, 304, "if-none-match", "*");
      provoke(api, path, address + (address.contains("?") ? "&" : "?") + "x=1", 400);
      note("OPTIONS", path, api.send("OPTIONS", address), 204);
      note("POST", path, api.send("POST", address), 405);
    }
    provoke(api, "/sections/{sectionId}", "/sections/astrology", 404);
    provoke(api, "/sections/{sectionId}/bibtex", "/sections/astrology/bibtex", 404);
    provoke(api, "/sections", "/sections?article=astrology", 404);
    provoke(api, "/sections", "/sections?" + staleCursorOfSections(), 410);
    provoke(api, "/papers/{paperId}", "/papers/0000.00000", 404);
    provoke(api, "/papers/{paperId}/bibtex", "/papers/0000.00000/bibtex", 404);
    provoke(api, "/papers/{paperId}/related", "/papers/0000.00000/related", 404);
    provoke(api, "/papers", "/papers?section=astrology", 404);
    provoke(api, "/papers", "/papers?article=astrology", 404);
    provoke(api, "/suggestions", "/suggestions?q=GAN&section=astrology", 404);
    provoke(api, "/papers", "/papers?" + staleCursor(), 410);
    note("GET", "anything else", api.get("/nope"), 404);
    provokeWhileNothingIsPublished();
    provokeDefects();
    provokeFunctionsThatDoNotStart();
    provokeMoreRequestsThanAreAllowed();

    assertEquals(documented(), provoked);
    var unreachable = new TreeSet<>(documentedProblems());
    unreachable.removeAll(problems);
    // Of these, others tell: PercentEncoding's and TableFailureIT, which cannot be done by a
    // client.
    assertEquals(Set.of("/problems/bad-path", "/problems/table-unavailable"), unreachable);
  }

  private static String staleCursor() throws Exception {
    var event = Api.ROOT.resolve("events/search-with-stale-cursor.json");
    return (String) Json.map(Files.readAllBytes(event)).get("rawQueryString");
  }

  private static String staleCursorOfSections() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var place = new byte[16];
    digest.update(place);
    digest.update("/sections{}".getBytes(StandardCharsets.UTF_8));
    var cursor = ByteBuffer.allocate(28).put(place).put(digest.digest(), 0, 12).array();
    return "cursor=" + Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  private void provokeWhileNothingIsPublished() throws Exception {
    try (var empty = Api.start(options -> options)) {
      for (var each : ANSWERED.entrySet()) {
        boolean always = each.getKey().equals("/openapi.json");
        provoke(empty, each.getKey(), each.getValue(), always ? 200 : 503);
      }
    }
  }

  /** Damages items of an edition. */
  private void provokeDefects() throws Exception {
    try (var broken = Api.seeded(options -> options)) {
      var buildId = broken.edition().buildId();
      for (var key :
          List.of(
              Key.article(buildId, 1),
              Key.sectionHead(buildId, "video"),
              Key.paper(buildId, "1911.09070"))) {
        broken
            .stack()
            .dynamoDb()
            .client()
            .putItem(
                request -> request.tableName(broken.stack().tableName()).item(key.attributes()));
      }
      provoke(broken, "/sections", "/sections", 500);
      provoke(broken, "/sections/{sectionId}", "/sections/video", 500);
      provoke(broken, "/sections/{sectionId}/bibtex", "/sections/video/bibtex", 500);
      provoke(broken, "/papers/{paperId}", "/papers/1911.09070", 500);
      provoke(broken, "/papers/{paperId}/bibtex", "/papers/1911.09070/bibtex", 500);
      provoke(broken, "/papers/batch", "/papers/batch?ids=1911.09070", 500);
      provoke(broken, "/feed", "/feed", 500);
    }
  }

  /** Of what reads no item that could be broken, too, this gets 500: from API Gateway. */
  private void provokeFunctionsThatDoNotStart() throws Exception {
    try (var broken =
        Api.start(options -> options.environment("EDITION_MAX_AGE_SECONDS", "a while"))) {
      for (var each : ANSWERED.entrySet()) {
        provoke(broken, each.getKey(), each.getValue(), 500);
      }
    }
  }

  private void provokeMoreRequestsThanAreAllowed() throws Exception {
    try (var slow =
        Api.start(
            options ->
                options.parameter("RequestsPerSecond", "1").parameter("RequestBurst", "1"))) {
      for (var each : ANSWERED.entrySet()) {
        for (var method : List.of("GET", "HEAD", "OPTIONS")) {
          note(method, each.getKey(), refused(slow, method, each.getValue()), 429);
        }
      }
    }
  }

  /** The first answer that is a refusal: now and then, a request is allowed. */
  private static Reply refused(Api api, String method, String address) throws Exception {
    for (int n = 0; n < 100; n++) {
      var reply = api.send(method, address);
      if (reply.status() == 429) {
        assertEquals(
            method.equals("HEAD") ? "" : "{\"message\":\"Too Many Requests\"}", reply.text());
        return reply;
      }
    }
    throw new AssertionError(method + " " + address + " is never refused");
  }

  /** All that is documented for a route. */
  private static Set<String> documented() {
    var documented = new TreeSet<String>();
    for (var path : CONTRACT.document().path("paths").properties()) {
      for (var status : path.getValue().at("/get/responses").propertyNames()) {
        documented.add("GET %s %s".formatted(path.getKey(), status));
        documented.add("HEAD %s %s".formatted(path.getKey(), status));
      }
      for (var status : CONTRACT.document().path("x-options").propertyNames()) {
        documented.add("OPTIONS %s %s".formatted(path.getKey(), status));
      }
      documented.add("POST " + path.getKey() + " 405");
    }
    documented.add("GET anything else 404");
    return documented;
  }

  private static Set<String> documentedProblems() {
    var types = new TreeSet<String>();
    for (var documented : CONTRACT.responses()) {
      documented.response().path("x-problems").forEach(type -> types.add(type.asString()));
    }
    return types;
  }

  static List<Example> requestedExamples() {
    return Example.all(CONTRACT).stream().filter(each -> each.request().isPresent()).toList();
  }

  @ParameterizedTest
  @MethodSource("requestedExamples")
  void givesExamplesThatAreRealAnswers(Example example) throws Exception {
    var reply = api.get(example.request().orElseThrow());

    assertEquals(
        example.mediaType(), reply.header("content-type").orElseThrow().replaceFirst(";.*", ""));
    if (example.mediaType().endsWith("json")) {
      var real = MAPPER.readTree(reply.text());
      assertEquals(Example.lasting(real), Example.lasting(example.value()));
    } else {
      assertEquals(fieldNames(reply.text()), fieldNames(example.value().asString()));
    }
  }

  private static List<String> fieldNames(String bibTex) {
    return bibTex.lines().map(line -> line.replaceFirst("[{=].*", "").strip()).toList();
  }

  @Test
  void documentsWhatApiGatewayRefusesByItself() throws Exception {
    var statuses = new ArrayList<String>();
    statuses.add("" + api.get("/papers?q=" + "x".repeat(11_000)).status());
    statuses.add("" + api.get("/papers", "x-long", "x".repeat(11_000)).status());

    assertEquals(
        List.copyOf(new TreeSet<>(CONTRACT.document().path("x-gateway").propertyNames())),
        statuses);
  }

  @Test
  void servesItselfAsJson() throws Exception {
    var reply = api.get("/openapi.json");

    JsonNode served = MAPPER.readTree(reply.text());
    assertEquals(CONTRACT.document(), served);
    assertEquals("application/json", reply.header("content-type").orElseThrow());
  }
}
