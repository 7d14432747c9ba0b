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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.template.Route;
import paperreviews.template.Template;
import paperreviews.testing.Printed;

/** {@code seed verify} against a small server that can answer wrongly. */
class VerifyTest {
  private static final String PAPER =
      "{\"id\": \"p\", \"title\": \"Seeing\", \"keywords\": {\"ja\": [\"視覚\"]}, \"review\": {\"ja\": \"評\"}}";

  private static final Set<String> UNKNOWN = Set.of("/papers/no-such-id", "/papers/x/no-such-id");

  @RegisterExtension private final Printed printed = new Printed();

  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Integer> statuses = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /** A path that lacks a header. */
  private Map.Entry<String, String> defective = Map.entry("", "");

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
    bodies.put("/sections/s/bibtex", "@misc{p}");
    UNKNOWN.forEach(path -> bodies.put(path, "{\"title\": \"Not found\", \"status\": 404}"));
    headers.putAll(
        Map.of(
            "etag", "\"tag\"",
            "cache-control", "max-age=60",
            "vary", "origin",
            "x-content-type-options", "nosniff",
            "access-control-allow-origin", "*",
            "access-control-allow-headers", "if-none-match"));
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
    asked.add(path);
    boolean isUnknown = UNKNOWN.contains(path);
    boolean isUnchanged = exchange.getRequestHeaders().containsKey("If-none-match");
    int status =
        exchange.getRequestMethod().equals("OPTIONS")
            ? 204
            : isUnchanged ? 304 : statuses.getOrDefault(path, isUnknown ? 404 : 200);
    headers.forEach(
        (name, value) -> {
          if (!defective.equals(Map.entry(path, name))) {
            exchange.getResponseHeaders().set(name, value);
          }
        });
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
    "vary, GET /sections: it has no header vary",
    "etag, GET /sections: it has no strong etag",
    "x-content-type-options, GET /sections: its header x-content-type-options is not nosniff",
  })
  void reportsAMissingHeader(String header, String fault) {
    headers.remove(header);

    assertEquals(1, verify());

    assertEquals(fault, faults().getFirst());
  }

  @Test
  void reportsAMissingHeaderOfEachRoute() {
    defective = Map.entry("/papers/p/related", "etag");

    assertEquals(1, verify());

    assertEquals(List.of("GET /papers/p/related: it has no strong etag"), faults());
  }

  @Test
  void reportsThatPagesMayNotRevalidate() {
    headers.put("access-control-allow-headers", "content-type");

    assertEquals(1, verify());

    assertEquals(
        List.of("OPTIONS /sections: pages may not send the header if-none-match"), faults());
  }

  @Test
  void asksEveryRouteOfTheTemplate() {
    assertEquals(0, verify(), printed.out()::toString);

    var patterns =
        Template.read(Path.of("../../template.yaml")).functions().stream()
            .flatMap(function -> function.routes().stream())
            .map(Route::path)
            .filter(path -> !path.equals(Route.DEFAULT))
            .map(path -> path.replaceAll("\\{[^}]+}", "[^/]+"))
            .toList();
    for (var pattern : patterns) {
      assertTrue(asked.stream().anyMatch(path -> path.matches(pattern)), pattern);
    }
    // The route for all others is asked, too.
    assertTrue(asked.stream().anyMatch(path -> patterns.stream().noneMatch(path::matches)));
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

    assertTrue(
        faults().getFirst().endsWith("/sections: it cannot be reached: the connection is refused"),
        faults()::toString);
  }

  @Test
  void asksThroughTheProxyOfTheEnvironment() {
    var proxy = server.getAddress();
    try {
      System.setProperty("http.proxyHost", proxy.getHostString());
      System.setProperty("http.proxyPort", Integer.toString(proxy.getPort()));

      assertEquals(0, Seed.run("verify", "--api=http://nowhere.invalid"), printed.out()::toString);
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:3000",
        "ftp://localhost",
        "http://name@localhost",
        "https://localhost@evil.example/",
        "http://localhost/?stage=1",
        "http://localhost/#top",
        "http://localhost:65536",
      })
  void refusesWhatIsNoAddressOfAnApi(String api) {
    assertEquals(2, Seed.run("verify", "--api=" + api));

    assertEquals(
        "--api is %s; give an address such as http://localhost:3000".formatted(api),
        lines(printed.err()).getFirst());
  }
}
