package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Line.Kind;

/**
 * Finds the titles of sections by their numbers, where nothing else sets them apart: each counts on
 * from the one before, and the papers below it begin anew, or it is in the table of contents.
 */
final class NumberedSections {
  private final ArticleForm form;
  private final List<Found> papers;
  private final Set<String> paperTitles;
  private final int titleAt;
  private final Findings findings;
  private final boolean restarts;
  private final List<Title> titles = new ArrayList<>();

  /** The titles that the table of contents names, and where they are first. */
  private final Map<String, Integer> contents = new HashMap<>();

  NumberedSections(ArticleForm form, int titleAt, Findings findings) {
    this.form = form;
    this.papers = List.copyOf(form.papers().values());
    this.paperTitles =
        papers.stream().map(paper -> paper.title().key()).collect(Collectors.toSet());
    this.titleAt = titleAt;
    this.findings = findings;
    this.restarts = !areCountedDown() && pairs().anyMatch(this::isAnew);
  }

  private IntStream pairs() {
    return IntStream.range(1, papers.size());
  }

  private boolean isAnew(int at) {
    return papers.get(at).isAnew(papers.get(at - 1));
  }

  /** From 10 to 1, as the best of a year are. */
  private boolean areCountedDown() {
    return pairs()
        .allMatch(
            at ->
                papers.get(at).title().lastNumber() == papers.get(at - 1).title().lastNumber() - 1);
  }

  /** Whether there are numbered titles that may be those of sections. */
  boolean areUsed() {
    return restarts || !between(-1, papers.getFirst().at()).isEmpty();
  }

  /** The titles, as far as they are certain; the rest is refused. */
  List<Title> titles() {
    first().ifPresent(titles::add);
    for (int at = 1; at < papers.size() && !titles.isEmpty(); at++) {
      next(papers.get(at), papers.get(at - 1)).ifPresent(titles::add);
    }
    papers.forEach(this::checkPrefix);
    return titles;
  }

  /** The numbered lines between two others that are not papers. */
  private List<Title> between(int from, int to) {
    return form.titles().subMap(from, false, to, false).values().stream()
        .filter(title -> title.hasNumber() && title.at() != titleAt && !form.isOfPaper(title.at()))
        // A list of the papers has no sections.
        .filter(title -> title.links().isEmpty() && !paperTitles.contains(title.key()))
        .toList();
  }

  private Optional<Title> first() {
    var paper = papers.getFirst();
    for (var line : form.lines().subList(0, paper.at())) {
      var text = line.content();
      if (line.is(Kind.BULLET)) {
        text = text.from(Numbering.of(text.text()).map(Numbering::end).orElse(0));
      }
      var title = Optional.ofNullable(form.titles().get(line.at()));
      contents.putIfAbsent(
          title
              .filter(_ -> !line.is(Kind.BULLET))
              .map(Title::key)
              .orElse(ArticleText.key(text.text())),
          line.at());
    }
    var candidates =
        between(-1, paper.at()).stream()
            .filter(title -> form.unfinishedAddress(title).isEmpty())
            .toList();
    if (candidates.isEmpty()) {
      findings.refuse(
          paper.title(),
          "comes before any section; write the section's title above it, such as \"1. Title\"");
      return Optional.empty();
    }
    var chosen =
        narrowed(
            candidates,
            List.of(
                title -> isNamedBefore(title, candidates),
                title -> title.style().shape() != Title.Shape.NUMBER,
                title -> form.standsAlone(title.at()),
                title -> !isFollowed(title, candidates),
                title -> title.lastNumber() == candidates.getFirst().lastNumber()));
    chosen
        .filter(
            title ->
                !restarts
                    && form.fits(title)
                    && title.lastNumber() == paper.title().lastNumber() - 1)
        .ifPresent(title -> findings.refuse(title, form.lackOfAddress(title)));
    chosen.ifPresent(section -> contents.values().removeIf(at -> at >= section.at()));
    return chosen;
  }

