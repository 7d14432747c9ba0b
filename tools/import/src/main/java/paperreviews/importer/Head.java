package paperreviews.importer;

import java.util.List;
import java.util.Optional;
import paperreviews.importer.Inline.Mark;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Numbering.Certainty;

/**
 * A line that may be the title of a paper or a section.
 *
 * @param at the line's index
 * @param style how it is set
 * @param number its number, if it has one
 * @param title the title, without marks, number, and links behind it
 * @param key the title as titles are compared
 * @param links the links in the title or behind it, with their words
 * @param tail what is written behind the title of an entry of a list
 */
record Head(
    int at,
    Style style,
    Optional<Numbering> number,
    String title,
    String key,
    List<Linked> links,
    String tail) {

  private static final String ORNAMENTS = "■□◆◇●○◎▼▽★☆▶►";

  private static final String SEPARATORS = "[](){}<>（）［］【】「」|｜/／,、・:：;-–—→ \u3000";

  /** What sets a title apart; the first ones more clearly. */
  enum Shape {
    HEADING,
    BOLD,
    ORNAMENT,
    /** {@code Title: words}. */
    KEY,
    NUMBER,
    /** A line that is one link. */
    LINK,
    /** An entry of a list that begins with a link or has one behind its title. */
    BULLET
  }

  /**
   * How a title is set.
   *
   * @param level of a heading or an entry of a list
   * @param pattern the ornament, or how a bare number is written
   */
  record Style(Shape shape, int level, String pattern) {
    /** The style as messages name it. */
    @Override
    public String toString() {
      return switch (shape) {
        case HEADING -> "\"" + "#".repeat(level) + " Title\"";
        case BOLD -> "\"**Title**\"";
        case ORNAMENT -> "\"" + pattern + " Title\"";
        case KEY -> "\"Title: …\"";
        case NUMBER -> "\"" + pattern + " Title\"";
        case LINK -> "\"[Title](address)\"";
        case BULLET -> "\"- [Title](address): review\"";
      };
    }
  }

  /** A link with its words, which are empty for a bare address. */
  record Linked(String address, String words) {}

  /** What a line says as a title, if it may be one. */
  static Optional<Head> of(Line line) {
    return of(line, true);
  }

  /** The same line, whose digits are no number. */
  Optional<Head> unnumbered(Line line) {
    return of(line, false);
  }

  /** {@code 【Words】}, of which {@code 【3】 Words} is none. */
  private static Optional<Inline> bracketed(Inline content) {
    var text = content.text();
    int bracket = text.isEmpty() ? -1 : "【《≪〈＜［".indexOf(text.charAt(0));
    boolean whole = bracket >= 0 && text.indexOf("】》≫〉＞］".charAt(bracket)) == text.length() - 1;
    return whole
        ? Optional.of(new Inline(text.substring(1, text.length() - 1), List.of()))
        : Optional.empty();
  }

  private static Optional<Head> of(Line line, boolean numbered) {
    if (!line.is(Kind.HEADING) && !line.is(Kind.TEXT) && !line.is(Kind.BULLET)) {
      return Optional.empty();
    }
    var content = line.content();
    var text = content.text();
    boolean ornate =
        !text.isEmpty() && !line.is(Kind.BULLET) && ORNAMENTS.indexOf(text.charAt(0)) >= 0;
    if (ornate) {
      content = content.from(1);
    }
    var bracketed = line.is(Kind.TEXT) && !ornate ? bracketed(content) : Optional.<Inline>empty();
    if (bracketed.isPresent()) {
      ornate = true;
      content = bracketed.get();
    }
    var number =
        numbered && !line.is(Kind.BULLET)
            ? Numbering.of(content.text())
            : Optional.<Numbering>empty();
    var words = number.isPresent() ? content.from(number.get().end()) : content;
    boolean bold =
        content.isWholly(Mark.BOLD)
            || words.isWholly(Mark.BOLD)
            || number.isPresent() && isBold(content, number.get());
    var key = Fields.key(content).filter(each -> each.field() == Fields.Field.TITLE);
    Style style;
    if (line.is(Kind.HEADING)) {
      style = new Style(Shape.HEADING, line.level(), "");
    } else if (line.is(Kind.BULLET)) {
      style = new Style(Shape.BULLET, line.level(), "");
    } else if (ornate) {
      style = new Style(Shape.ORNAMENT, 0, text.substring(0, 1));
    } else if (bold) {
      style = new Style(Shape.BOLD, 0, "");
    } else if (key.isPresent()) {
      style = new Style(Shape.KEY, 0, "");
      words = key.get().value();
      number = Optional.empty();
    } else if (number.isPresent()) {
      style = new Style(Shape.NUMBER, 0, number.get().pattern());
    } else {
      style = new Style(Shape.LINK, 0, "");
    }
    return titled(line.at(), style, number, words)
        .filter(
            head ->
                !head.title.isEmpty() && (style.shape != Shape.NUMBER || !head.title.endsWith("。")))
        .filter(
            head ->
                style.shape != Shape.LINK && style.shape != Shape.BULLET
                    || !head.links.isEmpty() && head.isLinkedTitle(line));
  }

  /** A title without words. */
  static Head none() {
    return head(0, new Style(Shape.LINK, 0, ""), Optional.empty(), "", List.of(), "");
  }

  private static Head head(
      int at,
      Style style,
      Optional<Numbering> number,
      String title,
      List<Linked> links,
      String tail) {
    return new Head(at, style, number, title, ArticleText.key(title), links, tail);
  }

  private static boolean isBold(Inline content, Numbering number) {
    return content.spans().stream()
        .anyMatch(
            span ->
                span.mark() == Mark.BOLD && span.start() == 0 && span.end() <= number.end() + 1);
  }

  /** A bare line is a title only if all of it is linked but for a remark in brackets. */
  private boolean isLinkedTitle(Line line) {
    return style.shape == Shape.BULLET || line.content().isWholly(Mark.LINK);
  }

  private static Optional<Head> titled(
      int at, Style style, Optional<Numbering> number, Inline words) {
    var links = words.links();
    var text = words.text();
    var linked = links.stream().map(link -> new Linked(link.address(), words.words(link))).toList();
    if (links.isEmpty()) {
      return Optional.of(head(at, style, number, cut(text), linked, ""));
    }
    var first = links.getFirst();
    boolean begins = isSeparator(text.substring(0, first.start()));
    if (begins && linked.getFirst().words.isEmpty()) {
      return Optional.empty();
    }
    // The title ends where nothing but links follows.
    int end = text.length();
    for (int each = links.size() - 1; each >= (begins ? 1 : 0); each--) {
      if (!isSeparator(withoutRemark(text.substring(links.get(each).end(), end)))) {
        break;
      }
      end = links.get(each).start();
    }
    if (style.shape != Shape.BULLET) {
      return Optional.of(head(at, style, number, cut(text.substring(0, end)), linked, ""));
    }
    end = begins ? endOfRemark(text, first.end()) : first.start();
    int behind = begins ? end : links.getLast().end();
    return Optional.of(
        head(
            at,
            style,
            number,
            cut(text.substring(0, end)),
            linked,
            begins(text.substring(behind))));
  }

  private static boolean isSeparator(String text) {
    return text.chars().allMatch(c -> SEPARATORS.indexOf(c) >= 0 || ArticleText.isSpace((char) c));
  }

  /** {@code (CVPR 2020)} between a link and the end. */
  private static String withoutRemark(String text) {
    var words = ArticleText.strip(text);
    return words.startsWith("(") && words.endsWith(")") ? "" : text;
  }

  private static int endOfRemark(String text, int from) {
    var rest = text.substring(from);
    var words = ArticleText.strip(rest);
    boolean remark = !words.isEmpty() && "(（[【".indexOf(words.charAt(0)) >= 0;
    int close = remark ? rest.indexOf(")）]】".charAt("(（[【".indexOf(words.charAt(0)))) : -1;
    return close < 0 ? from : from + close + 1;
  }

  /** A title without the brackets and separators that led to what was cut off. */
  private static String cut(String title) {
    int end = title.length();
    while (end > 0
        && ("[({<（［【|｜/／,、:：-–—→".indexOf(title.charAt(end - 1)) >= 0
            || ArticleText.isSpace(title.charAt(end - 1)))) {
      end--;
    }
    return ArticleText.strip(title.substring(0, end)).replaceAll("[\\s\u2028]+", " ");
  }

  private static String begins(String tail) {
    int start = 0;
    while (start < tail.length()
        && (")]）】".indexOf(tail.charAt(start)) >= 0
            || ":：-–—→".indexOf(tail.charAt(start)) >= 0
            || ArticleText.isSpace(tail.charAt(start)))) {
      start++;
    }
    return ArticleText.strip(tail.substring(start));
  }

  /** The tail as Markdown. */
  String tail(Line line) {
    if (tail.isEmpty()) {
      return "";
    }
    var address = links.getFirst().address();
    var source = line.source().substring(line.source().indexOf(address) + address.length());
    // The remark in brackets is part of the title.
    int remark = title.length() - links.getFirst().words().length();
    int start = 0;
    while (start < source.length() && ")>*\"' ".indexOf(source.charAt(start)) >= 0) {
      start++;
    }
    return begins(
        source.substring(
            title.startsWith(links.getFirst().words())
                ? Math.min(source.length(), start + Math.max(0, remark - 1))
                : start));
  }

  boolean hasNumber() {
    return number.isPresent();
  }

  /** The title's own number; zero if it has none. */
  int lastNumber() {
    return number.map(Numbering::last).orElse(0);
  }

  /** The number of the section in {@code 2-3. Title}. */
  Optional<Integer> prefix() {
    return number
        .map(Numbering::numbers)
        .filter(numbers -> numbers.size() > 1)
        .map(numbers -> numbers.get(numbers.size() - 2));
  }

  boolean is(Certainty certainty) {
    return number.filter(each -> each.certainty() == certainty).isPresent();
  }

  boolean isHeading() {
    return style.shape == Shape.HEADING;
  }
}
