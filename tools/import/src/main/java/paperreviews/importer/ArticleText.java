package paperreviews.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.seed.ForbiddenCharacters;

/** Decodes the file of an article: UTF-8, or Shift_JIS as Japanese editors used to save it. */
final class ArticleText {
  /** A book of reviews; an article has some 50,000 and 500. */
  private static final int MAX_BYTES = 2_000_000;

  private static final int MAX_LINES = 10_000;

  /** The line ends of all systems, and those of word processors. */
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u2028\u2029]");

  private ArticleText() {}

  /**
   * The lines in NFC, without line ends and trailing white space.
   *
   * @throws UnreadableArticleException if the file is not text, is too large, or contains forbidden
   *     characters
   */
  static List<String> lines(byte[] article) throws UnreadableArticleException {
    if (article.length > MAX_BYTES) {
      throw refusal(
          "it has %,d bytes; an article has at most %,d: split it into files of their own"
              .formatted(article.length, MAX_BYTES));
    }
    var text =
        decoded(article, StandardCharsets.UTF_8)
            .or(
                () ->
                    decoded(article, Charset.forName("windows-31j"))
                        .filter(ArticleText::isJapanese))
            .orElseThrow(() -> refusal("it is not UTF-8 text; save it as UTF-8"));
    var lines = List.of(LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1));
    if (lines.size() > MAX_LINES) {
      throw refusal(
          "it has %,d lines; an article has at most %,d: split it into files of their own"
              .formatted(lines.size(), MAX_LINES));
    }
    var reasons = new ArrayList<Remark>();
    for (int at = 0; at < lines.size(); at++) {
      var forbidden = ForbiddenCharacters.first(lines.get(at));
      if (forbidden.isPresent()) {
        reasons.add(
            new Remark(
                at + 1,
                "it holds the control character U+%04X; remove it"
                    .formatted(forbidden.getAsInt())));
      }
    }
    if (!reasons.isEmpty()) {
      throw new UnreadableArticleException(reasons);
    }
    return lines.stream().map(line -> withoutEnd(composed(line))).toList();
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Nearly any bytes are valid Shift_JIS, but only Japanese text has kana, and no NUL in it. */
  private static boolean isJapanese(String text) {
    long kana = text.chars().filter(c -> c >= 'ぁ' && c <= 'ヿ').count();
    long halfWidth = text.chars().filter(c -> c >= '｡' && c <= 'ﾟ' || c == 0).count();
    return kana > 4 * halfWidth;
  }

  /** Macs write が as か and ゛. Lines without combining marks keep their code points. */
  private static String composed(String line) {
    boolean combining =
        line.codePoints().anyMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
    return combining ? Normalizer.normalize(line, Normalizer.Form.NFC) : line;
  }

  private static UnreadableArticleException refusal(String reason) {
    return new UnreadableArticleException(List.of(new Remark(0, reason)));
  }

  private static String withoutEnd(String line) {
    return withoutEnd(line, "");
  }

  /** The text without white space and these characters at its end. */
  static String withoutEnd(String text, String characters) {
    int end = text.length();
    while (end > 0 && isSpaceOr(characters, text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isSpaceOr(String characters, char character) {
    return isSpace(character) || characters.indexOf(character) >= 0;
  }

  /** White space as a reader sees it, which is more than Java counts as such. */
  static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200B'
        || character == '\u2060'
        || character == '\uFEFF';
  }

  /** The text without white space at its ends. */
  static String strip(String text) {
    return strip(text, "");
  }

  /** The text without white space and these characters at its ends. */
  static String strip(String text, String characters) {
    return withoutEnd(text.substring(behind(text, 0, characters)), characters);
  }

  /** Where white space and these characters end that begin at an index. */
  static int behind(String text, int from, String characters) {
    int at = from;
    while (at < text.length() && isSpaceOr(characters, text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The text as titles are compared: without regard to width, case, spaces and punctuation. */
  static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(java.util.Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether the text has Japanese characters. */
  static boolean hasJapanese(String text) {
    return text.codePoints().anyMatch(ArticleText::isJapanese);
  }

  static boolean isJapanese(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HIRAGANA, KATAKANA, HAN -> true;
      default -> false;
    };
  }

  /** The text as messages quote it. */
  static String quoted(String text) {
    return "“" + shortened(text) + "”";
  }

  static String shortened(String text) {
    int max = 100;
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
  }
}
