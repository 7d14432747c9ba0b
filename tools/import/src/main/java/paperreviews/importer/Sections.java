package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Title.Shape;

/**
 * Divides an article into title, opening, sections and closing part.
 *
 * @param titleAt the line of the article's title; -1 if it is none of the lines
 * @param all the sections in order
 * @param headings the titles that part the article, also those that no section has
 * @param closing where the closing part begins
 * @param endings the parts such as まとめ that end a section: where each begins, and where it ends
 */
record Sections(
    int titleAt,
    List<Section> all,
    List<Title> headings,
    int closing,
    NavigableMap<Integer, Integer> endings) {
  /** What an article's first heading is called if it lacks its title. */
  private static final Set<String> OPENING_TITLES =
      Set.of(
          ("はじめに 初めに まえがき 前書き 概要 目次 introduction preface contents tableofcontents toc about"
                  + " overview background motivation tldr")
              .split(" "));

  /**
   * A section.
   *
   * @param at where it begins
   * @param headings its title, below those that it is part of; none for an article without sections
   * @param papers in order
   */
  record Section(int at, List<Title> headings, List<Found> papers) {
    /** The line of its own title. */
    int titleAt() {
      return headings.isEmpty() ? papers.getFirst().at() : headings.getLast().at();
    }

    /** Its own title, if it has one. */
    Optional<Title> heading() {
      return headings.isEmpty() ? Optional.empty() : Optional.of(headings.getLast());
    }

    String title() {
      return headings.stream().map(Title::text).collect(Collectors.joining(" / "));
    }
  }

  /**
   * Divides an article.
   *
   * @param hasTitle whether the title is known already
   */
  static Sections of(ArticleForm form, boolean hasTitle, Findings findings) {
    int titleAt = hasTitle ? secondTitle(form, findings) : findTitle(form, findings);
    int closing = ClosingPart.of(form);
    var headings = headings(form, titleAt);
    var numbered = new NumberedSections(form, titleAt, findings);
    if (headings.isEmpty() && numbered.areUsed()) {
      headings = numbered.titles();
    }
    var sections = grouped(form, headings, findings);
    var divided = new Sections(titleAt, sections, headings, closing, new TreeMap<>());
    divided.addEndings(form);
    divided.addSummaries(form);
    return divided;
  }

  /** Ends sections at words such as まとめ by themselves, if no other paper has them. */
  private void addSummaries(ArticleForm form) {
    var summaries =
        form.lines().subList(form.papers().firstKey(), closing).stream()
            .filter(line -> line.is(Kind.TEXT) && form.standsAlone(line.at()))
            .filter(line -> isSummary(line.at(), line.text()) && !form.isOfPaper(line.at()))
            .map(Line::at)
            .toList();
    if (summaries.size() > 1
        && summaries.size() < form.papers().size()
        && summaries.stream().allMatch(at -> isBehindLast(at, form))) {
      summaries.forEach(at -> endings.put(at, endOfSection(at)));
    }
  }

  /** Whether no paper of the same section is below a line. */
  boolean isBehindLast(int line, ArticleForm form) {
    return form.papers().subMap(line, endOfSection(line)).isEmpty();
  }

  private int endOfSection(int line) {
    return headings.stream()
        .mapToInt(Title::at)
        .filter(at -> at > line && at < closing)
        .findFirst()
        .orElse(closing);
  }

  private void addEndings(ArticleForm form) {
    for (var title : form.titles().subMap(form.papers().firstKey(), closing).values()) {
      if (title.style().equals(form.style())
          && title.isHeading()
          && isSummary(title.at(), title.text())
          && !form.isOfPaper(title.at())) {
        int end = form.next(title).filter(at -> at < closing).orElse(closing);
        if (!form.papers().containsKey(end)) {
          endings.put(title.at(), end);
        }
      }
    }
  }

  /** Whether a line is called まとめ, or 画像のまとめ in the section 画像. */
  private boolean isSummary(int at, String text) {
    return ClosingPart.isTitle(text)
        || headings.stream()
            .filter(heading -> heading.at() == sectionAt(at))
            .anyMatch(heading -> ClosingPart.isTitleOf(heading, text));
  }

  /** Whether it is known what a line is: a title, or a part of a paper that is no review. */
  boolean isPlaced(ArticleForm form, int at) {
    return at == titleAt
        || form.isOfPaper(at)
        || endings.containsKey(at)
        || headings.stream().anyMatch(heading -> heading.at() == at);
  }

  /** Whether a title is one of an opening. */
  static boolean isOpening(String title) {
    return OPENING_TITLES.contains(ArticleText.key(title));
  }

  /** Where the sections begin. */
  int start() {
    return all.getFirst().at();
  }

  /** Where a text ends: at a part that belongs to no paper, or at its own end. */
  int endOfText(int from, int to) {
    var ending = endings.ceilingKey(from);
    return ending == null || ending >= to ? to : ending;
  }

  /** The title of the section that a line is in, or the line of the first paper. */
  int sectionAt(int line) {
    return headings.stream().mapToInt(Title::at).filter(at -> at <= line).max().orElse(start());
  }

  /** The only heading of the highest level, above all sections of an article with a title. */
  private static int secondTitle(ArticleForm form, Findings findings) {
    var headings = form.titles().values().stream().filter(Title::isHeading).toList();
    boolean above =
        headings.size() > 1
            && headings.getFirst().at() == form.nextText(0)
            && headings.getFirst().style().level() == 1
            && !headings.getFirst().hasNumber()
            && headings.get(1).style().level() < form.level()
            && headings.stream().skip(1).allMatch(title -> title.style().level() > 1);
    if (above) {
      findings.warn(
          headings.getFirst().at(),
          headings.getFirst().quoted()
              + " is left out, since the front matter has the article's title");
    }
    return above ? headings.getFirst().at() : -1;
  }

  private static int findTitle(ArticleForm form, Findings findings) {
    int first = form.nextText(0);
    int firstPaper = form.papers().firstKey();
    var headings =
        form.titles().headMap(firstPaper, false).values().stream()
            .filter(Title::isHeading)
            .toList();
    boolean isHeading = first < firstPaper && form.lines().get(first).is(Kind.HEADING);
    if (!isHeading) {
      var top = headings.stream().filter(title -> title.style().level() == 1).toList();
      boolean others =
          headings.stream()
              .anyMatch(title -> title.style().level() > 1 && title.style().level() < form.level());
      if (top.size() == 1 && !top.getFirst().hasNumber() && others) {
        return top.getFirst().at();
      }
    }
    int level = isHeading ? form.lines().get(first).level() : 1;
    boolean lowest =
        form.titles().tailMap(first, false).values().stream()
            .allMatch(title -> !title.isHeading() || title.style().level() > level);
    if (first >= firstPaper
        || level > 1 && !lowest
        || isHeading && !lowest && isOpening(form.lines().get(first).text())) {
      findings.refuse(
          first < firstPaper ? first : 0,
          "the article's title is missing; write it on the first line");
      return -1;
    }
    if (level > 1) {
      findings.warn(
          first,
          "“%s” is taken for the article's title; if it is a section's, write the article's above it"
              .formatted(ArticleText.shortened(form.lines().get(first).text())));
    }
    return first;
  }

  /** The headings, or what is set apart like them, that are above those of papers. */
  private static List<Title> headings(ArticleForm form, int titleAt) {
    int first = form.papers().firstKey();
    var headings =
        form.titles().values().stream()
            .filter(
                title ->
                    title.isHeading()
                        && title.style().level() < form.level()
                        && title.at() != titleAt
                        && !form.isOfPaper(title.at()))
            .toList();
    var before = headings.stream().filter(title -> title.at() < first).toList();
    if (form.level() < ArticleForm.BELOW_HEADINGS
        ? headings.stream().anyMatch(title -> title.at() < form.papers().lastKey())
        : !before.isEmpty()
            && (before.getLast().hasNumber() || !isAboveNumber(before.getLast(), form))) {
      return headings;
    }
    return form.titles().values().stream()
        .filter(
            title ->
                title.style().shape() == Shape.ORNAMENT
                    && form.level() == ArticleForm.BELOW_HEADINGS
                    && !form.fits(title)
                    && !title.hasNumber()
                    && form.titles().headMap(first, false).values().stream()
                        .anyMatch(other -> other.style().equals(title.style()))
                    && !form.isRepeated(title))
        .toList();
  }

  /** Whether the sections may have numbers, and the heading only parts the article. */
  private static boolean isAboveNumber(Title heading, ArticleForm form) {
    return form
        .titles()
        .subMap(heading.at(), false, form.papers().firstKey(), false)
        .values()
        .stream()
        .anyMatch(title -> title.hasNumber() && form.standsAlone(title.at()));
  }

  private static List<Section> grouped(ArticleForm form, List<Title> headings, Findings findings) {
    var sections = new ArrayList<Section>();
    var used = new HashSet<Title>();
    boolean divided = !headings.isEmpty() && headings.getFirst().at() < form.papers().lastKey();
    for (var paper : form.papers().values()) {
      var path = path(paper, headings);
      if (path.isEmpty() && divided) {
        findings.refuse(
            paper.title(), "comes before any section; write the section's title above it");
      }
      if (sections.isEmpty() || !sections.getLast().headings().equals(path)) {
        checkDepth(path, sections, findings);
        int at =
            path.stream()
                .filter(title -> !used.contains(title))
                .findFirst()
                .map(Title::at)
                .orElse(paper.at());
        sections.add(new Section(at, path, new ArrayList<>()));
      }
      sections.getLast().papers().add(paper);
      used.addAll(path);
    }
    return sections;
  }

  /** The headings that a paper is below, the outermost first. */
  private static List<Title> path(Found paper, List<Title> headings) {
    var path = new ArrayList<Title>();
    int level = Integer.MAX_VALUE;
    for (var heading : headings.reversed()) {
      if (heading.at() < paper.at() && heading.style().level() < level) {
        path.addFirst(heading);
        level = heading.style().level();
      }
    }
    return path;
  }

  /** Papers right below a section's title cannot have others below a title within that section. */
  private static void checkDepth(List<Title> path, List<Section> sections, Findings findings) {
    if (sections.isEmpty() || path.size() < 2) {
      return;
    }
    var last = sections.getLast();
    if (!last.headings().isEmpty() && path.contains(last.headings().getLast())) {
      findings.refuse(
          path.getLast(),
          "is a heading neither of a section, like line %d, nor of a paper, like line %d"
              .formatted(last.titleAt() + 1, last.papers().getFirst().at() + 1));
    }
  }
}
