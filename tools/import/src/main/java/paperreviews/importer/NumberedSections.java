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
import paperreviews.importer.Line.Kind;

/**
 * Finds the titles of sections by their numbers, where nothing else sets them apart: each counts on
 * from the one before, and the papers below it begin anew, or it is in the table of contents.
 */
final class NumberedSections {
  private final List<Line> lines;
  private final NavigableMap<Integer, Head> heads;
  private final List<Found> papers;
  private final int titleAt;
  private final int closing;
  private final Findings findings;
  private final boolean restarts;

  /** The titles that the table of contents names, and where they are first. */
  private final Map<String, Integer> contents = new HashMap<>();

  private final Set<Integer> titles = new HashSet<>();

  NumberedSections(List<Line> lines, Papers papers, int titleAt, int closing, Findings findings) {
    this.lines = lines;
    this.heads = papers.heads();
    this.papers = papers.papers();
    this.titleAt = titleAt;
    this.closing = closing;
    this.findings = findings;
    this.restarts =
        IntStream.range(1, this.papers.size())
            .anyMatch(at -> isAnew(this.papers.get(at - 1), this.papers.get(at)));
    this.papers.forEach(paper -> titles.add(paper.at()));
  }

  /** Adds the sections, as far as they are certain; the rest is refused. */
  void into(List<Outline.Section> sections) {
    var first = first();
    if (first.isEmpty()) {
      return;
    }
    sections.add(
        new Outline.Section(
            first.get().at(), List.of(first.get()), new ArrayList<>(List.of(papers.getFirst()))));
    checkTexts(first.get().at(), 0, papers.getFirst());
    for (int at = 1; at < papers.size(); at++) {
      var paper = papers.get(at);
      var before = papers.get(at - 1);
      var current = sections.getLast().headings().getFirst();
      next(paper, before, current)
          .ifPresent(
              title ->
                  sections.add(new Outline.Section(title.at(), List.of(title), new ArrayList<>())));
      sections.getLast().papers().add(paper);

      checkTexts(before.fields().end(), before.head().lastNumber(), paper);
      checkPrefix(paper, sections.getLast().headings().getFirst(), sections.size());
    }
    checkEnd(sections.getLast());
  }

  /**
   * Makes sure that no numbered title is lost in texts, where headings are the sections' titles.
   */
  void checkTexts(List<Outline.Section> sections) {
    for (var section : sections) {
      section.headings().forEach(head -> titles.add(head.at()));
      int from = section.titleAt();
      int number = 0;
      for (var paper : section.papers()) {
        checkTexts(from, number, paper);
        from = paper.fields().end();
        number = paper.head().lastNumber();
      }
    }
    var last = papers.getLast();
    checkTexts(last.fields().end(), last.head().lastNumber(), null);
  }

  /** Whether the papers' numbers begin again. */
  static boolean isAnew(Found before, Found paper) {
    return before.head().hasNumber()
        && paper.head().hasNumber()
        && (paper.head().lastNumber() <= before.head().lastNumber()
            || !paper.head().prefix().equals(before.head().prefix()));
  }

  /** The numbered lines between two others that are not papers. */
  private List<Head> between(int from, int to) {
    return heads.subMap(from, false, Math.max(from + 1, to), false).values().stream()
        .filter(head -> head.hasNumber() && !titles.contains(head.at()) && head.at() != titleAt)
        .toList();
  }

