package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "'',                       ''",
    "deep+learning,            deep learning",
    "deep%20learning,          deep learning",
    "C%2B%2B,                  C++",
    "100%25,                   100%",
    "%e5%AD%a6%E7%BF%92,       学習",
    "学習,                     学習",
    "学%E7%BF%92,              学習",
    "%F0%A0%AE%B7,             𠮷",
    "𠮷+%F0%9F%A4%96,          𠮷 🤖",
  })
  void decodesEscapesAndWhatStandsUnescaped(String encoded, String text) {
    assertEquals(Optional.of(text), PercentEncoding.decode(encoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%", "100%", "%4", "%zz", "%4g", "%-1", "% 1", "%+1", "a%", "%%41",
      })
  void refusesBrokenEscapes(String encoded) {
    assertEquals(Optional.empty(), PercentEncoding.decode(encoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%FF", // no UTF-8 has this byte
        "%80", // a continuation of nothing
        "%E5%AD", // a character's first two bytes of three
        "%8Aw%8FK", // Shift_JIS
        "%C0%AF", // "/" in two bytes
        "%ED%A0%80", // half a surrogate pair
        "%F4%90%80%80", // beyond the last code point
      })
  void refusesBytesThatAreNotUtf8(String encoded) {
    assertEquals(Optional.empty(), PercentEncoding.decode(encoded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud842", "a\ud842b", "\udfb7\ud842", "学\udfb7"})
  void refusesHalfASurrogatePair(String encoded) {
    assertEquals(Optional.empty(), PercentEncoding.decode(encoded));
    assertFalse(PercentEncoding.isWellFormed(encoded));
  }

  @Test
  void takesAWholeSurrogatePairAsWellFormed() {
    assertTrue(PercentEncoding.isWellFormed("𠮷野家 🤖"));
  }

  @Property
  void decodesWhateverIsEncoded(@ForAll String text) {
    Assume.that(PercentEncoding.isWellFormed(text));

    var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

    assertEquals(Optional.of(text), PercentEncoding.decode(encoded));
  }

  @Property
  void decodesAnyTextToWellFormedTextOrNothing(@ForAll String encoded) {
    var decoded = PercentEncoding.decode(encoded);

    assertTrue(PercentEncoding.isWellFormed(decoded.orElse("")), encoded);
  }
}
