package paperreviews.importer;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Title.Shape;
import paperreviews.importer.Title.Style;

/**
 * How the titles of an article's papers are set, and the papers that have such a title.
 *
 * <p>The grammar of articles, in which each line is what Markdown takes it for:
 *
 * <pre>
 * article  = [front matter] title opening (section+ | paper+) [closing]
 * section  = heading introduction paper+
 * paper    = title fields review
 * heading  = one style in the whole article: "## Words", "**1. Words**", "■ Words", "1. Words",
 *            "第1章 Words"; headings of two levels are joined
 * title    = one style in the whole article, behind a number in all titles or in none:
 *            "### Words", "**Words**", "① Words", "1. Words", "1-2. Words", "タイトル: Words",
 *            "[Words](address)", "[Words](address): review", "- [Words](address): review"
 *            the words may be a link, and links in brackets may stand behind them
 * fields   = (address line | authors | venue | key ":" value)*    in any order, bulleted or not
 * review   = any Markdown without images and HTML; headings become bold
 * </pre>
 *
 * <p>The address is in the title, behind it, in the fields, or below a heading that each paper has
 * for it, as authors, venue and date may be. The style is the one that most different titles with a
 * paper's address have. A line that looks like a title and is not set in the style is refused, not
 * guessed. The closing part begins with a heading of the papers' level or above, or with words such
 * as まとめ; these may end each section, too.
 *
 * @param lines the article
 * @param titles the lines that may be titles, by their index
 * @param style of the papers' titles
 * @param numbered whether the papers' titles begin with a number
 * @param papers the papers, by the index of their title
 */
