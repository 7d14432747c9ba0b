package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Json;

class GatewayTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static LocalStack stack;

  @BeforeAll
  static void start(@TempDir Path folder) {
    stack = LocalStack.start(LocalStack.template(EchoProject.create(folder)));
  }

  @AfterAll
  static void close() {
    stack.close();
    CLIENT.close();
  }

  @Test
  void listensOnTheLoopbackInterfaceOnly() throws Exception {
    int port = stack.address().getPort();
    for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (var address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          try (var socket = new Socket()) {
            assertThrows(
                IOException.class,
                () -> socket.connect(new InetSocketAddress(address, port), 1000));
          }
        }
      }
    }
  }

  @Test
  void passesARequestOnAsAnEventOfFormatTwo() throws Exception {
    var event =
        event(
            request("/things/a%20b?q=x&q=y+z&empty=&flag&%C3%A9=%2B")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "test"));

    assertEquals("2.0", event.get("version"));
    assertEquals("ANY /things/{thingId}", event.get("routeKey"));
    assertEquals("/things/a b", event.get("rawPath"));
    assertEquals("q=x&q=y+z&empty=&flag&%C3%A9=%2B", event.get("rawQueryString"));
    assertEquals(
        Map.of("q", "x,y z", "empty", "", "flag", "", "é", "+"),
        event.get("queryStringParameters"));
    assertEquals(Map.of("thingId", "a b"), event.get("pathParameters"));
    assertEquals(List.of("a=1", "b=2"), event.get("cookies"));
    assertEquals("one,two", header(event, "x-twice"));
    assertEquals("127.0.0.1", header(event, "x-forwarded-for"));
    assertFalse(((Map<?, ?>) event.get("headers")).containsKey("cookie"));
    assertEquals(false, event.get("isBase64Encoded"));
    assertFalse(event.containsKey("body"));
    var context = (Map<?, ?>) event.get("requestContext");
    assertEquals("ANY /things/{thingId}", context.get("routeKey"));
    assertEquals("$default", context.get("stage"));
    assertEquals("127.0.0.1", context.get("domainName"));
    assertTrue(
        context
            .get("time")
            .toString()
            .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000"));
    var http = (Map<?, ?>) context.get("http");
    assertEquals("GET", http.get("method"));
    assertEquals("/things/a b", http.get("path"));
    assertEquals("HTTP/1.1", http.get("protocol"));
    assertEquals("127.0.0.1", http.get("sourceIp"));
    assertEquals("test", http.get("userAgent"));
  }

  @Test
  void leavesOutWhatARequestDoesNotHave() throws Exception {
    var event = event(request("/elsewhere"));

    assertEquals("$default", event.get("routeKey"));
    assertEquals("", event.get("rawQueryString"));
    assertFalse(event.containsKey("queryStringParameters"));
    assertFalse(event.containsKey("pathParameters"));
    assertFalse(event.containsKey("cookies"));
  }

  @Test
  void passesTextBodiesAsTheyAreAndOthersInBase64() throws Exception {
    var text =
        event(
            request("/x")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"a\":\"注\"}")));
    assertEquals("{\"a\":\"注\"}", text.get("body"));
    assertEquals(false, text.get("isBase64Encoded"));

    var bytes = event(request("/x").POST(BodyPublishers.ofByteArray(new byte[] {0, -1})));
    assertEquals("AP8=", bytes.get("body"));
    assertEquals(true, bytes.get("isBase64Encoded"));
  }

  @Test
  void givesEachRequestAnIdThatTheAnswerRepeats() throws Exception {
    var one = send(request("/x"));
    var other = send(request("/x"));

    var id = ((Map<?, ?>) json(one.body()).get("requestContext")).get("requestId");
    assertEquals(id, one.headers().firstValue("apigw-requestid").orElseThrow());
    assertNotEquals(id, other.headers().firstValue("apigw-requestid").orElseThrow());
  }

  @Test
  void answersWithStatusHeadersAndBodyOfTheFunction() throws Exception {
    var answer = send(request("/do/headers"));

    assertEquals(200, answer.statusCode());
    assertEquals("hello", answer.body());
    assertEquals("7", answer.headers().firstValue("x-number").orElseThrow());
    assertEquals("\"a\"", answer.headers().firstValue("etag").orElseThrow());
    assertEquals("5", answer.headers().firstValue("content-length").orElseThrow());
    assertEquals(Optional.empty(), answer.headers().firstValue("transfer-encoding"));
    assertEquals(
        "text/plain;charset=UTF-8", answer.headers().firstValue("content-type").orElseThrow());
  }

  @Test
  void infersTheAnswerWhereTheFunctionGivesNoStatus() throws Exception {
    var answer = send(request("/do/no-status"));

    assertEquals(200, answer.statusCode());
    assertEquals("{\"hello\":\"wörld\"}", answer.body());
    assertEquals("application/json", answer.headers().firstValue("content-type").orElseThrow());
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    var answer = raw("HEAD /do/text HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
    assertTrue(answer.contains("Content-Length: 5\r\n"), answer);
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
  }

  @Test
  void saysNothingOfTheLengthOfABodyThatTheFunctionLeavesOut() throws Exception {
    var answer = raw("HEAD /do/empty HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertFalse(answer.toLowerCase(Locale.ROOT).contains("content-length"), answer);
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
  }

  @Test
  void answersNotModifiedWithoutABody() throws Exception {
    var answer =
        raw("GET /do/not-modified HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 304 "), answer);
    assertTrue(answer.contains("ETag: \"a\"\r\n"), answer);
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"throw", "exit", "no-json", "bad-status", "too-big"})
  void answersAnErrorOfTheFunctionWith500(String action) throws Exception {
    var answer = send(request("/do/" + action));

    assertEquals(500, answer.statusCode());
    assertEquals("{\"message\":\"Internal Server Error\"}", answer.body());
    assertEquals(200, send(request("/x")).statusCode());
  }

  @Test
  void passesAnswersOfUpToSixMegabytes() throws Exception {
    assertEquals(4 * 1024 * 1024 + 2, send(request("/do/almost-big")).body().length());
  }

  @Test
  void answersATimeoutWith503() throws Exception {
    var answer = send(request("/do/hang/impatiently"));

    assertEquals(503, answer.statusCode());
    assertEquals("{\"message\":\"Service Unavailable\"}", answer.body());
    assertEquals(200, send(request("/do/count/impatiently")).statusCode());
  }

  @Test
  void answersPreflightAsConfigured() throws Exception {
    // The function would exit if it were asked.
    var answer = preflight("/do/exit", "https://page.example");

    assertEquals(204, answer.statusCode());
    assertEquals("https://page.example", allowedOrigin(answer));
    assertEquals(
        "GET,HEAD", answer.headers().firstValue("access-control-allow-methods").orElseThrow());
    assertEquals(
        "if-none-match", answer.headers().firstValue("access-control-allow-headers").orElseThrow());
    assertEquals("600", answer.headers().firstValue("access-control-max-age").orElseThrow());
  }

  @Test
  void answersPreflightOfAnotherOriginWithoutAllowingIt() throws Exception {
    var answer = preflight("/x", "https://other.example");

    assertEquals(204, answer.statusCode());
    assertEquals("", allowedOrigin(answer));
  }

  @Test
  void passesOptionsThatAreNoPreflightToTheFunction() throws Exception {
    var event = event(request("/x").method("OPTIONS", BodyPublishers.noBody()));
    assertEquals("$default", event.get("routeKey"));
  }

  @Test
  void putsItsOwnCorsHeadersInPlaceOfTheFunctions() throws Exception {
    assertEquals("", allowedOrigin(send(request("/do/headers"))));
    assertEquals(
        "", allowedOrigin(send(request("/do/headers").header("Origin", "https://other.example"))));

    var answer = send(request("/do/headers").header("Origin", "https://page.example"));
    assertEquals("https://page.example", allowedOrigin(answer));
    assertEquals(
        "etag,link", answer.headers().firstValue("access-control-expose-headers").orElseThrow());
  }

  @Test
  void refusesBodiesOverTenMegabytes() throws Exception {
    var answer =
        send(request("/x").POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));

    assertEquals(413, answer.statusCode());
    assertEquals("{\"message\":\"Request Entity Too Large\"}", answer.body());
  }

  @Test
  void passesBodiesOfFourMegabytes() throws Exception {
    var answer =
        send(
            request("/do/text")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x".repeat(4 * 1024 * 1024))));
    assertEquals(201, answer.statusCode());
  }

  @Test
  void refusesHeadersOverTenKilobytes() throws Exception {
    assertEquals(200, send(request("/x").header("X-Long", "x".repeat(10_000))).statusCode());
    for (int length : new int[] {10_300, 200_000}) {
      var answer = send(request("/x").header("X-Long", "x".repeat(length)));
      assertEquals(431, answer.statusCode());
      assertEquals("{\"message\":\"Request Header Fields Too Large\"}", answer.body());
    }
  }

  @Test
  void refusesUrlsOverTenKilobytes() throws Exception {
    assertEquals(200, send(request("/x?q=" + "x".repeat(10_000))).statusCode());
    assertEquals(414, send(request("/x?q=" + "x".repeat(10_300))).statusCode());
    assertEquals(414, send(request("/x?q=" + "x".repeat(200_000))).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /things/%C3%28 HTTP/1.1",
        "GET /things/a%2Fb HTTP/1.1",
        "GET /things/a;b=c HTTP/1.1",
        "GET //things//a HTTP/1.1",
        "GET /things/../things/./a HTTP/1.1",
        "GET /things/a?q=%zz&%&=&&a=b=c HTTP/1.1",
        "GET /things/a?q=|{}[]^\\\"<> HTTP/1.1",
        "GET /things/a?? HTTP/1.1",
        "GET /things/注意?q=注意 HTTP/1.1",
        "GET http://localhost/things/a HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "BREW /things/a HTTP/1.1",
      })
  void passesOddRequestsOn(String line) throws Exception {
    var answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /things/%zz HTTP/1.1",
        "GET /things/% HTTP/1.1",
        "GET /things/a%00b HTTP/1.1",
        "GET ?q=x HTTP/1.1",
        "GET  HTTP/1.1",
        "GET things HTTP/1.1",
        "GET /a\u0000b HTTP/1.1",
        "GET /a b HTTP/1.1",
        "GET /a HTTP/7.3",
        "\u0000\u0001",
        "CONNECT localhost:80 HTTP/1.1",
        "GET /a HTTP/1.1\r\nHost: localhost\r\nBad Header: x",
        "GET /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: x",
        "GET /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked",
      })
  void refusesWhatCannotBeReadAndGoesOn(String head) throws Exception {
    var answer = raw(head + "\r\nConnection: close\r\n\r\n");
    assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.1 [45]\\d\\d .*"), answer);
    assertEquals(200, send(request("/x")).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host: evil.example", "Host: evil.example:3000", "Host: localhost.evil.example"})
  void refusesRequestsToTheNameOfASite(String host) throws Exception {
    var answer = raw("GET /x HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    assertTrue(
        answer.endsWith("{\"message\":\"The Host header must be localhost or an IP address\"}"),
        answer);
  }

  @Test
  void keepsUtf8WithoutEscapesInTheQuery() throws Exception {
    var answer = raw("GET /things/a?q=注意 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    var event = json(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    assertEquals(Map.of("q", "注意"), event.get("queryStringParameters"));
  }

  private static HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(stack.address() + pathAndQuery));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static Map<String, Object> event(HttpRequest.Builder request) throws Exception {
    var answer = send(request);
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer.body());
  }

  private static Map<String, Object> json(String text) throws IOException {
    return Json.map(text);
  }

  private static Object header(Map<String, Object> event, String name) {
    return ((Map<?, ?>) event.get("headers")).get(name);
  }

  /** What a browser asks before a page of this origin may get something. */
  private static HttpResponse<String> preflight(String path, String origin) throws Exception {
    return send(
        request(path)
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "GET"));
  }

  private static String allowedOrigin(HttpResponse<String> answer) {
    return answer.headers().firstValue("access-control-allow-origin").orElse("");
  }

  /** Sends bytes that no HTTP client would, and returns all that comes back. */
  private static String raw(String request) throws IOException {
    try (var socket = new Socket(stack.address().getHost(), stack.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
