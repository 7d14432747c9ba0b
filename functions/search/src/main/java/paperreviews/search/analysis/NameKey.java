package paperreviews.search.analysis;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The key of a name: what is left of it without case, width, hyphens, spaces, plurals and the
 * spellings of loanwords. Names with the same key are spellings of one name.
 */
public final class NameKey {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]+");

  private NameKey() {}

  /** The key of a name. */
  public static String of(String name) {
    return Analysis.CHARACTERS.tokens(name).stream().map(NameKey::of).collect(Collectors.joining());
  }

  /** The key of a name that is analysed already. */
  public static String of(AnalyzedText name) {
    return name.tokens(Analysis.CHARACTERS).stream().map(NameKey::of).collect(Collectors.joining());
  }

  /** What a token adds to a key. */
  public static String of(Token token) {
    if (token.isLatinWord()) {
      return singular(token.term());
    }
    return KATAKANA.matcher(token.term()).matches() ? loanword(token.term()) : token.term();
  }

  /** マシーン and マシン, ゼイション and ゼーション, オプティマイザ and オプチマイザ. */
  private static String loanword(String katakana) {
    var key =
        katakana
            .replace("ティ", "チ")
            .replace("ディ", "ジ")
            .replace("デュ", "ジュ")
            .replace("トゥ", "ト")
            .replace("ドゥ", "ド")
            .replace("ウィ", "ウイ")
            .replace("ウェ", "ウエ")
            .replace("ウォ", "ウオ")
            .replaceAll("(?<=[エケセテネヘメレゲゼデベペェ])イ(?=.)|(?<=.)ー", "");
    return key.isEmpty() ? katakana : key;
  }

  /**
   * A word without its plural, by the rules of the S-stemmer (Harman 1991): a stemmer that takes
   * more away conflates optimizer and optimal.
   */
  private static String singular(String word) {
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
      return word;
    }
    if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.substring(0, word.length() - 1);
  }
}