  private Optional<Head> first() {
    var paper = papers.getFirst();
    for (int at = 0; at < paper.at(); at++) {
      var line = lines.get(at);
      var head = Optional.ofNullable(heads.get(at));
      var named =
          line.is(Kind.BULLET)
              ? line.content().from(Numbering.of(line.text()).map(Numbering::end).orElse(0)).text()
              : head.map(Head::title).orElse(line.text());
      contents.putIfAbsent(ArticleText.key(named), at);
    }
    var candidates =
        between(-1, paper.at()).stream().filter(head -> !hasUnfinishedAddress(head)).toList();
    var chosen =
        Outline.narrowed(
            candidates,
            List.of(
                head -> isNamedBefore(head, candidates),
                head -> head.style().shape() != Head.Shape.NUMBER,
                this::standsAlone,
                head -> !isFollowed(head, candidates),
                head -> head.lastNumber() == candidates.getFirst().lastNumber()));
    if (chosen.isEmpty() && candidates.isEmpty()) {
      findings.refuse(
          paper.at(),
          "the paper “%s” stands before any section; write the section's title above it, such as \"1. Title\""
              .formatted(ArticleText.shortened(paper.head().title())));
    }
    if (chosen.isEmpty()) {
      candidates.forEach(head -> findings.refuse(head.at(), ofTwoMeanings(head, candidates)));
    }
    chosen.ifPresent(
        section -> {
          contents.values().removeIf(at -> at >= section.at());
          titles.add(section.at());
        });
    return chosen;
  }

  private boolean isNamedBefore(Head head, List<Head> candidates) {
    return contents.get(head.key()) < head.at()
        && candidates.stream()
            .noneMatch(other -> other.at() > head.at() && other.key().equals(head.key()))
        // A whole table of contents may be there twice.
        && !isFollowed(head, candidates);
  }

  private static boolean isFollowed(Head head, List<Head> candidates) {
    return candidates.stream()
        .anyMatch(other -> other.at() > head.at() && other.lastNumber() == head.lastNumber() + 1);
  }

  private Optional<Head> next(Found paper, Found before, Head current) {
    boolean anew = isAnew(before, paper);
    int from = before.fields().end();
    int number = paper.head().prefix().orElse(current.lastNumber() + 1);
    var all = between(from, paper.at());
    var candidates =
        all.stream()
            .filter(head -> head.lastNumber() == number && !hasUnfinishedAddress(head))
            .filter(
                head ->
                    anew
                        || contents.containsKey(head.key())
                        || !restarts && standsAlone(head) && !isListed(head, from))
            .toList();
    if (candidates.isEmpty() && anew) {
      candidates =
          all.stream()
              .filter(
                  head ->
                      contents.containsKey(head.key()) || head.lastNumber() > current.lastNumber())
              .filter(head -> standsAlone(head) && !isListed(head, from))
              .toList();
    }
    var chosen =
        Outline.narrowed(
            candidates,
            List.<Predicate<Head>>of(
                head -> contents.containsKey(head.key()),
                head -> head.style().equals(current.style()),
                this::standsAlone,
                head -> !isListed(head, from)));
    if (chosen.isPresent()) {
      titles.add(chosen.get().at());
      return chosen;
    }
    for (var head : candidates) {
      findings.refuse(head.at(), ofTwoMeanings(head, candidates));
    }
    if (anew && candidates.isEmpty()) {
      findings.refuse(
          paper.at(),
          "the numbers of papers begin again with “%s”, but no section's title stands before it"
              .formatted(ArticleText.shortened(paper.head().title())));
    }
    return Optional.empty();
  }

  private void checkPrefix(Found paper, Head section, int position) {
    int number = section.lastNumber();
    paper
        .head()
        .prefix()
        .filter(prefix -> prefix != number && prefix != position)
        .ifPresent(
            prefix ->
                findings.refuse(
                    paper.at(),
                    "“%s” has the number %d-%d, but stands in section %d (line %d)"
                        .formatted(
                            paper.head().title(),
                            prefix,
                            paper.head().lastNumber(),
                            number,
                            section.at() + 1)));
  }

  private String ofTwoMeanings(Head head, List<Head> candidates) {
    var others =
        candidates.stream()
            .filter(other -> other.at() != head.at())
            .map(other -> Integer.toString(other.at() + 1))
            .collect(Collectors.joining(", "));
    return "“%s” may be the title of section %d, and so may line %s: write the address below what is a paper, and mark the section as a heading: \"## %s\""
        .formatted(
            ArticleText.shortened(head.title()),
            head.lastNumber(),
            others,
            ArticleText.shortened(ArticleText.strip(lines.get(head.at()).source())));
  }

