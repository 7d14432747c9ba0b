package paperreviews.importer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number that a title begins with.
 *
 * @param numbers the number with those before it: 2 and 3 for {@code 2-3. Title}
 * @param pattern how it is written: {@code 1.}, {@code 1-1.}, {@code (1)}, {@code 第1章}, {@code ①}
 * @param certainty whether it is a number at all
 * @param end where the title begins
 */
record Numbering(List<Integer> numbers, String pattern, Certainty certainty, int end) {
  /** How certain it is that digits at the beginning of a line number it. */
  enum Certainty {
    CERTAIN,
    /** {@code 3 Title} and {@code 1.58 Bits}: a number only where its neighbors count. */
    SPACED,
    /** {@code 2.5D}: the second paper only behind {@code 1.Title}. */
    TIGHT
  }

  private static final String DIGITS = "[0-9０-９]{1,3}";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<open>第|[(（\\[［【]|(?i:paper|no\\.?|論文)(?=\\s*[0-9０-９]))?\\s*(?<chain>"
              + DIGITS
              + "(?:[-‐‑‒–—―−－.．]"
              + DIGITS
              + "){0,3})\\s*(?<close>(?:[章節部位]|[本番つ]目)[:：.．]?|[.．。、:：)）\\]］】])?[\\s\\p{Z}]*(?=\\S)");

  private static final Pattern TIGHT = Pattern.compile("(?<chain>" + DIGITS + ")[.．](?=[0-9０-９])");

  private static final Pattern KEYCAP = Pattern.compile("(?<digit>[0-9])\uFE0F?\u20E3\\s*");

  /** Numbers that are one character. */
  private static final List<String> SIGNS =
      List.of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "❶❷❸❹❺❻❼❽❾❿", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ");

  /** The number at the beginning of a text, if there is one. */
  static Optional<Numbering> of(String text) {
    var keycap = KEYCAP.matcher(text);
    if (keycap.lookingAt()) {
      return Optional.of(
          new Numbering(
              numbers(keycap.group("digit")), "1\u20E3", Certainty.CERTAIN, keycap.end()));
    }
    for (var signs : SIGNS) {
      int sign = text.isEmpty() ? -1 : signs.indexOf(text.charAt(0));
      if (sign >= 0) {
        return Optional.of(
            new Numbering(
                List.of(sign + 1),
                signs.substring(0, 1),
                Certainty.CERTAIN,
                ArticleText.behind(text, 1, ".．、")));
      }
    }
    var number = NUMBER.matcher(text);
    if (number.lookingAt()) {
      var open = normalized(number.group("open"));
      var close = normalized(number.group("close"));
      boolean closed =
          switch (open) {
            case "(" -> close.equals(")");
            case "[" -> close.equals("]");
            case "【" -> close.equals("】");
            case "第" -> !close.isEmpty() && "章節部位".indexOf(close.charAt(0)) >= 0;
            default -> true;
          };
      boolean enclosed = !close.isEmpty() && closed;
      boolean spaced = close.isEmpty() && open.isEmpty() && number.end() > number.end("chain");
      boolean decimal =
          open.isEmpty()
              && number.end() == number.end(close.isEmpty() ? "chain" : "close")
              && number.end() < text.length()
              && Character.isDigit(text.charAt(number.end()));
      if ((enclosed || spaced) && !decimal) {
        var numbers = numbers(number.group("chain"));
        return Optional.of(
            new Numbering(
                numbers,
                open + "1-".repeat(numbers.size() - 1) + "1" + close,
                enclosed ? Certainty.CERTAIN : Certainty.SPACED,
                number.end()));
      }
    }
    var tight = TIGHT.matcher(text);
    return tight.lookingAt()
        ? Optional.of(
            new Numbering(numbers(tight.group("chain")), "1.", Certainty.TIGHT, tight.end()))
        : Optional.empty();
  }

  private static String normalized(String mark) {
    return mark == null
        ? ""
        : Normalizer.normalize(mark, Normalizer.Form.NFKC).replace('。', '.').replace('、', ',');
  }

  private static List<Integer> numbers(String chain) {
    return Arrays.stream(Normalizer.normalize(chain, Normalizer.Form.NFKC).split("\\D+"))
        .map(Integer::valueOf)
        .toList();
  }

  /** The number itself, without those before it. */
  int last() {
    return numbers.getLast();
  }
}
