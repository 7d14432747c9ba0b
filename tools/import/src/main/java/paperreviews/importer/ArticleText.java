package paperreviews.importer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import paperreviews.seed.ForbiddenCharacters;

/** The lines of an article. */
final class ArticleText {
  /** A book of reviews; an article has some 50,000 and 500. */
  private static final int MOST_BYTES = 2_000_000;

  private static final int MOST_LINES = 10_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The ends of lines of all systems, and those that word processors use. */
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u2028\u2029]");

  /** White space as one sees it, which is more than Java calls so. */
  static final String SPACE = "[\\s\\p{Z}\u200B\u2060\uFEFF]";

  private ArticleText() {}

  /**
   * The lines, without their ends and the spaces before these.
   *
   * @throws UnreadableArticleException if it is no text, or holds characters that no text may hold
   */
  static List<String> lines(byte[] article) throws UnreadableArticleException {
    if (article.length > MOST_BYTES) {
      throw refusal(
          "it has %,d bytes; an article has at most %,d".formatted(article.length, MOST_BYTES));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(article)).toString();
    } catch (CharacterCodingException notText) {
      throw refusal("it is not UTF-8 text; save it as UTF-8");
    }
    if (text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(BYTE_ORDER_MARK.length());
    }
    var lines = List.of(LINE_END.split(text, -1));
    if (lines.size() > MOST_LINES) {
      throw refusal(
          "it has %,d lines; an article has at most %,d".formatted(lines.size(), MOST_LINES));
    }
    var reasons = new ArrayList<Remark>();
    for (int at = 0; at < lines.size(); at++) {
      int line = at + 1;
      ForbiddenCharacters.first(lines.get(at))
          .ifPresent(
              character ->
                  reasons.add(
                      new Remark(
                          line,
                          "it holds the control character U+%04X; remove it"
                              .formatted(character))));
    }
    if (!reasons.isEmpty()) {
      throw new UnreadableArticleException(reasons);
    }
    return lines.stream().map(ArticleText::withoutEnd).toList();
  }

  private static UnreadableArticleException refusal(String reason) {
    return new UnreadableArticleException(List.of(new Remark(0, reason)));
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0 && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200B'
        || character == '\u2060'
        || character == '\uFEFF';
  }

  /** A text without white space at its ends. */
  static String strip(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return withoutEnd(text.substring(start));
  }
}
