package paperreviews.search.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What texts are compared by while one of them is being typed: folded as in a search, in lower
 * case, and in katakana, since an input method shows hiragana first.
 */
public final class PrefixKey {
  /** The maximum length of a prefix, in UTF-16 units. */
  public static final int MAX_LENGTH = 16;

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private PrefixKey() {}

  /** The key of a text. */
  public static String of(String text) {
    return folded(text).text();
  }

  /** The key of a text, and where its characters occurred in the text. */
  public static FoldedText folded(String text) {
    var katakana = new StringBuilder(text);
    for (int at = 0; at < katakana.length(); at++) {
      char character = Character.toLowerCase(katakana.charAt(at));
      boolean isHiragana = 'ぁ' <= character && character <= 'ゖ';
      katakana.setCharAt(at, isHiragana ? (char) (character - 'ぁ' + 'ァ') : character);
    }
    return FoldedText.of(katakana.toString());
  }

  /** A key without spaces, hyphens and the like. */
  public static String joined(String key) {
    return SEPARATORS.matcher(key).replaceAll("");
  }

  /** What a key goes on with, joined, from the start of each of its words. */
  public static List<String> suffixes(String key) {
    var suffixes = new ArrayList<String>();
    for (int at = 0; at < key.length(); at++) {
      if (Character.isLetterOrDigit(key.codePointAt(at)) && startsWord(key, at)) {
        suffixes.add(shortened(joined(key.substring(at))));
      }
    }
    return suffixes;
  }

  /** As much of a joined key as is compared. */
  public static String shortened(String key) {
    return key.substring(0, Math.min(key.length(), MAX_LENGTH));
  }

  /** Japanese has no spaces between words: there, each character may start one. */
  public static boolean startsWord(String key, int at) {
    return at == 0
        || isJapanese(key.charAt(at))
        || isJapanese(key.charAt(at - 1))
        || !Character.isLetterOrDigit(key.charAt(at - 1)) && key.charAt(at - 1) != '\'';
  }

  /** Whether a key has a Japanese character. */
  public static boolean isJapanese(String key) {
    return key.chars().anyMatch(character -> isJapanese((char) character));
  }

  private static boolean isJapanese(char character) {
    return 'ァ' <= character && character <= 'ー' || 0x3400 <= character && character <= 0x9fff;
  }
}
