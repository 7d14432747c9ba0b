package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.acceptance.Api.Reply;
import paperreviews.local.InvocationResult;
import paperreviews.model.Json;

class ErrorsIT {
  private final Api api = Api.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        // Of S3, of API Gateway's payload format 1.0, of a WebSocket, of EventBridge.
        "{\"Records\": [{\"eventSource\": \"aws:s3\", \"s3\": {\"bucket\": {\"name\": \"b\"}}}]}",
        "{\"version\": \"1.0\", \"path\": \"/sections\", \"httpMethod\": \"GET\"}",
        "{\"requestContext\": {\"routeKey\": \"$connect\", \"eventType\": \"CONNECT\"}}",
        "{\"source\": \"aws.events\", \"detail-type\": \"Scheduled Event\", \"detail\": {}}",
      })
  void eventThatIsNoHttpRequestIsAnsweredWithAHint(String event) {
    for (var function : List.of("ListSections", "GetPaper", "SearchPapers")) {
      var result = api.stack().invoke(function, event.getBytes(StandardCharsets.UTF_8));
      var answer = Json.map(assertInstanceOf(InvocationResult.Success.class, result).payload());

      assertEquals(400, answer.get("statusCode"));
      var problem = Json.map((String) answer.get("body"));
      assertEquals("/problems/bad-event", problem.get("type"));
      assertTrue(problem.get("detail").toString().contains("events/get-paper.json"), event);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nope", "/papers/", "/sections/", "/papers/a/b", "/sections/video/papers"})
  void doesNotKnowOtherAddresses(String path) throws Exception {
    var reply = api.get(path);

    assertProblem(reply, 404, "/problems/unknown-route");
    assertTrue(((String) reply.at("detail")).contains("/sections"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /sections",
    "PUT, /sections/video",
    "DELETE, /papers/1905.11946",
    "PATCH, /papers",
    "POST, /papers?q=x",
  })
  void allowsNoMethodButGetAndHead(String method, String path) throws Exception {
    var reply = api.send(method, path);

    assertProblem(reply, 405, "/problems/method-not-allowed");
    assertEquals("GET, HEAD, OPTIONS", reply.header("allow").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "/papers?page=2, page",
    "/papers?Q=x, Q",
    "/papers?q=a&q=b, q",
    "/papers?limit=0, limit",
    "/papers?limit=51, limit",
    "/papers?limit=ten, limit",
    "/papers?limit=, limit",
    "/papers?limit=-1, limit",
    "/papers?limit=5&limit=5, limit",
    "/papers?q=%FF, q",
    "/papers?cursor=forged, cursor",
    "/papers?year=abc, year",
    "/papers?year=0, year",
    "/papers?sort=date, sort",
    "/papers?lang=de, lang",
    "/papers?lang=en-US&lang=ja, lang",
    "/papers?ids=a, ids",
    "/papers/batch, ids",
    "/papers/batch?ids=a&lang=en, lang",
    "/papers?sort=Relevance, sort",
    "/suggestions?limit=21, limit",
    "/suggestions?page=2, page",
    "/suggestions?q=%FF, q",
    "/papers/1905.11946/related?limit=0, limit",
    "/papers/1905.11946/related?q=x, q",
    "/sections?q=x, q",
    "/sections/video?x=1, x",
    "/papers/1905.11946?format=pdf, format",
    "/papers/1905.11946?format=, format",
    "/papers/1905.11946/related?format=bibtex, format",
    "/sections/video?format=BibTeX, format",
    "/sections?format=bibtex, format",
    "/feed?lang=de, lang",
    "/feed?format=atom, format",
    "/openapi.json?x=1, x",
    "/papers/batch?ids=, ids",
    "/papers/batch?ids=%FF, ids",
    "/papers/batch?ids=a&ids=, ids",
    "'/papers/batch?ids=a,,b', ids",
    "'/papers/batch?ids=a,', ids",
    "/papers/batch?ids=a&q=GAN, q",
    "/papers/1905.11946/bibtex?format=json, format",
    "/sections/video/bibtex?limit=1, limit",
    "/sections?limit=101, limit",
    "/sections?cursor=x, cursor",
    "/sections?section=video, section",
  })
  void namesAFaultyParameter(String path, String parameter) throws Exception {
    var reply = api.get(path);

    assertProblem(reply, 400, "/problems/bad-parameters");
    assertEquals(List.of(parameter), parameters(reply));
  }

  @Test
  void namesEveryFaultyParameterAtOnce() throws Exception {
    var reply = api.get("/papers?q=%FF&limit=99&page=2&cursor=x");

    assertEquals(400, reply.status());
    assertEquals(List.of("q", "page", "limit", "cursor"), parameters(reply));
  }

  @Test
  void takesQueriesOfUpTo1000Characters() throws Exception {
    assertEquals(200, api.search("猫".repeat(1000)).status());
    // Characters count, not UTF-16 units. A thousand of these would exceed the gateway's limit.
    assertEquals(200, api.search("𩸽".repeat(700)).status());
    assertEquals(List.of("q"), parameters(api.search("猫".repeat(1001))));
  }

  @Test
  void doesNotSearchInASectionThatIsNotThere() throws Exception {
    var reply = api.get("/papers?q=x&section=astrology");

    assertProblem(reply, 404, "/problems/unknown-section");
    assertEquals(List.of("section"), parameters(reply));
  }

  @Test
  void doesNotSearchInAnArticleThatIsNotThere() throws Exception {
    var reply = api.get("/papers?article=1999-part-1");

    assertProblem(reply, 404, "/problems/unknown-article");
    assertEquals(List.of("article"), parameters(reply));
  }

  @Test
  void refusesACursorOfAnotherQuery() throws Exception {
    var cursor = ((String) api.get("/papers?limit=5").at("next")).replaceFirst(".*cursor=", "");

    assertEquals(200, api.get("/papers?limit=9&cursor=" + cursor).status());
    assertEquals(List.of("cursor"), parameters(api.get("/papers?q=GAN&cursor=" + cursor)));
    for (var other :
        List.of("section=video", "year=2019", "sort=catalogue", "lang=en", "keyword=GAN")) {
      var reply = api.get("/papers?%s&cursor=%s".formatted(other, cursor));
      assertEquals(List.of("cursor"), parameters(reply), other);
    }
  }

  @Test
  void refusesACursorOfAnotherList() throws Exception {
    var ofPapers = ((String) api.get("/papers?limit=5").at("next")).replaceFirst(".*cursor=", "");
    var ofSections =
        ((String) api.get("/sections?limit=2").at("next")).replaceFirst(".*cursor=", "");

    assertEquals(List.of("cursor"), parameters(api.get("/sections?cursor=" + ofPapers)));
    assertEquals(List.of("cursor"), parameters(api.get("/papers?cursor=" + ofSections)));
    assertEquals(
        List.of("cursor"),
        parameters(api.get("/sections?article=2019-part-1&cursor=" + ofSections)));
  }

  @Test
  void refusesACursorThatWasTamperedWith() throws Exception {
    var cursor = ((String) api.get("/papers?limit=5").at("next")).replaceFirst(".*cursor=", "");
    for (int at = 0; at < cursor.length(); at++) {
      char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
      var forged = cursor.substring(0, at) + other + cursor.substring(at + 1);
      assertEquals(400, api.get("/papers?cursor=" + forged).status(), forged);
    }
  }

  @Test
  void repeatsWhatItWasSentOnlyInPart() throws Exception {
    var reply = api.get("/papers/" + "x".repeat(3000));

    assertEquals(404, reply.status());
    assertTrue(reply.text().length() < 500);
  }

  private static void assertProblem(Reply reply, int status, String type) throws Exception {
    assertEquals(status, reply.status());
    assertEquals("application/problem+json", reply.header("content-type").orElseThrow());
    assertEquals("no-store", reply.header("cache-control").orElseThrow());
    assertFalse(reply.header("etag").isPresent());
    assertEquals(type, reply.at("type"));
    assertEquals(status, reply.at("status"));
    assertTrue(reply.json().containsKey("title"));
    assertTrue(reply.json().containsKey("detail"));
  }

  private static List<?> parameters(Reply reply) throws Exception {
    return reply.list("errors").stream()
        .map(error -> ((Map<?, ?>) error).get("parameter"))
        .distinct()
        .toList();
  }
}