record ArticleForm(
    List<Line> lines,
    NavigableMap<Integer, Title> titles,
    Style style,
    boolean numbered,
    NavigableMap<Integer, Found> papers) {
  /** What a section's title lacks. */
  static final String WITHOUT_PAPERS =
      "is a section without papers; a paper is a title with its address on the next line";

  static final String WITHOUT_ADDRESS =
      "looks like a paper's title, but has no address on the next line; write it there, change"
          + " the line if it is no title, or import with --without-addresses";

  /** The level of titles that are no headings: below all headings. */
  static final int BELOW_HEADINGS = 7;

  /**
   * A paper as it is found.
   *
   * @param title its title
   * @param fields what is written below the title
   * @param apart the lines within the review that are fields, too: below headings of their own, or
   *     led by a label
   */
  record Found(Title title, Fields fields, Set<Integer> apart) {
    Found(Title title, Fields fields) {
      this(title, fields, Set.of());
    }

    /** This paper with more fields, which these lines give. */
    Found with(Fields more, int first, int last) {
      return new Found(
          title,
          fields.with(more),
          IntStream.concat(
                  apart.stream().mapToInt(Integer::intValue), IntStream.rangeClosed(first, last))
              .boxed()
              .collect(Collectors.toUnmodifiableSet()));
    }

    int at() {
      return title.at();
    }

    /** Whether a line is the title or one of the fields. */
    boolean has(int line) {
      return line >= at() && line <= fields.end() || apart.contains(line);
    }

    /** Whether this paper's number is not behind that of the paper before. */
    boolean isAnew(Found before) {
      return before.title.hasNumber()
          && title.hasNumber()
          && (title.lastNumber() <= before.title.lastNumber()
              || !title.prefix().equals(before.title.prefix()));
    }
  }

  /** The style in words. */
  String description() {
    return style + (numbered && style.shape() != Shape.NUMBER ? " with a number" : "");
  }

  /** Whether a line is set as the title of a paper is. */
  boolean fits(Title title) {
    return title.style().equals(style)
        && (!numbered || title.hasNumber())
        && !(title.style().shape() != Shape.HEADING && AddressLine.isLabel(title.text()));
  }

  /** Whether a title is set like those of papers, and is none that a review may have as well. */
  boolean isLikePaper(Title title) {
    return title.style().equals(style)
        && switch (title.style().shape()) {
          case HEADING, KEY, ORNAMENT -> true;
          case BOLD -> !TitleText.isLabel(title.text()) && !TitleText.endsSentence(title.text());
          default -> false;
        };
  }

  /** The level of the papers' headings; below all headings if they are none. */
  int level() {
    return style.shape() == Shape.HEADING ? style.level() : BELOW_HEADINGS;
  }

  /** The paper that a line is below, or whose title it is. */
  Optional<Found> paperAt(int line) {
    return Optional.ofNullable(papers.floorEntry(line)).map(Map.Entry::getValue);
  }

  /** Whether a line is a paper's title, or one of its fields. */
  boolean isOfPaper(int line) {
    return paperAt(line).filter(paper -> paper.has(line)).isPresent();
  }

  /** The heading above a line. */
  Optional<Title> headingAbove(int line) {
    return titles.headMap(line, false).descendingMap().values().stream()
        .filter(Title::isHeading)
        .findFirst();
  }

  /** Where the next title of a paper, or a heading above, is. */
  Optional<Integer> next(Title title) {
    return titles.tailMap(title.at(), false).values().stream()
        .filter(other -> fits(other) || other.isHeading() && other.style().level() <= level())
        .map(Title::at)
        .findFirst();
  }

  /** Whether another title of the same style says the same. */
  boolean isRepeated(Title title) {
    return titles.values().stream()
            .filter(other -> other.style().equals(title.style()) && other.key().equals(title.key()))
            .count()
        > 1;
  }

  /** Whether there is nothing but a list of links below a title. */
  boolean isAboveLinks(Title title) {
    var text =
        lines.subList(title.at() + 1, next(title).orElse(lines.size())).stream()
            .filter(line -> !line.is(Kind.BLANK))
            .toList();
    return !text.isEmpty()
        && text.stream()
            .allMatch(
                line ->
                    !line.content().links().isEmpty()
                        && (line.is(Kind.BULLET)
                            || Numbering.of(line.text()).isPresent()
                            || AddressLine.of(line).isPresent()));
  }

  /** The next line with text from here on, or the end of the article. */
  int nextText(int from) {
    return lines.stream()
        .skip(from)
        .filter(Line::hasText)
        .mapToInt(Line::at)
        .findFirst()
        .orElse(lines.size());
  }

  /** The last line with text before an index; negative if there is none. */
  int lastText(int before) {
    return lines.subList(0, before).reversed().stream()
        .filter(Line::hasText)
        .mapToInt(Line::at)
        .findFirst()
        .orElse(-1);
  }

  /** Whether empty lines are around a line. */
  boolean standsAlone(int at) {
    return (at == 0 || lines.get(at - 1).is(Kind.BLANK))
        && (at + 1 == lines.size() || lines.get(at + 1).is(Kind.BLANK));
  }

  /** Whether a title is an entry of a list that begins with 1 between a line and it. */
  boolean isListed(Title title, int from) {
    int number = title.lastNumber() - 1;
    for (var other :
        titles
            .subMap(from, false, Math.max(from + 1, title.at()), false)
            .descendingMap()
            .values()) {
      if (number == 0) {
        break;
      }
      if (other.isHeading() || !other.hasNumber() || isOfPaper(other.at())) {
        continue;
      }
      // A list without empty lines between its entries has ended before this line.
      boolean ended =
          number == title.lastNumber() - 1 && standsAlone(title.at()) && !standsAlone(other.at());
      if (other.lastNumber() != number || ended) {
        return false;
      }
      number--;
    }
    return number == 0;
  }

  /** The line of an address that lacks something, right below a title. */
  Optional<Line> unfinishedAddress(Title title) {
    return lines.stream()
        .skip(nextText(title.at() + 1))
        .findFirst()
        .filter(AddressLine::isUnfinished);
  }

  /** What a paper's title lacks. */
  String lackOfAddress(Title title) {
    return unfinishedAddress(title)
        .map(
            line ->
                "has an address on line %d that is not whole: %s; write it with https://"
                    .formatted(line.at() + 1, ArticleText.strip(line.source())))
        .orElse(WITHOUT_ADDRESS);
  }
}
