package paperreviews.seed;

import java.util.OptionalInt;

/** The characters that no text of a review may hold: they show nothing, or what is not there. */
public final class ForbiddenCharacters {
  private ForbiddenCharacters() {}

  /** The first of them in a text, if there is one. Line ends and tabs are allowed. */
  public static OptionalInt first(String text) {
    return text.codePoints().filter(ForbiddenCharacters::isForbidden).findFirst();
  }

  private static boolean isForbidden(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t'
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
        || character >= 0xFFFE && character <= 0xFFFF
        || isOfDirection(character);
  }

  /**
   * Marks that turn the direction of what follows, and so show another text than there is.
   *
   * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX
   *     #9</a>
   */
  private static boolean isOfDirection(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
  }
}