  /** Whether the table of contents has a title, and no other line has it behind. */
  private boolean isNamedBefore(Title title, List<Title> candidates) {
    return contents.get(title.key()) < title.at()
        && candidates.stream()
            .noneMatch(other -> other.at() > title.at() && other.key().equals(title.key()))
        // A whole table of contents may be there twice.
        && !isFollowed(title, candidates);
  }

  private static boolean isFollowed(Title title, List<Title> candidates) {
    return candidates.stream()
        .anyMatch(other -> other.at() > title.at() && other.lastNumber() == title.lastNumber() + 1);
  }

  /** Whether a title stands alone, or begins a paragraph as the first one does, too. */
  private boolean isApart(Title title) {
    return form.standsAlone(title.at())
        || !form.standsAlone(titles.getFirst().at())
            && title.style().equals(titles.getFirst().style())
            && form.lines().get(title.at() - 1).is(Kind.BLANK);
  }

  private Optional<Title> next(Found paper, Found before) {
    boolean anew = paper.isAnew(before);
    int from = before.fields().end();
    var current = titles.getLast();
    int number = paper.title().prefix().orElse(current.lastNumber() + 1);
    var all =
        between(from, paper.at()).stream()
            .filter(title -> form.unfinishedAddress(title).isEmpty())
            .toList();
    Predicate<Title> isSetApart = title -> isApart(title) && !form.isListed(title, from);
    Predicate<Title> isInContents = title -> contents.containsKey(title.key());
    var candidates =
        all.stream()
            .filter(title -> title.lastNumber() == number)
            .filter(
                title -> anew || isInContents.test(title) || !restarts && isSetApart.test(title))
            .toList();
    if (candidates.isEmpty() && anew) {
      candidates =
          all.stream()
              .filter(isInContents.or(title -> title.lastNumber() > current.lastNumber()))
              .filter(isSetApart)
              .toList();
    }
    if (candidates.isEmpty() && anew) {
      findings.refuse(
          paper.title(), "begins the papers' numbers again, but has no section's title above it");
    }
    return narrowed(
        candidates,
        List.of(
            isInContents,
            title -> title.style().equals(current.style()),
            title -> form.standsAlone(title.at()),
            title -> !form.isListed(title, from)));
  }

  /** The one that is left when each test has kept those that pass it, unless none would. */
  private Optional<Title> narrowed(List<Title> candidates, List<Predicate<Title>> tests) {
    var left = candidates;
    for (var test : tests) {
      var passing = left.stream().filter(test).toList();
      left = passing.isEmpty() ? left : passing;
    }
    if (left.size() == 1) {
      return Optional.of(left.getFirst());
    }
    for (var title : candidates) {
      var others =
          candidates.stream()
              .filter(other -> other.at() != title.at())
              .map(other -> Integer.toString(other.at() + 1))
              .collect(Collectors.joining(", "));
      findings.refuse(
          title,
          "may be the title of section %d, and so may line %s: write the address below what is a paper, and mark the section as a heading: \"## %s\""
              .formatted(
                  title.lastNumber(),
                  others,
                  ArticleText.shortened(ArticleText.strip(form.lines().get(title.at()).source()))));
    }
    return Optional.empty();
  }

  private void checkPrefix(Found paper) {
    var section =
        titles.stream().filter(title -> title.at() < paper.at()).reduce((_, last) -> last);
    var prefix = paper.title().prefix();
    if (section.isPresent()
        && prefix.isPresent()
        && prefix.get() != section.get().lastNumber()
        && prefix.get() != titles.indexOf(section.get()) + 1) {
      findings.refuse(
          paper.title(),
          "has the number %d-%d, but is in section %d (line %d)"
              .formatted(
                  prefix.get(),
                  paper.title().lastNumber(),
                  section.get().lastNumber(),
                  section.get().at() + 1));
    }
  }
}
