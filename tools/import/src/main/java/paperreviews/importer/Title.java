package paperreviews.importer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.importer.Inline.Mark;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Numbering.Certainty;

/**
 * A line that may be the title of a paper or a section.
 *
 * @param at the line's index
 * @param style how it is set
 * @param number its number, if it has one
 * @param text the title, without marks, number, and links behind it
 * @param key the title as titles are compared
 * @param links the links in the title or behind it, with their words
 * @param tail the Markdown behind the title, which is the beginning of the review
 */
record Title(
    int at,
    Style style,
    Optional<Numbering> number,
    String text,
    String key,
    List<Linked> links,
    String tail) {

  /** What is behind a link that has its review in the same line. */
  private static final String REVIEW = ": review";

  private static final String ORNAMENTS = "■□◆◇●○◎▼▽★☆▶►";
  private static final String OPENING = "(（[［【《≪〈＜";
  private static final String CLOSING = ")）]］】》≫〉＞";
  private static final String SEPARATORS = "[](){}<>（）［］【】「」|｜/／,、・:：;-–—→ \u3000";

  /** GitHub's names of emoji: {@code :star:}. */
  private static final Pattern EMOJI = Pattern.compile("\\W*(?::[a-z0-9_+-]+:\\s*)+");

  /** What sets a title apart. */
  enum Shape {
    HEADING,
    BOLD,
    ORNAMENT,
    /** {@code Title: words}. */
    KEY,
    NUMBER,
    /** A line that is one link, or begins with one before its review. */
    LINK,
    /** An entry of a list that begins with a link or has one behind its title. */
    BULLET
  }

  /**
   * How a title is set.
   *
   * @param level of a heading or an entry of a list
   * @param pattern the ornament, how a bare number is written, or that the review is behind a link
   */
  record Style(Shape shape, int level, String pattern) {
    /** The style as messages name it. */
    @Override
    public String toString() {
      return switch (shape) {
        case HEADING -> "\"" + "#".repeat(level) + " Title\"";
        case BOLD -> "\"**Title**\"";
        case KEY -> "\"Title: …\"";
        case ORNAMENT, NUMBER -> "\"" + pattern + " Title\"";
        case LINK -> "\"[Title](address)" + pattern + "\"";
        case BULLET -> "\"- [Title](address): review\"";
      };
    }
  }

  /** A link with its words, which are empty for a bare address. */
  record Linked(String address, String words) {}

  /** A title without words. */
  static final Title NONE =
      new Title(0, new Style(Shape.LINK, 0, ""), Optional.empty(), "", "", List.of(), "");

  /** What a line says as a title, if it may be one. */
  static Optional<Title> of(Line line) {
    return of(line, true);
  }

  /** The same line, whose digits are no number. */
  static Optional<Title> unnumbered(Line line) {
    return of(line, false);
  }

  /** The words of an entry of a list. */
  static Optional<Title> ofEntry(Line line) {
    return titled(
        line.at(), new Style(Shape.BULLET, line.level(), ""), Optional.empty(), line.content());
  }

  private static Optional<Title> of(Line line, boolean numbered) {
    boolean bullet = line.is(Kind.BULLET);
    var text = line.text();
    if (text.isEmpty() || !bullet && !line.is(Kind.HEADING) && !line.is(Kind.TEXT)) {
      return Optional.empty();
    }
    boolean ornate = !bullet && ORNAMENTS.indexOf(text.charAt(0)) >= 0;
    // 【Words】 is ornate, 【3】 Words is numbered.
    int bracket = OPENING.indexOf(text.charAt(0));
    boolean bracketed =
        bracket > 3
            && line.is(Kind.TEXT)
            && text.indexOf(CLOSING.charAt(bracket)) == text.length() - 1;
    var content =
        ornate || bracketed
            ? line.content().between(1, bracketed ? text.length() - 1 : text.length())
            : line.content();
    var number = numbered && !bullet ? Numbering.of(content.text()) : Optional.<Numbering>empty();
    var words = content.from(number.map(Numbering::end).orElse(0));
    var key = Keyed.of(content).filter(keyed -> keyed.is(Keyed.Field.TITLE));
    boolean bold =
        content.isWholly(Mark.BOLD)
            || words.isWholly(Mark.BOLD)
            || number.filter(each -> content.begins(Mark.BOLD, each.end() + 1)).isPresent();
    Shape shape;
    if (line.is(Kind.HEADING)) {
      shape = Shape.HEADING;
    } else if (bullet && key.isEmpty()) {
      shape = Shape.BULLET;
    } else if (ornate || bracketed) {
      shape = Shape.ORNAMENT;
    } else if (bold) {
      shape = Shape.BOLD;
    } else if (key.isPresent()) {
      shape = Shape.KEY;
      words = key.get().value();
      number = Optional.empty();
    } else {
      shape = number.isPresent() ? Shape.NUMBER : Shape.LINK;
    }
    var pattern =
        switch (shape) {
          case ORNAMENT -> text.substring(0, 1);
          case NUMBER -> number.get().pattern();
          case LINK -> content.isWholly(Mark.LINK) ? "" : REVIEW;
          default -> "";
        };
    int level = shape == Shape.HEADING || shape == Shape.BULLET ? line.level() : 0;
    return titled(line.at(), new Style(shape, level, pattern), number, words)
        .filter(
            title ->
                switch (shape) {
                  case NUMBER -> !title.text.endsWith("。");
                  case LINK ->
                      !title.links.isEmpty()
                          && (!title.hasReview()
                              || content.begins(Mark.LINK, text.length()) && !title.tail.isEmpty());
                  case BULLET -> !title.links.isEmpty();
                  default -> true;
                })
        .filter(title -> !title.text.isEmpty());
  }

  private static Optional<Title> titled(
      int at, Style style, Optional<Numbering> number, Inline words) {
    var links = words.links();
    var text = words.text();
    var linked = links.stream().map(link -> new Linked(link.address(), words.words(link))).toList();
    boolean begins = !links.isEmpty() && isSeparator(text.substring(0, links.getFirst().start()));
    if (begins && linked.getFirst().words.isEmpty()) {
      return Optional.empty();
    }
    int end = text.length();
    var tail = "";
    int remark = begins ? endOfRemark(text, links.getFirst().end()) : 0;
    var bold = words.beginning(Mark.BOLD);
    boolean cited =
        style.shape == Shape.BULLET
            && !begins
            && bold.isPresent()
            && !links.isEmpty()
            && bold.get().end() < links.getFirst().start()
            // [Short] Words
            && OPENING.indexOf(text.charAt(0)) < 0
            && !isSeparator(text.substring(bold.get().end(), links.getFirst().start()));
    if (cited) {
      end = bold.get().end();
      tail = tail(words.source(), bold.get(), "");
    } else if (style.shape == Shape.BULLET && !links.isEmpty()
        || begins && style.shape != Shape.HEADING && isColon(text, remark)) {
      int last = 0;
      while (last + 1 < links.size() && isBetween(text, links.get(last), links.get(last + 1))) {
        last++;
      }
      end =
          begins
              ? remark
              : leads(text, links.getFirst(), linked.getFirst())
                  ? links.getFirst().end()
                  : links.getFirst().start();
      tail =
          tail(
              words.source(),
              links.get(last),
              last == 0 && begins ? text.substring(links.getFirst().end(), remark) : "");
    } else {
      // The title ends where nothing but links follows that lead to the paper.
      for (int each = links.size() - 1; each >= (begins ? 1 : 0); each--) {
        int behind = endOfRemark(text, links.get(each).end());
        if (behind < end && !leadsOn(text.substring(behind, end))
            || !isBesideTitle(text, links.get(each), linked.get(each))) {
          break;
        }
        end = links.get(each).start();
      }
    }
    var title = cut(end < text.length() ? closed(text.substring(0, end)) : text);
    return Optional.of(new Title(at, style, number, title, ArticleText.key(title), linked, tail));
  }

  /** Whether a link is no part of the title: an address, a label, or in brackets. */
  private static boolean isBesideTitle(String text, Inline.Span link, Linked linked) {
    return AddressLine.isLabel(linked.words)
        || link.start() > 0 && "[(（［【".indexOf(text.charAt(link.start() - 1)) >= 0;
  }

  /** Whether there is nothing but a venue or a date before a link that is the title. */
  private static boolean leads(String text, Inline.Span link, Linked linked) {
    var before = text.substring(0, link.start());
    var words = AddressLine.withoutSeparators(AddressLine.withoutBrackets(before));
    return !isBesideTitle(text, link, linked)
        && (AddressLine.isLabel(words) || Venue.of(words).isPresent());
  }

  /** Whether two links belong to the same row, as in {@code [pdf](…), [code](…)}. */
  private static boolean isBetween(String text, Inline.Span link, Inline.Span next) {
    return text.substring(link.end(), next.start())
        .chars()
        .allMatch(c -> "[](){}（）|｜/／,、 ".indexOf(c) >= 0);
  }

  private static boolean isSeparator(String text) {
    return text.chars().allMatch(c -> SEPARATORS.indexOf(c) >= 0 || ArticleText.isSpace((char) c));
  }

  /** Where the remark in brackets ends that follows, such as {@code (CVPR 2020)}. */
  private static int endOfRemark(String text, int from) {
    int start = ArticleText.behind(text, from, "");
    int bracket = start < text.length() ? OPENING.indexOf(text.charAt(start)) : -1;
    int close = bracket < 0 ? -1 : text.indexOf(CLOSING.charAt(bracket), start);
    return close < 0 ? from : close + 1;
  }

  private static boolean isColon(String text, int from) {
    var rest = ArticleText.strip(text.substring(from));
    return !rest.isEmpty() && ":：-–—→".indexOf(rest.charAt(0)) >= 0;
  }

  private static boolean leadsOn(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit)
        || EMOJI.matcher(text).matches()
        || AddressLine.isLabel(text);
  }

  /** A title whose last bracket is closed, or left out if it only led to an address. */
  private static String closed(String title) {
    for (int kind = 0; kind < OPENING.length(); kind++) {
      int open = title.lastIndexOf(OPENING.charAt(kind));
      if (open >= 0 && title.indexOf(CLOSING.charAt(kind), open) < 0) {
        var words = AddressLine.withoutSeparators(title.substring(open + 1));
        return AddressLine.isLabel(words)
            ? title.substring(0, open)
            : title.substring(0, open + 1) + words + CLOSING.charAt(kind);
      }
    }
    return title;
  }

  /** A title without the brackets and separators that led to what was cut off. */
  private static String cut(String title) {
    var words = ArticleText.withoutEnd(title, "[({<（［【|｜/／,、:：-–—→");
    if (words.length() < title.length() && words.matches("(?s).*\\p{Ll}\\.")) {
      words = words.substring(0, words.length() - 1);
    }
    return ArticleText.strip(words).replaceAll("[\\s\u2028]+", " ");
  }

  /** The Markdown behind a link, without the marks that close it, a remark and separators. */
  private static String tail(String source, Inline.Span link, String remark) {
    int start = ArticleText.behind(source, link.sourceEnd(), "*_>)]");
    var words = remark.strip();
    if (!words.isEmpty()) {
      start = source.indexOf(words, link.sourceEnd()) + words.length();
    }
    return ArticleText.strip(
        source
            .substring(ArticleText.behind(source, start, ")]）】*:：-–—→,、 \u3000"))
            .replaceFirst("^[.。]\\s+", ""));
  }

  /** Whether the title has these words. */
  boolean has(String words) {
    return key.contains(ArticleText.key(words));
  }

  /** Whether a text says the same, but for remarks in brackets: [2001.00001] Title. */
  boolean isCalled(String words) {
    var own = ArticleText.key(AddressLine.withoutBrackets(text));
    return key.equals(ArticleText.key(words))
        || !own.isEmpty() && own.equals(ArticleText.key(AddressLine.withoutBrackets(words)));
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

  /** Whether the title is a link with its review in the same line. */
  boolean hasReview() {
    return style.pattern.equals(REVIEW);
  }

  /** Whether the title may be an entry of a list of links as well. */
  boolean isOfList() {
    return style.shape == Shape.LINK || style.shape == Shape.BULLET;
  }

  boolean isHeading() {
    return style.shape == Shape.HEADING;
  }

  /** The title as messages quote it. */
  String quoted() {
    return ArticleText.quoted(text);
  }
}