  private boolean standsAlone(Head head) {
    int at = head.at();
    return (at == 0 || lines.get(at - 1).is(Kind.BLANK))
        && (at + 1 == lines.size() || lines.get(at + 1).is(Kind.BLANK));
  }

  /** Whether a title is an entry of a list that begins with number 1 between a line and it. */
  private boolean isListed(Head head, int from) {
    int number = head.lastNumber() - 1;
    for (int at = head.at() - 1; at > from && number > 0; at--) {
      var other = heads.get(at);
      if (other == null || other.isHeading() || !other.hasNumber() || titles.contains(at)) {
        continue;
      }
      // A list that has come further is another one, and so is one without empty lines between.
      boolean apart = number == head.lastNumber() - 1 && standsAlone(head) && !standsAlone(other);
      if (other.lastNumber() != number || apart) {
        return false;
      }
      number--;
    }
    return number == 0;
  }

  private boolean hasUnfinishedAddress(Head head) {
    int next = nextText(head.at() + 1);
    if (next == lines.size() || !Fields.isUnfinished(lines.get(next))) {
      return false;
    }
    findings.refuse(head.at(), unfinished(head, lines.get(next)));
    return true;
  }

  static String unfinished(Head head, Line line) {
    return "“%s” has an address on line %d that is not whole: %s; write it with https://"
        .formatted(
            ArticleText.shortened(head.title()), line.at() + 1, ArticleText.strip(line.source()));
  }

  private int nextText(int from) {
    return IntStream.range(from, lines.size())
        .filter(at -> !lines.get(at).is(Kind.BLANK))
        .findFirst()
        .orElse(lines.size());
  }

  /** Makes sure that the numbered lines of a text are no titles that something was lost from. */
  private void checkTexts(int from, int numberBefore, Found next) {
    for (var head : between(from, next == null ? closing : next.at())) {
      int section =
          titles.stream()
              .filter(at -> at < head.at() && at > from)
              .max(Integer::compare)
              .orElse(from);
      int before = section == from ? numberBefore : 0;
      boolean leads =
          next != null
              && next.head().hasNumber()
              && head.lastNumber() == next.head().lastNumber() - 1
              && head.lastNumber() > before;
      boolean follows = before > 0 && head.lastNumber() == before + 1;
      if (isBesideAnother(head, next)) {
        continue;
      }
      if (hasUnfinishedAddress(head)) {
        continue;
      }
      if (leads || follows) {
        findings.refuse(head.at(), ArticleForm.withoutAddress(head));
      } else if (standsAlone(head) && !isListed(head, section)) {
        findings.refuse(
            head.at(),
            "“%s” begins like a title, but number %d is neither that of the next section nor of the next paper"
                .formatted(ArticleText.shortened(head.title()), head.lastNumber()));
      }
    }
  }

  /** Whether the line before or behind is another entry of the same list. */
  private boolean isBesideAnother(Head head, Found next) {
    int before = head.at() - 1;
    while (before >= 0 && lines.get(before).is(Kind.BLANK)) {
      before--;
    }
    int behind = nextText(head.at() + 1);
    return isEntry(before, head.lastNumber() - 1)
        || (next == null || behind != next.at()) && isEntry(behind, head.lastNumber() + 1);
  }

  private boolean isEntry(int at, int number) {
    var head = heads.get(at);
    return head != null
        && number > 0
        && !head.isHeading()
        && !titles.contains(at)
        && head.lastNumber() == number;
  }

  /** Behind the last paper there may be its review, but no title. */
  private void checkEnd(Outline.Section section) {
    var last = section.papers().getLast();
    for (var head : between(last.fields().end(), closing)) {
      if (head.lastNumber() == section.number() + 1
          && standsAlone(head)
          && !isListed(head, last.fields().end())
          && !isBesideAnother(head, null)
          && head.lastNumber() != last.head().lastNumber() + 1) {
        findings.refuse(head.at(), Outline.withoutPapers(head));
        titles.add(head.at());
      }
    }
    checkTexts(last.fields().end(), last.head().lastNumber(), null);
  }
}
