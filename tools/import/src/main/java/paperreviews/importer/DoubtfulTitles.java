package paperreviews.importer;

import java.util.List;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Title.Shape;

/** Refuses titles of sections and papers that are none, or more than that. */
final class DoubtfulTitles {
  private final ArticleForm form;
  private final Sections sections;
  private final Findings findings;
  private final List<Line> lines;

  private DoubtfulTitles(ArticleForm form, Sections sections, Findings findings) {
    this.form = form;
    this.sections = sections;
    this.findings = findings;
    this.lines = form.lines();
  }

  static void check(ArticleForm form, Sections sections, Findings findings) {
    new DoubtfulTitles(form, sections, findings).check();
  }

  private void check() {
    sections.headings().forEach(this::heading);
    form.papers().values().forEach(paper -> citation(paper.title()));
    authors();
    addressesOfOtherKinds();
  }

  /** A section has papers, and is none. */
  private void heading(Title heading) {
    int next = form.nextText(heading.at() + 1);
    if (next < sections.closing()
        && AddressLine.of(lines.get(next)).isPresent()
        && lines.get(next).leadsToPaper()
        && !isIntroduction(lines.get(next))
        && !AddressLine.isLabel(heading.text())) {
      findings.refuse(
          heading,
          "is set as the title of a section, but has a paper's address below it; set it as the"
              + " papers' titles are: "
              + form.style());
    }
    boolean leads =
        heading.hasNumber()
            && sections.headings().stream()
                .anyMatch(
                    other ->
                        other.at() == sections.start()
                            && other.style().equals(heading.style())
                            && other.lastNumber() == heading.lastNumber() + 1);
    if ((heading.at() > sections.start() || leads)
        && heading.at() < sections.closing()
        && sections.all().stream().noneMatch(each -> each.headings().contains(heading))) {
      findings.refuse(heading, ArticleForm.WITHOUT_PAPERS);
    } else if (isLikeSection(heading) && !isPlacedOutside(heading)) {
      findings.warn(
          heading.at(),
          heading.quoted()
              + " is set like a section's title, but has no papers; it is left out with the "
              + (heading.at() < sections.start() ? "opening" : "closing part"));
    }
  }

  private boolean isLikeSection(Title heading) {
    return (heading.at() < sections.start() || heading.at() >= sections.closing())
        && sections.all().stream()
            .flatMap(section -> section.heading().stream())
            .anyMatch(other -> other.style().equals(heading.style()));
  }

  private static boolean isPlacedOutside(Title heading) {
    return Sections.isOpening(heading.text())
        || ClosingPart.isTitle(heading.text())
        || ClosingPart.isOfReferences(heading.text());
  }

  /** Whether a line names what it links to, and is all that is above a paper. */
  private boolean isIntroduction(Line line) {
    return !line.content().withoutLinks(0).isBlank()
        && form.papers().containsKey(form.nextText(line.at() + 1));
  }

  /** What has the address of a page may be a label within a review rather than a paper. */
  private void addressesOfOtherKinds() {
    var others =
        form.papers().values().stream()
            .filter(
                paper ->
                    paper.fields().address().filter(address -> !Links.isPaper(address)).isPresent())
            .toList();
    if (!form.numbered() && others.size() * 2 < form.papers().size()) {
      others.forEach(
          paper ->
              findings.warn(
                  paper.at(),
                  paper.title().quoted()
                      + " has an address that is not known to be a paper's; check whether it belongs to the review above"));
    }
  }

  /** Headings that name the authors of the papers, whose titles are above, would be titles. */
  private void authors() {
    var titles = form.papers().values().stream().map(Found::title).toList();
    if (titles.size() > 1
        && titles.stream().allMatch(title -> FieldReader.areNames(title.text()))) {
      titles.forEach(
          title ->
              findings.refuse(
                  title,
                  "only names people, and so do the titles of all papers; write authors as text below the title"));
    }
  }

  /** Authors or a venue behind commas would become part of the title. */
  private void citation(Title title) {
    if (isBeginning(title)) {
      findings.refuse(
          title, "seems to be only the beginning of a title; make the whole title bold");
    }
    var parts = title.text().split(",\\s+");
    if (AddressLine.withoutBrackets(title.text()).contains(" et al")
        || parts.length > 2 && Venue.of(parts[parts.length - 1]).isPresent()) {
      findings.refuse(
          title,
          "seems to be the title with authors or venue; write these behind the link or below");
    }
  }

  /** Whether a short name alone is bold: **Cats**: Small Nets for Big Cats. */
  private boolean isBeginning(Title title) {
    var content = lines.get(title.at()).content();
    return title.style().shape() == Shape.BULLET
        && TitleText.isLabel(title.text())
        && content
            .beginning(Inline.Mark.BOLD)
            .map(bold -> content.text().substring(bold.end()))
            .filter(rest -> rest.matches("[:：\\s–—-].*"))
            .map(rest -> ArticleText.strip(rest, ":：–—-"))
            .filter(TitleText::beginsInTitleCase)
            .isPresent();
  }
}
