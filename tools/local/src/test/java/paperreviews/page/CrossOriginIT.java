package paperreviews.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import paperreviews.editions.Editions;
import paperreviews.local.LocalStack;
import paperreviews.seed.ReviewFiles;
import paperreviews.store.Key;
import paperreviews.testing.Reviews;

/** Pages of other origins that call the API from a browser. */
@EnabledIf("paperreviews.page.PageIT#browserIsInstalled")
class CrossOriginIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static HttpServer allowed;
  private static HttpServer other;
  private static LocalStack stack;
  private static Chromium chromium;
  private Tab tab;

  @BeforeAll
  static void start() throws IOException {
    allowed = host();
    other = host();
    var silence = new PrintStream(PrintStream.nullOutputStream());
    stack =
        LocalStack.start(
            LocalStack.template(ROOT.resolve("template.yaml"))
                .parameter("AllowedOrigins", "https://reader.example," + origin(allowed))
                .parameter("EditionMaxAgeSeconds", "0")
                .log((_, _) -> {})
                .seeder(
                    (client, table) ->
                        new Editions(client, table, silence)
                            .publish(ReviewFiles.read(Reviews.FIXED))));
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
    stack.close();
    allowed.stop(0);
    other.stop(0);
  }

  @BeforeEach
  void open() {
    tab = chromium.open("ja");
  }

  @AfterEach
  void closeTab() {
    tab.close();
  }

  /** A static host of the page, set up as README.md says of one that stands elsewhere. */
  private static HttpServer host() throws IOException {
    var host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var name = path.equals("/") ? "index.html" : path.substring(1);
            var file = ROOT.resolve("web").resolve(name);
            var body =
                Files.readString(file)
                    .replace("name=\"api\" content=\"", "name=\"api\" content=\"" + stack.address())
                    .replace("connect-src 'self'", "connect-src 'self' " + stack.address())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", type(name));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    host.start();
    return host;
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".html" -> "text/html; charset=utf-8";
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  private static String origin(HttpServer host) {
    return "http://127.0.0.1:" + host.getAddress().getPort();
  }

  /** A page on a host, before anything in it calls the API. */
  private void blankPageOf(HttpServer host) {
    tab.go(origin(host) + "/icon.svg");
    tab.await("location.origin === " + Tab.quoted(origin(host)));
  }

  /** What a script of the page reads of an answer, or the name of the error that it gets. */
  private Object fetched(String path, String options, String expression) {
    return tab.evaluate(
        """
        fetch(%s, %s).then(async (answer) => %s, (error) => error.name)\
        """
            .formatted(Tab.quoted(stack.address() + path), options, expression));
  }

  private static String header(String name) {
    return "answer.headers.get('%s')".formatted(name);
  }

  @Test
  void servesThePageFromAnotherOrigin() {
    tab.go(origin(allowed) + "/?q=octave");
    tab.await("#status", "1件");
    tab.click(".open");
    tab.await("h1", "Drop an Octave");
    tab.await("document.querySelectorAll('.related a').length === 5");

    assertEquals(List.of(), tab.faults());
    assertTrue(tab.requests().stream().anyMatch(url -> url.startsWith(stack.address() + "/")));
  }

  @Test
  void letsScriptsOfAnAllowedOriginReadTagsLinksAndWhenToComeBack() {
    blankPageOf(allowed);

    var tag = (String) fetched("/papers?limit=1", "{}", header("etag"));
    assertTrue(tag.matches("\"[0-9a-f]{16}-[0-9a-f]{16}(-gzip)?\""), tag);
    var link = (String) fetched("/papers?limit=1", "{}", header("link"));
    assertTrue(link.endsWith("; rel=\"next\""), link);
    // Also of problems, also of what API Gateway answers by itself.
    assertEquals("/problems/unknown-route", fetched("/nope", "{}", "(await answer.json()).type"));
    assertEquals(414, fetched("/papers?q=" + "x".repeat(11_000), "{}", "answer.status"));
    assertEquals(
        "30", withNothingPublished(() -> fetched("/sections", "{}", header("retry-after"))));
  }

  /** Takes the pointer to the current edition away for a while. */
  private static Object withNothingPublished(Supplier<Object> action) {
    var client = stack.dynamoDb().client();
    var table = stack.tableName();
    var key = Key.current().attributes();
    var pointer = client.getItem(request -> request.tableName(table).key(key)).item();
    client.deleteItem(request -> request.tableName(table).key(key));
    try {
      return action.get();
    } finally {
      client.putItem(request -> request.tableName(table).item(pointer));
    }
  }

  @Test
  void keepsPreflights() {
    blankPageOf(allowed);
    var tag = (String) fetched("/sections", "{}", header("etag"));
    var preflights = tab.preflights();

    // Left to itself, a request with this header passes by the browser's cache; and Chromium then
    // passes by that of the preflights, too.
    var conditional =
        "{ cache: 'force-cache', headers: { 'if-none-match': %s } }".formatted(Tab.quoted(tag));
    assertEquals(304, fetched("/sections", conditional, "answer.status"));
    assertEquals(List.of("86400"), preflights);
    assertEquals(304, fetched("/sections", conditional, "answer.status"));
    assertEquals(List.of("86400"), preflights);
    // No other header, no other method.
    assertEquals(
        "TypeError", fetched("/sections", "{ headers: { 'x-other': '1' } }", "answer.status"));
    assertEquals("TypeError", fetched("/sections", "{ method: 'DELETE' }", "answer.status"));
  }

  @Test
  void letsNoOtherOriginRead() {
    blankPageOf(other);

    assertEquals("TypeError", fetched("/sections", "{}", "answer.status"));
    assertEquals(
        "TypeError",
        fetched("/sections", "{ headers: { 'if-none-match': '*' } }", "answer.status"));
    tab.go(origin(other) + "/");
    tab.await("[role=alert]", "サーバーに接続できません");
  }
}
