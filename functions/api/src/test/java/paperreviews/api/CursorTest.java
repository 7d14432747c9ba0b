package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final String ASKED = "深層学習\nimage-recognition";
  private static final Cursor CURSOR = new Cursor("0123456789abcdef", 12_345_678_901_234L);

  @Property
  void readsWhatItWrote(@ForAll long edition, @ForAll long place, @ForAll String asked) {
    var cursor = new Cursor("%016x".formatted(edition), place);

    assertEquals(Optional.of(cursor), Cursor.read(cursor.text(asked), asked));
  }

  @Test
  void needsNoEscapeInAnAddress() {
    var text = CURSOR.text(ASKED);

    assertTrue(text.matches("[A-Za-z0-9_-]+"), text);
    assertTrue(text.length() < 200, text);
  }

  @Property
  void readsNothingIfACharacterIsAnother(@ForAll @IntRange(max = 37) int at, @ForAll char other) {
    var text = CURSOR.text(ASKED);
    Assume.that(text.charAt(at) != other);

    var changed = text.substring(0, at) + other + text.substring(at + 1);

    assertEquals(Optional.empty(), Cursor.read(changed, ASKED));
  }

  @Test
  void readsNothingIfACharacterIsAnotherOfItsAlphabet() {
    var text = CURSOR.text(ASKED);
    for (int at = 0; at < text.length(); at++) {
      for (var other :
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("")) {
        if (!text.startsWith(other, at)) {
          var changed = text.substring(0, at) + other + text.substring(at + 1);
          assertEquals(Optional.empty(), Cursor.read(changed, ASKED), changed);
        }
      }
    }
  }

  @Test
  void readsNothingIfItIsCutOrContinued() {
    var text = CURSOR.text(ASKED);
    for (int end = 0; end < text.length(); end++) {
      assertEquals(Optional.empty(), Cursor.read(text.substring(0, end), ASKED));
      assertEquals(Optional.empty(), Cursor.read(text.substring(end + 1), ASKED));
    }
    assertEquals(Optional.empty(), Cursor.read(text + "A", ASKED));
    assertEquals(Optional.empty(), Cursor.read(text + "AAAA", ASKED));
    assertEquals(Optional.empty(), Cursor.read(text + "=", ASKED));
    assertEquals(Optional.empty(), Cursor.read(text + text, ASKED));
  }

  @Property
  void readsNothingForAnotherQuery(@ForAll String asked, @ForAll String other) {
    Assume.that(!asked.equals(other));

    assertEquals(Optional.empty(), Cursor.read(CURSOR.text(asked), other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"深層学習\n", "\nimage-recognition", "深層学習image-recognition\n", "", "\n"})
  void readsNothingForTheSameWordsAskedInAnotherWay(String other) {
    assertEquals(Optional.empty(), Cursor.read(CURSOR.text(ASKED), other));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 17, 28})
  void readsNothingOfAnotherLengthThoughItsDigestIsRight(int length) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    var forged = ByteBuffer.allocate(length + 12).put(new byte[length]);
    digest.update(new byte[length]);
    forged.put(digest.digest(ASKED.getBytes(StandardCharsets.UTF_8)), 0, 12);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.array());

    assertEquals(Optional.empty(), Cursor.read(text, ASKED));
  }

  @Property
  void readsNothingFromAnyOtherText(@ForAll @StringLength(max = 200) String text) {
    assertEquals(Optional.empty(), Cursor.read(text, ASKED));
  }

  @Property
  void readsNothingFromAnyOtherBytes(@ForAll byte[] bytes) {
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertEquals(Optional.empty(), Cursor.read(text, ASKED));
  }
}
