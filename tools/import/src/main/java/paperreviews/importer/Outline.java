package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.ArticleForm.Papers;
import paperreviews.importer.Head.Shape;
import paperreviews.importer.Line.Kind;

/**
 * Divides an article into title, opening, sections and closing part. Where sections are headings,
 * their levels decide; where numbers alone tell a section from a paper, the counting does.
 */
final class Outline {
  private static final Set<String> CLOSING_TITLES =
      Set.of(
          "まとめ",
          "おわりに",
          "終わりに",
          "終りに",
          "最後に",
          "さいごに",
          "あとがき",
          "後書き",
          "結び",
          "むすび",
          "結論",
          "総括",
          "謝辞",
          "おまけ",
          "conclusion",
          "conclusions",
          "closing",
          "closingremarks",
          "summary",
          "inclosing",
          "wrapup",
          "wrappingup",
          "acknowledgements",
          "acknowledgments");

  private static final List<String> CLOSING_SENTENCES =
      List.of(
          "最後まで読んで",
          "最後までお読み",
          "ここまで読んで",
          "ここまでお読み",
          "Thanks for reading",
          "Thank you for reading");

  private final List<Line> lines;
  private final Papers papers;
  private final NavigableMap<Integer, Head> heads;
  private final Findings findings;
  private final boolean addressesOptional;
  private final List<Section> sections = new ArrayList<>();

  /** Where the review before a part that belongs to no paper ends, by where the part begins. */
  private final Map<Integer, Integer> parts = new HashMap<>();

  private int titleAt;
  private int closing;

  /**
   * A section as it is found.
   *
   * @param at where it begins
   * @param headings its title, below those that it is part of; none for an article without sections
   * @param papers in order
   */
  record Section(int at, List<Head> headings, List<Found> papers) {

    /** The line of its own title. */
    int titleAt() {
      return headings.isEmpty() ? papers.getFirst().at() : headings.getLast().at();
    }

    String title() {
      return headings.stream().map(Head::title).collect(Collectors.joining(" / "));
    }

    int number() {
      return headings.isEmpty() ? 1 : headings.getLast().lastNumber();
    }
  }

  private Outline(List<Line> lines, Papers papers, boolean addressesOptional, Findings findings) {
    this.lines = lines;
    this.papers = papers;
    this.heads = papers.heads();
    this.addressesOptional = addressesOptional;
    this.findings = findings;
    this.closing = lines.size();
  }

  /**
   * Divides an article.
   *
   * @param hasTitle whether the title is known already
   */
  static Outline of(
      List<Line> lines,
      Papers papers,
      boolean hasTitle,
      boolean addressesOptional,
      Findings findings)
      throws UnreadableArticleException {
    var outline = new Outline(lines, papers, addressesOptional, findings);
    outline.titleAt = hasTitle ? -1 : outline.findTitle();
    outline.divide();
    return outline;
  }

  List<Section> sections() {
    return sections;
  }

  /** The line of the title; -1 if it is none of the lines. */
  int titleAt() {
    return titleAt;
  }

  /** Where the closing part begins. */
  int closing() {
    return closing;
  }

  /** The first line of a part that belongs to no paper, or the end of the text. */
  int endOfText(int from, int to) {
    return IntStream.range(from, to).filter(parts::containsKey).findFirst().orElse(to);
  }

  // The title

  private int findTitle() {
    int first = nextText(0, lines.size());
    int firstPaper = papers.papers().isEmpty() ? lines.size() : papers.papers().getFirst().at();
    var headings =
        heads.headMap(firstPaper, false).values().stream().filter(Head::isHeading).toList();
    if (first < firstPaper && lines.get(first).is(Kind.HEADING)) {
      int level = lines.get(first).level();
      boolean only =
          heads.values().stream()
              .filter(head -> head.isHeading() && head.at() > first)
              .allMatch(head -> head.style().level() > level);
      return level == 1 || only ? first : refuseWithoutTitle();
    }
    var top = headings.stream().filter(head -> head.style().level() == 1).toList();
    boolean other =
        headings.stream()
            .anyMatch(head -> head.style().level() > 1 && head.style().level() < papers.level());
    if (top.size() == 1 && !top.getFirst().hasNumber() && other) {
      return top.getFirst().at();
    }
    return first < firstPaper ? first : refuseWithoutTitle();
  }

  private int refuseWithoutTitle() {
    findings.refuse(0, "the article's title is missing; write it on the first line");
    return -1;
  }

  /** The next line with text from here on, or the end. */
  int nextText(int from, int to) {
    return IntStream.range(from, to)
        .filter(
            at ->
                !lines.get(at).is(Kind.BLANK)
                    && !lines.get(at).is(Kind.RULE)
                    && !lines.get(at).is(Kind.IMAGE))
        .findFirst()
        .orElse(to);
  }

  // Sections

