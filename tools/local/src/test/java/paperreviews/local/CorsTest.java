package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paperreviews.template.CorsConfiguration;

class CorsTest {
  @Test
  void allowsAllOriginsByAnAsterisk() {
    var cors = cors(List.of("*"), 0);
    assertEquals(
        Map.of("access-control-allow-origin", "*", "access-control-expose-headers", "etag,link"),
        cors.answerHeaders("https://a.example"));
    assertEquals(
        Map.of(
            "access-control-allow-origin", "*",
            "access-control-allow-methods", "GET,HEAD",
            "access-control-allow-headers", "if-none-match"),
        cors.preflightHeaders("https://a.example"));
  }

  @Test
  void namesTheOriginWhereOnlySomeAreAllowed() {
    var cors = cors(List.of("https://a.example", "http://c.example"), 600);
    assertEquals(
        "https://a.example",
        cors.answerHeaders("https://a.example").get("access-control-allow-origin"));
    assertEquals(
        "http://c.example",
        cors.answerHeaders("http://c.example").get("access-control-allow-origin"));
    assertEquals("600", cors.preflightHeaders("https://a.example").get("access-control-max-age"));
    assertEquals(Map.of(), cors.answerHeaders("https://b.example"));
    assertEquals(Map.of(), cors.preflightHeaders("https://b.example"));
    assertEquals(Map.of(), cors.preflightHeaders("null"));
  }

  private static Cors cors(List<String> origins, int maxAge) {
    return new Cors(
        new CorsConfiguration(
            origins,
            List.of("GET", "HEAD"),
            List.of("if-none-match"),
            List.of("etag", "link"),
            maxAge));
  }
}
