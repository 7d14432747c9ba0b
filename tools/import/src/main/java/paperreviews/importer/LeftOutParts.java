package paperreviews.importer;

import java.util.List;
import java.util.stream.Collectors;
import paperreviews.importer.Title.Linked;
import paperreviews.importer.Title.Shape;

/** Reports what looks like a paper in the opening or the closing part, which are left out. */
final class LeftOutParts {
  private final ArticleForm form;
  private final Sections sections;
  private final Findings findings;
  private final List<Line> lines;

  private LeftOutParts(ArticleForm form, Sections sections, Findings findings) {
    this.form = form;
    this.sections = sections;
    this.findings = findings;
    this.lines = form.lines();
  }

  static void check(ArticleForm form, Sections sections, Findings findings) {
    new LeftOutParts(form, sections, findings).check();
  }

  /** Lines of the opening and the closing part that are set like papers' titles. */
  private void check() {
    var titles =
        form.titles().values().stream()
            .filter(title -> title.at() < sections.start() || title.at() >= sections.closing())
            .filter(title -> form.fits(title) && !sections.isPlaced(form, title.at()))
            .filter(title -> form.isLikePaper(title) || isBelowSection(title))
            .filter(title -> !ClosingPart.isTitle(title.text()) && !form.isAboveLinks(title))
            .filter(title -> !Sections.isOpening(title.text()))
            .toList();
    addressesOutside();
    boolean many = titles.size() > form.papers().size();
    var part = form.titles().get(sections.closing());
    for (var title : titles) {
      boolean closes = title.at() >= sections.closing();
      boolean isSection =
          closes && part != null && part.at() < title.at() && !ClosingPart.isTitle(part.text());
      if (many
          || isSection
          || title.hasNumber()
          || title.style().shape() == Shape.KEY
          || TitleText.isTitleCase(title.text())) {
        findings.refuse(title, form.lackOfAddress(title));
      } else {
        findings.warn(
            title.at(),
            "%s is set like a paper's title, but has no address; it is left out with the %s"
                .formatted(title.quoted(), closes ? "closing part" : "opening"));
      }
    }
  }

  /**
   * Papers' addresses in the opening and the closing part, but for those of a table of contents.
   */
  private void addressesOutside() {
    var own =
        form.papers().values().stream()
            .flatMap(paper -> paper.fields().links().stream())
            .map(Linked::address)
            .collect(Collectors.toSet());
    lines.stream()
        .filter(line -> line.at() < sections.start() || line.at() >= sections.closing())
        .filter(
            line ->
                line.content().links().stream()
                    .map(Inline.Span::address)
                    .anyMatch(address -> Links.isPaper(address) && !own.contains(address)))
        .filter(
            line ->
                form.headingAbove(line.at())
                    .filter(heading -> ClosingPart.isOfReferences(heading.text()))
                    .isEmpty())
        .forEach(
            line ->
                findings.warn(
                    line.at(),
                    "a paper's address is left out with the "
                        + (line.at() < sections.start() ? "opening" : "closing part")));
  }

  /** Whether a number is below the title of what may be a section without papers. */
  private boolean isBelowSection(Title title) {
    return title.style().shape() == Shape.NUMBER
        && (title.at() < sections.start() || form.standsAlone(title.at()))
        && sections.headings().stream()
            .filter(heading -> heading.at() < title.at())
            .reduce((_, last) -> last)
            .filter(heading -> !Sections.isOpening(heading.text()))
            .filter(heading -> !ClosingPart.isTitle(heading.text()))
            .isPresent();
  }
}
