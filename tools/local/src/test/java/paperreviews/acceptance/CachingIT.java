package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingIT {
  private final Api api = Api.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"/sections", "/sections/video", "/papers", "/papers?q=GAN", "/papers/1905.11946"})
  void tagsEveryAnswerWithItsEdition(String path) throws Exception {
    var reply = api.get(path);

    var tag = reply.header("etag").orElseThrow();
    assertTrue(tag.matches("\"[0-9a-f]{16}-[0-9a-f]{16}\""), tag);
    assertTrue(tag.contains((String) reply.at("edition")));
    assertEquals(
        "public, max-age=60, stale-while-revalidate=600",
        reply.header("cache-control").orElseThrow());
    assertEquals(tag, api.get(path).header("etag").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sections", "/sections/video", "/papers", "/papers?q=GAN", "/papers/1905.11946"})
  void tellsAClientThatItHasTheAnswer(String path) throws Exception {
    var tag = api.get(path).header("etag").orElseThrow();

    for (var condition : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      var reply = api.get(path, "if-none-match", condition);
      assertEquals(304, reply.status(), condition);
      assertEquals("", reply.text());
      assertEquals(tag, reply.header("etag").orElseThrow());
      assertTrue(reply.header("cache-control").isPresent());
    }
  }

  @Test
  void answersWholeWhereTheClientHasAnotherAnswer() throws Exception {
    var other = api.get("/papers?q=GAN").header("etag").orElseThrow();

    var reply = api.get("/papers?q=SVM", "if-none-match", other);

    assertEquals(200, reply.status());
    assertNotEquals(other, reply.header("etag").orElseThrow());
  }

  @Test
  void hasNothingThatAnyTagCouldMatchWhereThereIsNoPaper() throws Exception {
    assertEquals(404, api.get("/papers/0000.00000", "if-none-match", "*").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sections",
        "/sections/video",
        "/papers?q=GAN",
        "/papers/1905.11946",
        "/papers/x"
      })
  void answersHeadAsGetButWithoutABody(String path) throws Exception {
    var get = api.get(path);
    var head = api.send("HEAD", path);

    assertEquals(get.status(), head.status());
    assertEquals("", head.text());
    assertEquals(Optional.empty(), head.header("content-length"));
    assertEquals(get.header("etag"), head.header("etag"));
    assertEquals(get.header("content-type"), head.header("content-type"));
    assertEquals(get.header("cache-control"), head.header("cache-control"));
  }

  @Test
  void letsScriptsOfOtherOriginsReadTagsAndLinks() throws Exception {
    var reply = api.get("/papers?limit=1", "origin", "https://reader.example");

    assertEquals("*", reply.header("access-control-allow-origin").orElseThrow());
    assertEquals(
        "etag,link,retry-after,apigw-requestid",
        reply.header("access-control-expose-headers").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/papers?q=GAN", "/feed"})
  void keepsAnswersInEachLanguageApart(String path) throws Exception {
    var english = api.get(path, "accept-language", "en-US,en;q=0.9");
    var japanese = api.get(path, "accept-language", "ja");
    var tag = english.header("etag").orElseThrow();

    assertNotEquals(english.header("etag"), japanese.header("etag"));
    for (var reply : List.of(english, japanese, api.get(path))) {
      assertEquals(Optional.of("accept-language, accept-encoding, origin"), reply.header("vary"));
    }
    assertEquals(200, api.get(path, "accept-language", "ja", "if-none-match", tag).status());
    assertEquals(304, api.get(path, "accept-language", "en", "if-none-match", tag).status());
  }

  @Test
  void headerHasNoSayBesideAParameter() throws Exception {
    var reply = api.get("/papers?q=GAN&lang=en", "accept-language", "ja");

    assertEquals(Optional.of("accept-encoding, origin"), reply.header("vary"));
    assertEquals(api.get("/papers?q=GAN&lang=en").header("etag"), reply.header("etag"));
  }

  @Test
  void tellsWhichMethodsAreAllowed() throws Exception {
    var reply = api.send("OPTIONS", "/papers");

    assertEquals(204, reply.status());
    assertEquals("GET, HEAD, OPTIONS", reply.header("allow").orElseThrow());
  }

  @Test
  void answersPreflights() throws Exception {
    var reply =
        api.send(
            "OPTIONS",
            "/papers",
            "origin",
            "https://reader.example",
            "access-control-request-method",
            "GET",
            "access-control-request-headers",
            "if-none-match");

    assertEquals(204, reply.status());
    assertEquals("GET,HEAD", reply.header("access-control-allow-methods").orElseThrow());
    assertEquals(
        "if-none-match,cache-control,content-type,traceparent,x-requested-with",
        reply.header("access-control-allow-headers").orElseThrow());
    assertEquals("86400", reply.header("access-control-max-age").orElseThrow());
  }
}
