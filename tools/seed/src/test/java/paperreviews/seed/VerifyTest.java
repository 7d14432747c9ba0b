package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.testing.Printed.lines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.testing.Printed;

/** {@code seed verify} against a small server that can answer wrongly. */
class VerifyTest {
  private static final String PAPER =
      "{\"id\": \"p\", \"title\": \"Seeing\", \"keywords\": {\"ja\": [\"視覚\"]}, \"review\": {\"ja\": \"評\"}}";

  @RegisterExtension private final Printed printed = new Printed();

  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Integer> statuses = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    var edition = "\"edition\": \"0123456789abcdef\"";
    bodies.put(
        "/sections",
        "{%s, \"articles\": [{}], \"sections\": [{\"id\": \"s\"}]}".formatted(edition));
    bodies.put("/sections/s", "{%s, \"papers\": [%s]}".formatted(edition, PAPER));
    bodies.put("/papers/p", "{%s, %s".formatted(edition, PAPER.substring(1)));
    bodies.put("/papers/p/related", "{%s, \"papers\": []}".formatted(edition));
    bodies.put("/papers/p/bibtex", "@misc{p}");
    bodies.put("/papers/batch", "{%s, \"papers\": [%s]}".formatted(edition, PAPER));
    bodies.put("/papers", "{%s, \"papers\": [%s]}".formatted(edition, PAPER));
    bodies.put("/suggestions", "{%s, \"suggestions\": []}".formatted(edition));
    bodies.put("/feed", "<feed/>");
    bodies.put("/openapi.json", "{\"paths\": {\"/sections\": {}}}");
    bodies.put("/papers/no-such-id", "{\"title\": \"Not found\", \"status\": 404}");
    headers.putAll(
        Map.of(
            "etag", "\"tag\"",
            "cache-control", "max-age=60",
            "vary", "origin",
            "x-content-type-options", "nosniff",
            "access-control-allow-origin", "*"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    boolean isUnknown = path.equals("/papers/no-such-id");
    boolean isUnchanged = exchange.getRequestHeaders().containsKey("If-none-match");
    int status =
        exchange.getRequestMethod().equals("OPTIONS")
            ? 204
            : isUnchanged ? 304 : statuses.getOrDefault(path, isUnknown ? 404 : 200);
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange
        .getResponseHeaders()
        .set(
            "content-type",
            isUnknown
                ? "application/problem+json"
                : path.equals("/feed")
                    ? "application/atom+xml"
                    : path.endsWith("/bibtex") ? "text/plain" : "application/json");
    if (isUnknown) {
      exchange.getResponseHeaders().set("cache-control", "no-store");
    }
    var body = bodies.get(path).getBytes(StandardCharsets.UTF_8);
    boolean hasBody = exchange.getRequestMethod().equals("GET") && !isUnchanged && body.length > 0;
    exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private int verify(String... more) {
    var arguments = new String[2 + more.length];
    arguments[0] = "verify";
    arguments[1] = "--api=http://127.0.0.1:" + server.getAddress().getPort() + "/";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Seed.run(arguments);
  }

  private List<String> faults() {
    return lines(printed.out()).stream()
        .filter(line -> line.startsWith("  wrong: "))
        .map(line -> line.substring("  wrong: ".length()))
        .toList();
  }

  @Test
  void findsNoFaultWhereAllRoutesAnswerAsTheyMust() {
    assertEquals(0, verify(), printed.out()::toString);

    assertEquals(List.of(), faults());
    for (var request :
        List.of(
            "GET     /sections: 200, ",
            "GET     /sections: 304, ",
            "GET     /sections/s: 200, ",
            "GET     /papers/p: 200, ",
            "HEAD    /papers/p: 200, ",
            "GET     /papers/p/related: 200, ",
            "GET     /papers/p/bibtex: 200, ",
            "GET     /papers/batch?ids=p: 200, ",
            "GET     /papers?limit=50&q=Seeing: 200, ",
            "GET     /papers?limit=50&q=%E8%A6%96%E8%A6%9A: 200, ",
            "GET     /suggestions?q=See: 200, ",
            "GET     /feed: 200, ",
            "GET     /openapi.json: 200, ",
            "GET     /papers/no-such-id: 404, ",
            "OPTIONS /sections: 204, ")) {
      assertTrue(
          lines(printed.out()).stream()
              .anyMatch(line -> line.startsWith(request) && line.endsWith(" ms")),
          request);
    }
    assertEquals(
        List.of("All from edition 0123456789abcdef.", "No fault."),
        lines(printed.out()).subList(lines(printed.out()).size() - 2, lines(printed.out()).size()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/papers/p         | 500 | it answers with status 500, not 200: {",
        "/papers/p/related | 404 | it answers with status 404, not 200: {",
        "/feed             | 403 | it answers with status 403, not 200: <feed/>",
        "/papers           | 302 | it answers with status 302, not 200: {",
        "/suggestions      | 429 | it answers with status 429, not 200: {",
      })
  void reportsAnotherStatus(String path, int status, String fault) {
    statuses.put(path, status);

    assertEquals(1, verify());

    assertTrue(faults().getFirst().startsWith("GET " + path), faults()::toString);
    assertTrue(faults().getFirst().contains(fault), faults()::toString);
    assertEquals(List.of("Faults: " + faults().size() + "."), lines(printed.err()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/sections/s  | <html>\u001B[31m | GET /sections/s: it is no JSON: <html>\\u001B[31m",
        "/sections/s  | {\"papers\": []} | GET /sections/s: it names no edition",
        "/papers      | {\"edition\": \"0123456789abcdef\", \"papers\": []} | GET /papers?limit=1: its list papers is empty",
        "/papers/batch | {\"edition\": \"0123456789abcdef\", \"papers\": [{\"id\": \"q\"}]} | GET /papers/batch?ids=p: it has not p",
        "/papers/p/bibtex | none | GET /papers/p/bibtex: it is no BibTeX entry",
        "/papers/p    | {\"edition\": \"0123456789abcdef\", \"id\": \"q\"} | GET /papers/p: it is not the paper p",
        "/openapi.json| {} | GET /openapi.json: it does not describe /sections",
        "/papers/no-such-id | {\"status\": 404} | GET /papers/no-such-id: it has no title",
      })
  void reportsAnotherBody(String path, String body, String fault) {
    bodies.put(path, body);

    assertEquals(1, verify());

    assertEquals(fault, faults().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "cache-control, GET /sections: it has no header cache-control",
    "x-content-type-options, GET /sections: its header x-content-type-options is not nosniff",
  })
  void reportsAMissingHeader(String header, String fault) {
    headers.remove(header);

    assertEquals(1, verify());

    assertEquals(List.of(fault), faults());
  }

  @Test
  void reportsAnOriginThatMayNotReadTheApi() {
    headers.put("access-control-allow-origin", "https://page.example");

    assertEquals(1, verify());
    assertEquals(
        List.of(
            "GET /sections: pages of https://example.org may not read it; give an origin of AllowedOrigins by --origin",
            "OPTIONS /sections: pages of https://example.org may not read it; give an origin of AllowedOrigins by --origin"),
        faults());

    assertEquals(0, verify("--origin=https://page.example"));
  }

  @Test
  void endsWhereNothingAnswers() {
    server.stop(0);

    assertEquals(1, verify());

    assertTrue(faults().getFirst().contains("it cannot be reached: "), faults()::toString);
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertEquals(2, Seed.run("verify", "--api=localhost:3000"));

    assertEquals(
        "--api is localhost:3000; give an address such as http://localhost:3000",
        lines(printed.err()).getFirst());
  }
}