  private void divide() {
    var found = papers.papers();
    if (addressesOptional) {
      addPapersWithoutAddress(found);
    }
    var headings = sectionHeadings();
    closing = closing(found.getLast());
    if (headings.isEmpty() && byNumbers(found)) {
      new NumberedSections(lines, papers, titleAt, closing, findings).into(sections);
    } else {
      byHeadings(found, headings);
      new NumberedSections(lines, papers, titleAt, closing, findings).checkTexts(sections);
    }
    if (!sections.isEmpty()) {
      checkTitlesWithoutAddress();
    }
  }

  /** The headings, or what is set apart like them, that are above those of papers. */
  private List<Head> sectionHeadings() {
    int first = papers.papers().getFirst().at();
    var headings =
        heads.values().stream()
            .filter(
                head ->
                    head.isHeading()
                        && head.style().level() < papers.level()
                        && head.at() != titleAt
                        && papers.papers().stream()
                            .noneMatch(
                                paper -> paper.at() == head.at() || paper.address().has(head.at())))
            .toList();
    var before = headings.stream().filter(head -> head.at() < first).toList();
    if (!before.isEmpty()
        && (before.getLast().hasNumber()
            || papers.level() < 7
            || !isNumberedBehind(before.getLast(), first))) {
      return headings;
    }
    return heads.values().stream()
        .filter(
            head ->
                head.style().shape() == Shape.ORNAMENT && !papers.fits(head) && !head.hasNumber())
        .filter(
            head ->
                papers.level() == 7
                    && heads.headMap(first, false).values().stream()
                        .anyMatch(other -> other.style().equals(head.style())))
        .filter(head -> !isRepeated(head))
        .toList();
  }

  private boolean isNumberedBehind(Head heading, int first) {
    return heads.subMap(heading.at(), false, first, false).values().stream()
        .anyMatch(head -> head.hasNumber() && standsAlone(head.at()));
  }

  private boolean isRepeated(Head head) {
    return heads.values().stream()
            .filter(other -> other.style().equals(head.style()) && other.key().equals(head.key()))
            .count()
        > 1;
  }

  /** Whether there are numbered titles that may be those of sections. */
  private boolean byNumbers(List<Found> found) {
    int first = found.getFirst().at();
    boolean before =
        heads.headMap(first, false).values().stream()
            .anyMatch(head -> head.hasNumber() && head.at() != titleAt);
    boolean restarts =
        IntStream.range(1, found.size())
            .anyMatch(at -> NumberedSections.isAnew(found.get(at - 1), found.get(at)));
    return before || restarts;
  }

  private void byHeadings(List<Found> found, List<Head> headings) {
    var used = new HashSet<Head>();
    boolean anywhere = found.stream().anyMatch(paper -> !path(paper, headings).isEmpty());
    for (var paper : found) {
      var path = path(paper, headings);
      if (path.isEmpty() && anywhere) {
        findings.refuse(
            paper.at(),
            "the paper “%s” stands before any section; write the section's title above it"
                .formatted(ArticleText.shortened(paper.head().title())));
      }
      if (sections.isEmpty() || !sections.getLast().headings().equals(path)) {
        checkDepth(path);
        int at =
            path.stream()
                .filter(head -> !used.contains(head))
                .findFirst()
                .map(Head::at)
                .orElse(paper.at());
        sections.add(new Section(at, path, new ArrayList<>()));
      }
      sections.getLast().papers().add(paper);
      used.addAll(path);
    }
    int start = sections.getFirst().at();
    for (var heading : headings) {
      if (heading.at() > start && heading.at() < closing && !used.contains(heading)) {
        findings.refuse(heading.at(), withoutPapers(heading));
      }
    }
  }

  /** The headings that a paper is below, the outermost first. */
  private static List<Head> path(Found paper, List<Head> headings) {
    var path = new ArrayList<Head>();
    int level = 7;
    for (var heading : headings.reversed()) {
      if (heading.at() < paper.at()
          && heading.style().level() < level
          && (level == 7 || level > 0)) {
        path.addFirst(heading);
        level = heading.style().level();
      }
    }
    return path;
  }

  /** Papers right below a section's title cannot have others below a title within that section. */
  private void checkDepth(List<Head> path) {
    if (sections.isEmpty() || path.size() < 2) {
      return;
    }
    var last = sections.getLast().headings();
    if (!last.isEmpty() && path.contains(last.getLast())) {
      findings.refuse(
          path.getLast().at(),
          "the heading “%s” is neither a section's, like line %d, nor a paper's, like line %d"
              .formatted(
                  path.getLast().title(),
                  last.getLast().at() + 1,
                  sections.getLast().papers().getFirst().at() + 1));
    }
  }

  static String withoutPapers(Head head) {
    return "the section “%s” has no papers; a paper is a title with its address on the next line"
        .formatted(ArticleText.shortened(head.title()));
  }

  // What is set as a title and is none

