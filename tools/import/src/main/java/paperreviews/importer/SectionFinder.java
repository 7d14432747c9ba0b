package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the sections between the papers of an article, told from lists and from tables of contents
 * by their numbers, their marks and what stands around them. What could be read in two ways is
 * refused.
 */
final class SectionFinder {
  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)(?:.*(?:この記事|本記事|目次|もくじ|はじめに|前置き|まえがき|注意).*|contents?|table of contents|introduction|index)");

  /** What the lines before the first section name, as one compares titles, and where first. */
  private final Map<String, Integer> contents = new HashMap<>();

  private final Layout layout;

  private SectionFinder(Layout layout) {
    this.layout = layout;
  }

  /** The sections in order with these papers, or as far as none was refused. */
  static List<FoundSection> of(List<FoundPaper> papers, Layout layout) {
    return new SectionFinder(layout).sections(papers);
  }

  private List<FoundSection> sections(List<FoundPaper> papers) {
    var found = new ArrayList<FoundSection>();
    var first = firstSection(papers.getFirst());
    if (first.isEmpty()) {
      return found;
    }
    found.add(new FoundSection(first.get(), new ArrayList<>(List.of(papers.getFirst()))));
    for (int at = 1; at < papers.size(); at++) {
      var paper = papers.get(at);
      var section = sectionBefore(paper, papers.get(at - 1), found, restarts(papers));
      if (section.isPresent()) {
        found.add(new FoundSection(section.get(), new ArrayList<>()));
      }
      found.getLast().papers().add(paper);
    }
    checkEnd(found);
    return found;
  }

  /** Whether the papers are numbered anew in each section. */
  private static boolean restarts(List<FoundPaper> papers) {
    return IntStream.range(1, papers.size())
        .anyMatch(at -> isAnew(papers.get(at - 1), papers.get(at)));
  }

  private static boolean isAnew(FoundPaper before, FoundPaper paper) {
    return before.title().hasNumber()
        && paper.title().hasNumber()
        && (paper.title().number() <= before.title().number()
            || !prefix(paper).equals(prefix(before)));
  }

  /** The section's number that a paper's number such as 2-3 begins with. */
  private static Optional<Integer> prefix(FoundPaper paper) {
    var numbers = paper.title().numbers();
    return numbers.size() > 1 ? Optional.of(numbers.get(numbers.size() - 2)) : Optional.empty();
  }

  private Optional<Headline> firstSection(FoundPaper paper) {
    for (int at = 0; at < paper.title().at(); at++) {
      contents.putIfAbsent(Headline.keyOfContents(layout.line(at)), at);
    }
    var titles = layout.titlesBetween(-1, paper.title().at());
    int top = layout.nextText(0, layout.lines().size());
    var headings =
        titles.stream()
            .filter(title -> title.level() > 0)
            .filter(
                title ->
                    title.hasNumber()
                        || title.at() != top && !OPENING.matcher(title.title()).matches())
            .toList();
    var numbered =
        titles.stream()
            .filter(title -> title.hasNumber() && !layout.hasUnfinishedAddress(title))
            .toList();
    var candidates = firstCandidates(headings, numbered);
    var chosen = chooseFirst(candidates);
    if (chosen.isEmpty()) {
      if (candidates.isEmpty()) {
        layout.refuse(
            paper.title().at(),
            "the paper “%s” stands before any section; write the section's title above it, such as \"1. Title\""
                .formatted(paper.title().title()));
      } else {
        candidates.forEach(title -> layout.refuse(title.at(), ofTwoMeanings(title, candidates)));
      }
      return Optional.empty();
    }
    var section = chosen.get();
    contents.values().removeIf(at -> at >= section.at());
    for (var title : layout.titlesBetween(section.at(), paper.title().at())) {
      checkText(title, section.at(), 0, paper);
    }
    return chosen;
  }

  /** The last heading, unless it has no number and others have. */
  private List<Headline> firstCandidates(List<Headline> headings, List<Headline> numbered) {
    if (headings.isEmpty()) {
      return numbered;
    }
    var last = headings.getLast();
    var behind =
        numbered.stream()
            .filter(title -> title.at() > last.at() && layout.standsAlone(title))
            .toList();
    return last.hasNumber() || behind.isEmpty() ? List.of(last) : behind;
  }

  /** The first section's title among what stands above the first paper. */
  private Optional<Headline> chooseFirst(List<Headline> candidates) {
    return narrowed(
        candidates,
        List.of(
            title -> isRepeated(title, candidates),
            Headline::isMarked,
            layout::standsAlone,
            title -> !isFollowed(title, candidates),
            title -> title.number() == candidates.getFirst().number()));
  }

  /** Whether a table of contents has named a title before, and nothing names it again. */
  private boolean isRepeated(Headline title, List<Headline> candidates) {
    return contents.get(title.key()) < title.at()
        && candidates.stream()
            .noneMatch(other -> other.at() > title.at() && other.title().equals(title.title()))
        // A whole table of contents may stand there twice.
        && !isFollowed(title, candidates);
  }

  private static boolean isFollowed(Headline title, List<Headline> candidates) {
    return candidates.stream()
        .anyMatch(other -> other.at() > title.at() && other.number() == title.number() + 1);
  }

  /** The one that is left when each test has kept those that pass it, unless none would. */
  private static Optional<Headline> narrowed(
      List<Headline> candidates, List<Predicate<Headline>> tests) {
    var left = candidates;
    for (var test : tests) {
      var passing = left.stream().filter(test).toList();
      if (!passing.isEmpty()) {
        left = passing;
      }
      if (left.size() == 1) {
        break;
      }
    }
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }

  private Optional<Headline> sectionBefore(
      FoundPaper paper, FoundPaper before, List<FoundSection> sections, boolean restarts) {
    var current = sections.getLast();
    var titles = layout.titlesBetween(before.end(), paper.title().at());
    boolean anew = isAnew(before, paper);
    var chosen =
        current.title().level() > 0
            ? headingBefore(paper, before, current, titles)
            : titleBefore(paper, sections, titles, anew, restarts);
    if (chosen.isEmpty() && anew && !layout.isRefused()) {
      layout.refuse(
          paper.title().at(),
          "the numbers of papers begin again with “%s”, but no section's title stands before it"
              .formatted(paper.title().title()));
    }
    for (var title : titles) {
      if (!chosen.equals(Optional.of(title))
          && (title.level() == 0 || isBelow(title, before))
          && !layout.isRefused()) {
        int from =
            chosen
                .filter(section -> section.at() < title.at())
                .map(Headline::at)
                .orElse(before.end());
        int number = from == before.end() ? before.title().number() : 0;
        checkText(title, from, number, paper);
      }
    }
    if (!layout.isRefused()) {
      checkPrefix(
          paper, chosen.orElse(current.title()), sections.size() + (chosen.isPresent() ? 1 : 0));
    }
    return chosen;
  }

  private void checkPrefix(FoundPaper paper, Headline section, int position) {
    int number = section.hasNumber() ? section.number() : position;
    prefix(paper)
        .filter(prefix -> prefix != number && prefix != position)
        .ifPresent(
            prefix ->
                layout.refuse(
                    paper.title().at(),
                    "“%s” has the number %d-%d, but stands in section %d (line %d)"
                        .formatted(
                            paper.title().title(),
                            prefix,
                            paper.title().number(),
                            number,
                            section.at() + 1)));
  }

  /** Whether a heading is one within a review: deeper than those of papers. */
  private static boolean isBelow(Headline title, FoundPaper paper) {
    return paper.title().level() > 0 && title.level() > paper.title().level();
  }

  /** The section that begins between two papers, where sections are Markdown headings. */
  private Optional<Headline> headingBefore(
      FoundPaper paper, FoundPaper before, FoundSection current, List<Headline> titles) {
    var found = new ArrayList<Headline>();
    for (var title : titles) {
      if (title.level() == 0 || isBelow(title, before)) {
        continue;
      }
      boolean ofPapers = title.level() == before.title().level();
      boolean next = title.hasNumber() && title.number() == current.title().number() + 1;
      if (title.level() == current.title().level()
          && (!ofPapers || !title.hasNumber() || next && isAnew(before, paper))) {
        found.add(title);
      } else if (ofPapers) {
        layout.refuse(title.at(), layout.withoutAddress(title));
      } else {
        layout.refuse(
            title.at(),
            "the heading “%s” is neither a section's, like line %d, nor a paper's, like line %d"
                .formatted(title.title(), current.title().at() + 1, before.title().at() + 1));
      }
    }
    for (int at = 0; at < found.size() - 1; at++) {
      layout.refuse(found.get(at).at(), withoutPapers(found.get(at)));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  /** The section that begins between two papers, where only numbers mark sections. */
  private Optional<Headline> titleBefore(
      FoundPaper paper,
      List<FoundSection> sections,
      List<Headline> titles,
      boolean anew,
      boolean restarts) {
    var current = sections.getLast().title();
    int before = sections.getLast().papers().getLast().end();
    int next = prefix(paper).orElse(current.number() + 1);
    for (var title : titles) {
      if (title.level() > 0 && !isBelow(title, paper)) {
        layout.refuse(
            title.at(),
            title.level() == paper.title().level()
                ? layout.withoutAddress(title)
                : "the heading “%s” is neither a section's, like line %d, nor a paper's, like line %d"
                    .formatted(title.title(), current.at() + 1, paper.title().at() + 1));
      }
    }
    var numbered =
        titles.stream().filter(title -> title.level() == 0 && title.hasNumber()).toList();
    var candidates =
        numbered.stream()
            .filter(title -> title.number() == next && !layout.hasUnfinishedAddress(title))
            .filter(
                title ->
                    anew
                        || contents.containsKey(title.key())
                        || !restarts && layout.standsAlone(title) && !isListed(title, before))
            .toList();
    if (candidates.isEmpty() && anew) {
      candidates =
          numbered.stream()
              .filter(
                  title -> contents.containsKey(title.key()) || title.number() > current.number())
              .filter(title -> layout.standsAlone(title) && !isListed(title, before))
              .toList();
    }
    var chosen =
        narrowed(
            candidates,
            List.of(
                title -> contents.containsKey(title.key()),
                title -> title.bold() == current.bold(),
                layout::standsAlone,
                title -> !isListed(title, before)));
    if (chosen.isEmpty()) {
      var others = candidates;
      candidates.forEach(title -> layout.refuse(title.at(), ofTwoMeanings(title, others)));
    }
    return chosen;
  }

  private String ofTwoMeanings(Headline title, List<Headline> candidates) {
    var others =
        candidates.stream()
            .filter(other -> !other.equals(title))
            .map(other -> Integer.toString(other.at() + 1))
            .collect(Collectors.joining(", "));
    return "“%s” may be the title of section %d, and so may line %s: write the address below what is a paper, and mark the section as a heading: \"## %s\""
        .formatted(
            Layout.shortened(title.title()),
            title.number(),
            others,
            Layout.shortened(ArticleText.strip(layout.line(title.at()))));
  }

  /** Whether a title is an entry of a list that begins with number 1 between a line and it. */
  private boolean isListed(Headline title, int from) {
    int wanted = title.number() - 1;
    for (int at = title.at() - 1; at > from && wanted > 0; at--) {
      var other = layout.headlines().get(at);
      if (other != null && other.level() == 0 && other.number() == wanted) {
        wanted--;
      }
    }
    return wanted == 0;
  }

  /** Makes sure that what looks like a title may stand in a text. */
  private void checkText(Headline title, int from, int numberBefore, FoundPaper next) {
    if (!title.hasNumber()) {
      return;
    }
    int number = title.number();
    boolean leads =
        next != null
            && next.title().hasNumber()
            && number == next.title().number() - 1
            && number > numberBefore;
    boolean follows = numberBefore > 0 && number == numberBefore + 1;
    boolean besideAnother = isBesideAnother(title, next);
    if ((leads || follows) && !besideAnother) {
      layout.refuse(title.at(), layout.withoutAddress(title));
    } else if (layout.standsAlone(title) && !besideAnother && !isListed(title, from)) {
      layout.refuse(
          title.at(),
          "“%s” begins like a title, but number %d is neither that of the next section nor of the next paper"
              .formatted(Layout.shortened(title.title()), number));
    }
  }

  /** Whether the line before or behind is another entry of the same list. */
  private boolean isBesideAnother(Headline title, FoundPaper next) {
    int before = title.at() - 1;
    while (before >= 0 && layout.isBlank(before)) {
      before--;
    }
    int behind = layout.nextText(title.at() + 1, layout.lines().size());
    var above = layout.headlines().get(before);
    var below = next != null && behind == next.title().at() ? null : layout.headlines().get(behind);
    return above != null
            && above.level() == 0
            && above.number() > 0
            && above.number() == title.number() - 1
        || below != null && below.level() == 0 && below.number() == title.number() + 1;
  }

  private static String withoutPapers(Headline title) {
    return "the section “%s” has no papers; a paper is a title with its address on the next line"
        .formatted(Layout.shortened(title.title()));
  }

  /** Behind the last paper there may be its review and the closing part, but no title. */
  private void checkEnd(List<FoundSection> sections) {
    var section = sections.getLast();
    var last = section.papers().getLast();
    for (var title : layout.titlesBetween(last.end(), layout.closing())) {
      if (title.level() > 0) {
        if (!isBelow(title, last)) {
          if (!title.hasNumber()
              && title.level() == section.title().level()
              && title.level() != last.title().level()) {
            layout.closeAt(title.at());
            return;
          }
          layout.refuse(
              title.at(),
              title.level() == last.title().level()
                  ? layout.withoutAddress(title)
                  : withoutPapers(title));
        }
      } else if (title.hasNumber()
          && section.title().level() == 0
          && title.number() == section.title().number() + 1
          && layout.standsAlone(title)
          && !isListed(title, last.end())) {
        layout.refuse(title.at(), withoutPapers(title));
      } else {
        checkText(title, last.end(), last.title().number(), null);
      }
    }
  }
}
