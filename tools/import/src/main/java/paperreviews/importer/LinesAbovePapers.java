package paperreviews.importer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Sections.Section;
import paperreviews.importer.Title.Shape;

/** Reports lines right above papers' titles that may not belong to the review before. */
final class LinesAbovePapers {
  private static final int MAX_HEADLINE = 80;

  private final ArticleForm form;
  private final Sections sections;
  private final Findings findings;
  private final List<Line> lines;

  private LinesAbovePapers(ArticleForm form, Sections sections, Findings findings) {
    this.form = form;
    this.sections = sections;
    this.findings = findings;
    this.lines = form.lines();
  }

  static void check(ArticleForm form, Sections sections, Findings findings) {
    new LinesAbovePapers(form, sections, findings).check();
  }

  private void check() {
    form.papers().values().forEach(this::labelAbove);
    form.papers().values().forEach(this::addressesAbove);
    headlines();
  }

  /** The line with text above a paper's title, unless that is a title or a field, too. */
  private Optional<Line> above(Found paper) {
    int at = form.lastText(paper.at());
    return at < 0
            || at == sections.titleAt()
            || sections.all().stream()
                .anyMatch(each -> each.headings().stream().anyMatch(title -> title.at() == at))
            || form.isOfPaper(at)
        ? Optional.empty()
        : Optional.of(lines.get(at));
  }

  private void labelAbove(Found paper) {
    above(paper)
        .map(line -> form.titles().get(line.at()))
        .filter(
            title ->
                title.isHeading() || title.style().shape() == Shape.BOLD && title.links().isEmpty())
        .ifPresent(
            title ->
                findings.refuse(
                    title,
                    "has no text below it before the next paper's title; if it is the title of a"
                        + " section, set it like the others; if not, remove it"));
  }

  /** Titles that seem to have their addresses above them, the first where a paper has its own. */
  private void addressesAbove(Found paper) {
    int end = Optional.ofNullable(form.papers().higherKey(paper.at())).orElse(lines.size());
    var below =
        form.titles().subMap(paper.at(), false, end, false).values().stream()
            .filter(title -> !sections.isPlaced(form, title.at()) && !form.isRepeated(title))
            .filter(
                title -> {
                  int above = form.lastText(title.at());
                  return above > paper.at()
                      && AddressLine.of(lines.get(above)).isPresent()
                      && lines.get(above).leadsToPaper();
                })
            .toList();
    if (below.size() > 1
        && form.lastText(below.getFirst().at()) == paper.fields().end()
        && below.stream().map(Title::style).distinct().count() == 1) {
      below.forEach(
          title ->
              findings.refuse(
                  title, "has a paper's address above it; write the address below its title"));
    }
  }

  /** Headlines of the reviewer's own above the papers' titles. */
  private void headlines() {
    var alone =
        form.papers().values().stream()
            .flatMap(paper -> above(paper).filter(this::isHeadline).stream())
            .toList();
    // Exclamations end reviews, too, but not an introduction to every first paper.
    boolean exclaimed =
        alone.size() == form.papers().size()
            && alone.size() > sections.all().size()
            && alone.stream()
                .noneMatch(
                    line ->
                        line.text().matches(".*[^!?！？]") && TitleText.endsSentence(line.text()));
    var headlines =
        alone.stream().filter(line -> exclaimed || !TitleText.endsSentence(line.text())).toList();
    boolean each = headlines.size() > 1 && headlines.size() * 2 > form.papers().size();
    for (var line : alone) {
      boolean headline = headlines.contains(line);
      if (headline && (each || isOdd(line))) {
        findings.refuse(
            line,
            "is right above a paper's title, and would be the end of the review before; write it below the title, or as a heading if it is a section's");
      } else if (isInReview(line) && (headline || line.text().matches(".*[?？]") && isOdd(line))) {
        findings.warn(
            line.at(),
            ArticleText.quoted(line.text())
                + " ends the review above; if it is a headline of the paper below, write it below"
                + " that title");
      }
    }
    var shape = form.style().shape();
    boolean single =
        sections.all().size() > 1
            && sections.all().stream().allMatch(section -> section.papers().size() == 1);
    long direct = sections.all().stream().filter(this::beginsWithPaper).count();
    boolean isDirect = direct == sections.all().size();
    boolean isUnclear =
        shape == Shape.LINK && (isDirect || direct == 0)
            || shape == Shape.KEY && isDirect
            || shape == Shape.BULLET && direct == 0;
    if (single && isUnclear) {
      var otherwise =
          isDirect ? "this line below that title" : "the paper's address right below it";
      for (var section : sections.all()) {
        findings.refuse(
            lines.get(section.titleAt()),
            "is either the title of a section with the paper %s alone, or belongs to that paper; if it is a section's, make the paper's title a heading below it, otherwise write %s"
                .formatted(section.papers().getFirst().title().quoted(), otherwise));
      }
    }
  }

  private boolean beginsWithPaper(Section section) {
    return form.nextText(section.titleAt() + 1) == section.papers().getFirst().at();
  }

  /** Whether a line is below a paper of the same section. */
  private boolean isInReview(Line line) {
    return form.paperAt(line.at())
        .filter(paper -> sections.sectionAt(line.at()) <= paper.at())
        .isPresent();
  }

  /** Whether nothing else is said of a paper. */
  private boolean isWholeReview(Line line) {
    return form.paperAt(line.at())
        .filter(paper -> paper.title().tail().isEmpty() && paper.has(form.lastText(line.at())))
        .isPresent();
  }

  /** A short line by itself that is not several sentences, nor the only one of a review. */
  private boolean isHeadline(Line line) {
    return line.at() > 0
        && !isWholeReview(line)
        && lines.get(line.at() - 1).is(Kind.BLANK)
        && line.is(Kind.TEXT)
        && line.content().links().isEmpty()
        && !form.titles().containsKey(line.at())
        && line.text().length() <= MAX_HEADLINE
        && line.text().chars().noneMatch(c -> "。、→⇒:：".indexOf(c) >= 0);
  }

  /** Whether all other paragraphs of the reviews end as sentences do, and there is one before. */
  private boolean isOdd(Line headline) {
    var ends =
        lines
            .subList(form.papers().firstEntry().getValue().fields().end() + 1, sections.closing())
            .stream()
            .filter(
                line ->
                    line.at() != headline.at()
                        && !form.isOfPaper(line.at())
                        && line.is(Kind.TEXT)
                        && line.content().links().isEmpty()
                        && !form.titles().containsKey(line.at()))
            .filter(
                line -> line.at() + 1 == lines.size() || lines.get(line.at() + 1).is(Kind.BLANK))
            .map(Line::text)
            .toList();
    boolean hasReview =
        form.paperAt(headline.at())
            .filter(
                paper ->
                    IntStream.range(paper.fields().end() + 1, headline.at())
                        .anyMatch(at -> lines.get(at).is(Kind.TEXT)))
            .isPresent();
    return hasReview && ends.size() > 1 && ends.stream().allMatch(TitleText::endsSentence);
  }
}