  private void addPapersWithoutAddress(List<Found> found) {
    for (var head : heads.values()) {
      if (head.isHeading()
          && papers.fits(head)
          && head.at() != titleAt
          && !isPart(head)
          && found.stream().noneMatch(paper -> paper.at() == head.at())) {
        found.add(new Found(head, Fields.below(head, lines, end(head))));
      }
    }
    found.sort(java.util.Comparator.comparingInt(Found::at));
  }

  /** Whether a heading like those of papers only parts a review or a section. */
  private boolean isPart(Head head) {
    return isClosing(head.title())
        || isRepeated(head)
        || isListOfLinks(head)
        || heads.headMap(head.at(), false).isEmpty();
  }

  private void checkTitlesWithoutAddress() {
    int start = sections.getFirst().at();
    var at = papers.papers().stream().map(Found::at).collect(Collectors.toSet());
    for (var head : heads.subMap(start, true, closing, false).values()) {
      boolean like =
          head.style().equals(papers.style())
              && (head.isHeading() || head.style().shape() == Shape.KEY);
      if (!like
          || at.contains(head.at())
          || sections.stream().anyMatch(section -> section.headings().contains(head))) {
        continue;
      }
      int end = end(head);
      boolean endsSection = papers.papers().stream().noneMatch(paper -> paper.at() == end);
      if (isClosing(head.title()) && endsSection) {
        parts.put(head.at(), end);
        findings.leaveOut(
            head.at(),
            lastText(head.at(), end),
            "“%s” at the end of a section".formatted(head.title()));
      } else if (!isRepeated(head) && !isListOfLinks(head)) {
        findings.refuse(
            head.at(),
            unfinishedAddress(head, end).orElseGet(() -> ArticleForm.withoutAddress(head)));
      }
    }
  }

  /** Where the next title of a paper, or heading above, is. */
  private int end(Head head) {
    return heads.tailMap(head.at(), false).values().stream()
        .filter(
            other ->
                papers.fits(other) || other.isHeading() && other.style().level() <= papers.level())
        .map(Head::at)
        .findFirst()
        .orElse(closing);
  }

  private boolean isListOfLinks(Head head) {
    var text =
        lines.subList(head.at() + 1, end(head)).stream()
            .filter(line -> !line.is(Kind.BLANK))
            .toList();
    return !text.isEmpty()
        && text.stream()
            .allMatch(line -> line.is(Kind.BULLET) && !line.content().links().isEmpty());
  }

  private Optional<String> unfinishedAddress(Head head, int end) {
    int next = nextText(head.at() + 1, end);
    return next < end && Fields.isUnfinished(lines.get(next))
        ? Optional.of(NumberedSections.unfinished(head, lines.get(next)))
        : Optional.empty();
  }

  int lastText(int from, int to) {
    int last = to - 1;
    while (last > from && lines.get(last).is(Kind.BLANK)) {
      last--;
    }
    return last;
  }

  private boolean standsAlone(int at) {
    return (at == 0 || lines.get(at - 1).is(Kind.BLANK))
        && (at + 1 == lines.size() || lines.get(at + 1).is(Kind.BLANK));
  }

  // The closing part

  /** Where the closing part begins, behind the review of the last paper. */
  private int closing(Found last) {
    int text = nextText(Math.max(last.fields().end(), last.address().last()) + 1, lines.size());
    for (int at = text; at < lines.size(); at++) {
      var head = heads.get(at);
      if (head != null && head.isHeading()) {
        boolean above =
            head.style().level() < papers.level() && (papers.level() < 7 || !head.hasNumber());
        if (above || head.style().level() <= papers.level() && isClosing(head.title())) {
          return at;
        }
      } else if (at > text && isClosingLine(at, head)) {
        return at;
      }
    }
    return lines.size();
  }

  private boolean isClosingLine(int at, Head head) {
    var line = lines.get(at);
    if (!line.is(Kind.TEXT) || !lines.get(at - 1).is(Kind.BLANK) && papers.level() < 7) {
      return false;
    }
    var text = head == null ? line.text() : head.title();
    boolean sentence =
        CLOSING_SENTENCES.stream().anyMatch(text::startsWith)
            || text.startsWith("以上、") && text.endsWith("でした。");
    // A word that earlier reviews have, too, is part of the form of reviews.
    return sentence
        || isClosing(text)
            && lines.subList(papers.papers().getFirst().at(), at).stream()
                .noneMatch(other -> ArticleText.key(other.text()).equals(ArticleText.key(text)));
  }

  private static boolean isClosing(String title) {
    return CLOSING_TITLES.contains(ArticleText.key(title));
  }

  /** The one that is left when each test has kept those that pass it, unless none would. */
  static <T> Optional<T> narrowed(List<T> candidates, List<Predicate<T>> tests) {
    var left = candidates;
    for (var test : tests) {
      var passing = left.stream().filter(test).toList();
      left = passing.isEmpty() ? left : passing;
    }
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }
}
