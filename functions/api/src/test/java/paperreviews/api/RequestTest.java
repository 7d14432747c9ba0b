package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  private static final Request EMPTY = new Request("", "", "", "", Map.of(), Map.of(), "");

  private static Request read(String event) {
    return Request.read(event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsAnEventOfApiGateway() {
    var request =
        read(
            """
            {
              "version": "2.0",
              "routeKey": "ANY /papers/{paperId}",
              "rawPath": "/papers/1905.11946",
              "rawQueryString": "q=%E5%AD%A6&limit=5",
              "headers": {"Accept": "*/*", "if-none-match": "\\"a\\""},
              "pathParameters": {"paperId": "1905.11946"},
              "requestContext": {
                "http": {"method": "GET", "path": "/papers/1905.11946"},
                "requestId": "JKJaXmPLvHcESHA="
              },
              "isBase64Encoded": false
            }
            """);

    assertEquals(
        new Request(
            "GET",
            "/papers/{paperId}",
            "/papers/1905.11946",
            "q=%E5%AD%A6&limit=5",
            Map.of("accept", "*/*", "if-none-match", "\"a\""),
            Map.of("paperId", "1905.11946"),
            "JKJaXmPLvHcESHA="),
        request);
  }

  @ParameterizedTest
  @CsvSource({"GET /papers, /papers", "ANY /papers, /papers", "$default, $default", "'', ''"})
  void takesTheResourceFromTheRouteKey(String routeKey, String resource) {
    assertEquals(resource, read("{\"routeKey\": \"%s\"}".formatted(routeKey)).resource());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"requestContext\": null, \"headers\": null, \"rawPath\": null}",
        "{\"requestContext\": [], \"headers\": 1, \"pathParameters\": \"a\", \"rawPath\": {}}",
        "{\"requestContext\": {\"http\": \"GET\", \"requestId\": 7}, \"rawQueryString\": true}",
      })
  void takesWhatIsMissingOrOfAnotherTypeAsEmpty(String event) {
    assertEquals(EMPTY, read(event));
  }

  @Test
  void takesAHeaderThatIsNoTextAsEmpty() {
    assertEquals(Map.of("x-count", ""), read("{\"headers\": {\"X-Count\": 1}}").headers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"GET\"",
        "1",
        "{",
        "{\"rawPath\":",
        "{]",
        "GET / HTTP/1.1"
      })
  void refusesAnEventThatIsNoJsonObject(String event) {
    var problem = assertThrows(ProblemException.class, () -> read(event));

    assertEquals("/problems/bad-event", problem.problem().type());
    assertEquals(400, problem.problem().status());
  }

  @Test
  void refusesAnEventThatIsNotUtf8() {
    var event = "{\"rawPath\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThrows(ProblemException.class, () -> Request.read(event));
  }

  @Property
  void readsOrRefusesAnyBytes(@ForAll byte[] event) {
    try {
      assertFalse(Request.read(event).isHead());
    } catch (ProblemException problem) {
      assertEquals("/problems/bad-event", problem.problem().type());
    }
  }

  @Test
  void refusesAPathParameterWithHalfASurrogatePair() {
    var request = read("{\"pathParameters\": {\"paperId\": \"a\\ud842b\"}}");

    var problem = assertThrows(ProblemException.class, () -> request.pathParameter("paperId"));

    assertEquals("/problems/bad-path", problem.problem().type());
  }

  @Test
  void givesPathParametersAsTheyCome() {
    var request = read("{\"pathParameters\": {\"paperId\": \"𠮷%20+\"}}");

    assertEquals("𠮷%20+", request.pathParameter("paperId"));
    assertEquals("", request.pathParameter("sectionId"));
  }

  @Test
  void readsTheParametersOfItsQuery() {
    var request = read("{\"rawQueryString\": \"q=GAN\"}");

    assertEquals(Optional.of("GAN"), request.parameters("q").text("q", 256));
    assertThrows(ProblemException.class, () -> request.parameters("limit").check());
  }

  @Test
  void readsTheEventsThatItWrites() {
    var request = Request.get("/papers/{paperId}", Map.of("paperId", "x"), "q=GAN");

    assertEquals(request, Request.read(request.event()));
  }

  @Test
  void tellsHeadFromGet() {
    assertFalse(read("{\"requestContext\": {\"http\": {\"method\": \"GET\"}}}").isHead());
    assertTrue(read("{\"requestContext\": {\"http\": {\"method\": \"HEAD\"}}}").isHead());
  }
}
