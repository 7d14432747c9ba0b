package paperreviews.search.analysis;

import java.util.stream.Collectors;

/**
 * The key of a name: what is left of it without case, width, hyphens, spaces and plurals. Names
 * with the same key are spellings of one name.
 */
public final class NameKey {
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
    return token.isLatinWord() ? singular(token.term()) : token.term();
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
