package paperreviews.importer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that may be a title: it begins with a number, or Markdown marks it.
 *
 * @param at the line's index
 * @param level of a Markdown heading, 1 to 6; 0 for any other line
 * @param bold whether all of it is bold
 * @param numbers its number, with those before it: 2 and 3 for {@code 2-3. Title}; or empty
 * @param title the rest, without marks
 * @param address where the whole title is a link, its address
 * @param doubtful whether it is rather a sentence, or begins with a number such as 1.5
 */
record Headline(
    int at,
    int level,
    boolean bold,
    List<Integer> numbers,
    String title,
    Optional<String> address,
    boolean doubtful) {

  private static final String SPACE = ArticleText.SPACE;
  private static final String DIGITS = "[0-9０-９]{1,3}";
  private static final String CHAIN =
      "(?<chain>" + DIGITS + "(?:[-‐‑‒–—―−－.．]" + DIGITS + "){0,3})";
  private static final String TITLE = SPACE + "*(?<title>.*)";

  private static final Pattern HEADING =
      Pattern.compile("(?<marks>[#＃]{1,6})(?:" + SPACE + "+|(?=[*_\\[(0-9０-９第【]))(?<rest>.+)");
  private static final Pattern CLOSING_MARKS = Pattern.compile(SPACE + "#+$");
  private static final Pattern ORNAMENT =
      Pattern.compile("[■□◆◇●○▼★☆▶]" + SPACE + "*(?=[0-9０-９第(（\\[【])");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<mark>\\*{1,3}|_{1,3})(?<text>[^*_\\s](?:.*[^*_\\s])?)\\k<mark>");
  private static final Pattern EMPHASISED_NUMBER =
      Pattern.compile("(?<mark>\\*{2}|__)(?<number>" + DIGITS + "[^*_]{0,12})\\k<mark>" + TITLE);

  /** {@code 3. Title}, {@code 3.Title}, {@code 2-3. Title}, {@code ３．Title}, {@code 3\. Title}. */
  private static final Pattern POINTED =
      Pattern.compile(CHAIN + SPACE + "*(?:\\\\?[.．。、:：)）])(?<gap>" + SPACE + "*)(?<title>.*)");

  /** {@code (3) Title}, {@code 【3】Title}. */
  private static final Pattern BRACKETED =
      Pattern.compile(
          "[(（\\[［【]"
              + SPACE
              + "*"
              + CHAIN
              + SPACE
              + "*[)）\\]］】](?<gap>"
              + SPACE
              + "*)(?<title>.*)");

  /** {@code 第3章 Title}. */
  private static final Pattern CHAPTER =
      Pattern.compile("第" + CHAIN + "[章節部](?<gap>[:：.．]?" + SPACE + "*)(?<title>.*)");

  /** {@code 3 Title}, if marks say that it is a title, and {@code 2-3 Title}. */
  private static final Pattern SPACED =
      Pattern.compile(CHAIN + "(?<gap>" + SPACE + "+)(?<title>.*)");

  private static final Pattern BULLET =
      Pattern.compile("(?:[-*+•◦▪–]" + SPACE + "+|[・•]|>)" + SPACE + "*");

  /** What a line says as a title, if it may be one. */
  static Optional<Headline> of(int at, String line) {
    var text = ArticleText.strip(line);
    if (BULLET.matcher(text).lookingAt()) {
      return Optional.empty();
    }
    int level = 0;
    var heading = HEADING.matcher(text);
    if (heading.matches()) {
      level = heading.group("marks").length();
      text = ArticleText.strip(CLOSING_MARKS.matcher(heading.group("rest")).replaceFirst(""));
    }
    var ornament = ORNAMENT.matcher(text);
    boolean bold = ornament.lookingAt();
    if (bold) {
      text = text.substring(ornament.end());
    }
    var plain = withoutEmphasis(text);
    bold |= !plain.equals(text);
    var number = EMPHASISED_NUMBER.matcher(plain);
    if (number.matches() && endsWithPoint(number.group("number"))) {
      plain = number.group("number") + " " + number.group("title");
    }
    var numbered = number(plain, level > 0 || bold);
    if (numbered.isEmpty() && level == 0 && !bold) {
      return Optional.empty();
    }
    var title = numbered.map(match -> match.group("title")).orElse(plain);
    var words = withoutEmphasis(ArticleText.strip(title));
    bold |= !words.equals(ArticleText.strip(title));
    var link = Addresses.in(words).stream().findFirst();
    boolean linked =
        link.isPresent()
            && link.get().text().isPresent()
            && link.get().end() - link.get().start() == words.length();
    if (linked) {
      words = withoutEmphasis(link.get().text().get());
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean doubtful =
        numbered
                .map(
                    match ->
                        match.group("gap").isEmpty() && isDigit(match.group("title").charAt(0)))
                .orElse(false)
            || level == 0 && words.endsWith("。");
    return Optional.of(
        new Headline(
            at,
            level,
            bold,
            numbered.map(match -> numbers(match.group("chain"))).orElse(List.of()),
            words,
            linked ? Optional.of(link.get().address()) : Optional.empty(),
            doubtful));
  }

  private static boolean endsWithPoint(String number) {
    var pointed = POINTED.matcher(ArticleText.strip(number));
    return pointed.matches() && pointed.group("title").isEmpty();
  }

  private static String withoutEmphasis(String text) {
    var emphasis = EMPHASIS.matcher(text);
    return emphasis.matches() && !emphasis.group("text").contains(emphasis.group("mark"))
        ? ArticleText.strip(emphasis.group("text"))
        : text;
  }

  private static Optional<Matcher> number(String text, boolean marked) {
    for (var pattern : List.of(POINTED, BRACKETED, CHAPTER)) {
      var match = pattern.matcher(text);
      if (match.matches() && !match.group("title").isEmpty()) {
        return Optional.of(match);
      }
    }
    var spaced = SPACED.matcher(text);
    return spaced.matches() && (marked || numbers(spaced.group("chain")).size() > 1)
        ? Optional.of(spaced)
        : Optional.empty();
  }

  private static List<Integer> numbers(String chain) {
    return Arrays.stream(Normalizer.normalize(chain, Normalizer.Form.NFKC).split("\\D+"))
        .map(Integer::valueOf)
        .toList();
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9' || character >= '０' && character <= '９';
  }

  boolean hasNumber() {
    return !numbers.isEmpty();
  }

  /** The title's own number; zero if it has none. */
  int number() {
    return hasNumber() ? numbers.getLast() : 0;
  }

  /** Whether Markdown says that this is a title. */
  boolean isMarked() {
    return level > 0 || bold;
  }

  /** The title as one compares it: without regard to widths, case, spaces and punctuation. */
  String key() {
    return key(title);
  }

  /** What a line of a table of contents names: the line without bullet, number and link. */
  static String keyOfContents(String line) {
    var text = ArticleText.strip(line);
    var bullet = BULLET.matcher(text);
    if (bullet.lookingAt()) {
      text = text.substring(bullet.end());
    }
    var link = CONTENTS_LINK.matcher(text);
    if (link.matches()) {
      text = link.group("text");
    }
    var numbered = of(0, text).map(Headline::title).orElse(text);
    var inner = CONTENTS_LINK.matcher(numbered);
    return key(inner.matches() ? inner.group("text") : numbered);
  }

  private static final Pattern CONTENTS_LINK =
      Pattern.compile("\\[(?<text>[^\\[\\]]+)]\\([^()]*(?:\\([^()]*\\)[^()]*){0,4}\\)");

  private static String key(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{Z}\\p{P}\\s]+", "");
  }
}
