package paperreviews.api;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Text for LaTeX, and parts of BibTeX entries that are made of text. */
final class LatexText {
  /** The accents of LaTeX by the combining characters that Unicode decomposes letters to. */
  private static final Map<Character, String> ACCENTS =
      Map.ofEntries(
          Map.entry('\u0300', "`"),
          Map.entry('\u0301', "'"),
          Map.entry('\u0302', "^"),
          Map.entry('\u0303', "~"),
          Map.entry('\u0304', "="),
          Map.entry('\u0306', "u "),
          Map.entry('\u0307', "."),
          Map.entry('\u0308', "\""),
          Map.entry('\u030A', "r "),
          Map.entry('\u030B', "H "),
          Map.entry('\u030C', "v "),
          Map.entry('\u0327', "c "),
          Map.entry('\u0328', "k "));

  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'đ', "dj"),
          Map.entry((int) 'Đ', "DJ"),
          Map.entry((int) 'ı', "i"));

  private LatexText() {}

  /**
   * Escapes what has a meaning in LaTeX. Accented Latin letters become commands, which BibTeX sorts
   * and shortens correctly; other scripts stay as they are.
   */
  static String of(String text) {
    var latex = new StringBuilder();
    text.codePoints().forEach(character -> append(character, latex));
    return latex.toString();
  }

  private static void append(int character, StringBuilder latex) {
    switch (character) {
      case '&', '%', '$', '#', '_' -> latex.append('\\').append((char) character);
      // BibTeX counts braces even behind a backslash.
      case '{' -> latex.append("\\textbraceleft{}");
      case '}' -> latex.append("\\textbraceright{}");
      case '\\' -> latex.append("\\textbackslash{}");
      case '~' -> latex.append("\\textasciitilde{}");
      case '^' -> latex.append("\\textasciicircum{}");
      default -> latex.append(letter(character));
    }
  }

  private static String letter(int character) {
    if (Character.isISOControl(character)) {
      return " ";
    }
    var command = LETTERS.get(character);
    if (command != null) {
      return "{\\%s}".formatted(command);
    }
    var letter = Character.toString(character);
    var decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
    boolean isAccented =
        decomposed.length() == 2
            && decomposed.charAt(0) < 128
            && ACCENTS.containsKey(decomposed.charAt(1));
    return isAccented
        ? "{\\%s%s}".formatted(ACCENTS.get(decomposed.charAt(1)), decomposed.charAt(0))
        : letter;
  }

  /** Encodes what would end a BibTeX field; the package url sets addresses verbatim. */
  static String ofUrl(String url) {
    var encoded = new StringBuilder();
    url.codePoints()
        .forEach(
            character -> {
              if (character <= ' ' || "{}\\\u007f".indexOf(character) >= 0) {
                encoded.append("%%%02X".formatted(character));
              } else {
                encoded.appendCodePoint(character);
              }
            });
    return encoded.toString();
  }

  /** Returns the Latin letters and digits of a text, without accents, in lower case. */
  static String ascii(String text) {
    var latin = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .forEach(
            character ->
                latin.append(LETTERS.getOrDefault(character, Character.toString(character))));
    return latin.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
