package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Edition;

class EntityTagTest {
  private static final String EDITION = "0123456789abcdef";

  private static EntityTag tag(String edition, String path, String query) {
    return EntityTag.of(
        new Edition(edition, edition + ".1", Instant.EPOCH, 1, 1, 1, "first"),
        new Request("GET", "/papers", path, query, Map.of(), Map.of(), "request"),
        Optional.empty());
  }

  @Test
  void isAStrongTagThatNamesTheEdition() {
    var header = tag(EDITION, "/papers", "q=GAN").header();

    assertTrue(header.matches("\"" + EDITION + "-[0-9a-f]{16}\""), header);
  }

  @Test
  void isTheSameForTheSameRequestToTheSameEdition() {
    assertEquals(tag(EDITION, "/papers", "q=GAN"), tag(EDITION, "/papers", "q=GAN"));
  }

  @Test
  void differsByEditionPathAndQuery() {
    var tag = tag(EDITION, "/papers", "q=GAN");

    assertNotEquals(tag, tag("fedcba9876543210", "/papers", "q=GAN"));
    assertNotEquals(tag, tag(EDITION, "/sections", "q=GAN"));
    assertNotEquals(tag, tag(EDITION, "/papers", "q=VAE"));
    assertNotEquals(tag, tag(EDITION, "/papersq=GAN", ""));
  }

  @Test
  void differsByWhatStandsInPlaceOfARoutesParameter() {
    // API Gateway decodes the path, and cuts it at a question mark that was encoded.
    var edition = new Edition(EDITION, EDITION + ".1", Instant.EPOCH, 1, 1, 1, "first");
    var resource = "/papers/{paperId}";
    var one = new Request("GET", resource, "/papers/x", "", Map.of(), Map.of("paperId", "x"), "");
    var other =
        new Request("GET", resource, "/papers/x", "", Map.of(), Map.of("paperId", "x?"), "");

    assertNotEquals(
        EntityTag.of(edition, one, Optional.empty()),
        EntityTag.of(edition, other, Optional.empty()));
  }

  @Test
  void differsByNegotiatedLanguageAndByCompression() {
    var edition = new Edition(EDITION, EDITION + ".1", Instant.EPOCH, 1, 1, 1, "first");
    var request = new Request("GET", "/papers", "/papers", "", Map.of(), Map.of(), "");
    var japanese = EntityTag.of(edition, request, Optional.of("ja"));
    var english = EntityTag.of(edition, request, Optional.of("en"));

    assertNotEquals(japanese, english);
    assertTrue(english.compressed().header().matches("\"" + EDITION + "-[0-9a-f]{16}-gzip\""));
    assertFalse(english.compressed().matches(english.header()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a-1\"",
        "W/\"a-1\"",
        "\"b\", \"a-1\"",
        "\"b\",W/\"a-1\",\"c\"",
        "  \"a-1\"  ",
        "\"with, comma\", \"a-1\"",
      })
  void matchesItselfInAList(String ifNoneMatch) {
    assertTrue(new EntityTag("\"a-1\"").matches(ifNoneMatch));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "a-1",
        "\"a-2\"",
        "\"a-1",
        "\"A-1\"",
        "\"xa-1\"",
        "\"a-1x\"",
        "\"b\"a-1\"c\"",
      })
  void matchesNothingElse(String ifNoneMatch) {
    assertFalse(new EntityTag("\"a-1\"").matches(ifNoneMatch));
  }
}
