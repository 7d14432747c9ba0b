package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.acceptance.Api.Reply;

/** What a client cannot do with the API; docs/security.md lists it all. */
class SecurityIT {
  private static final String MARKUP = "<script>alert(1)</script>\"'&{{7*7}}";

  private final Api api = Api.shared();

  @ParameterizedTest
  @CsvSource({
    "GET, /sections, 200",
    "GET, /sections/video, 200",
    "GET, /papers/1905.11946, 200",
    "GET, /papers?q=GAN, 200",
    "HEAD, /papers?q=GAN, 200",
    "OPTIONS, /papers, 204",
    "GET, /papers?limit=0, 400",
    "GET, /papers/0000.00000, 404",
    "GET, /nope, 404",
    "HEAD, /nope, 404",
    "POST, /papers, 405",
  })
  void letsNoBrowserGuessTheType(String method, String path, int status) throws Exception {
    var reply = api.send(method, path);

    assertEquals(status, reply.status());
    assertNoSniff(reply);
    if (status == 200) {
      var unchanged = api.send(method, path, "if-none-match", reply.header("etag").orElseThrow());
      assertEquals(304, unchanged.status());
      assertNoSniff(unchanged);
    }
  }

  @Test
  void letsNoBrowserGuessTheTypeOfAFailure() throws Exception {
    try (var empty = Api.start(options -> options)) {
      var reply = empty.get("/sections");

      assertEquals(503, reply.status());
      assertNoSniff(reply);
    }
  }

  @Test
  void sharesWithNoOriginButThoseConfigured() throws Exception {
    try (var own =
        Api.seeded(
            options ->
                options.parameter(
                    "AllowedOrigins", "https://reader.example, https://other.example"))) {
      for (var path : new String[] {"/sections", "/papers?limit=0", "/nope"}) {
        var allowed = own.get(path, "origin", "https://reader.example");
        assertEquals(
            Optional.of("https://reader.example"), allowed.header("access-control-allow-origin"));

        for (var origin :
            new String[] {
              "https://reader.example.evil.example",
              "http://reader.example",
              "https://sub.reader.example",
              "null"
            }) {
          var refused = own.get(path, "origin", origin);
          assertEquals(Optional.empty(), refused.header("access-control-allow-origin"), origin);
        }
        assertEquals(Optional.empty(), allowed.header("access-control-allow-credentials"));
      }
    }
  }

  @Test
  void neverSharesWithCredentials() throws Exception {
    var reply = api.get("/sections", "origin", "https://any.example", "cookie", "a=b");

    assertEquals(Optional.of("*"), reply.header("access-control-allow-origin"));
    assertEquals(Optional.empty(), reply.header("access-control-allow-credentials"));
    assertEquals(Optional.empty(), reply.header("set-cookie"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/papers/%s", "/sections/%s", "/%s", "/papers?q=%s", "/papers?%s=1"})
  void repeatsInputOnlyInTextsOfJson(String address) throws Exception {
    var encoded = URLEncoder.encode(MARKUP, StandardCharsets.UTF_8).replace("+", "%20");

    var reply = api.get(address.formatted(encoded));

    assertTrue(
        reply
            .header("content-type")
            .orElseThrow()
            .matches("application/json|application/problem\\+json"));
    assertNoSniff(reply);
    // It can be parsed, so nothing ended a text early.
    assertFalse(reply.json().isEmpty());
    reply
        .response()
        .headers()
        .map()
        .forEach(
            (name, values) -> assertFalse(values.toString().contains("<script"), name + values));
  }

  @Test
  void putsNothingIntoHeadersThatEndsThem() throws Exception {
    var reply = api.search("GAN\r\nset-cookie: a=b", "limit=1");

    assertEquals(200, reply.status());
    assertEquals(Optional.empty(), reply.header("set-cookie"));
    assertFalse(reply.header("link").orElse("").matches("(?s).*[\r\n].*"));
  }

  private static void assertNoSniff(Reply reply) {
    assertEquals(Optional.of("nosniff"), reply.header("x-content-type-options"));
  }
}
