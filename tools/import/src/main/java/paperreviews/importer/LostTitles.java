package paperreviews.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Title.Linked;
import paperreviews.importer.Title.Shape;
import paperreviews.seed.ReviewFiles;

/** Refuses what looks like a title, but is in a review or a list, where it would be lost. */
final class LostTitles {
  /** So many lines of authors and the like may be above an address. */
  private static final int MAX_FIELDS = 4;

  private final ArticleForm form;

  private final Sections sections;

  private final Findings findings;

  private final List<Line> lines;

  private final boolean numbersAreClear;

  /** How often each text is a line. */
  private final Map<String, Integer> counts = new HashMap<>();

  private LostTitles(
      ArticleForm form, Sections sections, boolean numbersAreClear, Findings findings) {
    this.form = form;
    this.sections = sections;
    this.findings = findings;
    this.lines = form.lines();
    this.numbersAreClear = numbersAreClear;
    lines.forEach(line -> counts.merge(ArticleText.key(line.text()), 1, Integer::sum));
  }

  /**
   * Refuses them all.
   *
   * @param numbersAreClear whether it is certain which numbered lines are the titles of sections
   */
  static void check(
      ArticleForm form, Sections sections, boolean numbersAreClear, Findings findings) {
    new LostTitles(form, sections, numbersAreClear, findings).check();
  }

  private void check() {
    for (var line : lines) {
      if (!sections.isPlaced(form, line.at())) {
        addressBelow(line);
        addressBehind(line);
        if (line.at() >= sections.start() && line.at() < sections.closing()) {
          Optional.ofNullable(form.titles().get(line.at())).ifPresent(this::title);
          withoutAddress(line);
        } else if (isEntryAboveFirst(line)) {
          withoutAddress(line);
        }
      }
    }
  }

  private void title(Title title) {
    boolean like = form.isLikePaper(title);
    if (like && endsSections(title)) {
      findings.refuse(
          title,
          "is at the end of sections only; call it まとめ if it is about the section, or make it a deeper heading if it is about the paper");
    } else if (like
        ? !form.isRepeated(title) && !form.isAboveLinks(title) && !AddressLine.isLabel(title.text())
        : title.hasNumber() && form.unfinishedAddress(title).isPresent()) {
      findings.refuse(title, form.lackOfAddress(title));
    } else if (!like && title.hasNumber() && numbersAreClear) {
      numbered(title);
    } else if (isShort(title)) {
      findings.warn(
          title.at(),
          title.quoted()
              + " is part of the review above; if it is a paper's title, write the address below it");
    }
    if (isLinkedTitle(title)) {
      refuseOtherStyle(title.at(), "its address");
    }
  }

  /** Whether a line is set like a paper's title, but so short that it may be a label. */
  private boolean isShort(Title title) {
    int next = form.nextText(title.at() + 1);
    return form.fits(title)
        && title.style().shape() == Shape.BOLD
        && TitleText.isLabel(title.text())
        && !TitleText.endsSentence(title.text())
        && form.standsAlone(title.at())
        && !form.isRepeated(title)
        && next < lines.size()
        && AddressLine.of(lines.get(next)).isEmpty();
  }

  /** Whether headings with these words are below the last paper of sections, and no other. */
  private boolean endsSections(Title title) {
    var same =
        form.titles().values().stream()
            .filter(other -> other.style().equals(title.style()) && other.key().equals(title.key()))
            .toList();
    return title.isHeading()
        && same.size() > 1
        && same.size() < form.papers().size()
        && !form.isAboveLinks(title)
        && same.stream().allMatch(other -> sections.isBehindLast(other.at(), form));
  }

  /** A title whose address is in its line. */
  private boolean isLinkedTitle(Title title) {
    return title.links().stream().map(Linked::address).anyMatch(Links::isPaper)
        && !TitleText.isLabel(title.text())
        && switch (title.style().shape()) {
          case HEADING, BOLD, ORNAMENT -> true;
          case LINK ->
              (!title.hasReview()
                      || form.style().shape() == Shape.LINK
                      || form.style().shape() == Shape.BULLET
                          && beginsParagraph(lines.get(title.at())))
                  && form.papers().values().stream()
                      .noneMatch(each -> each.title().links().isEmpty());
          default -> false;
        };
  }

  /** A numbered line of a text must be an entry of a list, not a title that lost its address. */
  private void numbered(Title title) {
    var paper = form.paperAt(title.at());
    int section = sections.sectionAt(title.at());
    int from = Math.max(section, paper.map(each -> each.fields().end()).orElse(-1));
    int before =
        paper.filter(each -> each.at() >= section).map(each -> each.title().lastNumber()).orElse(0);
    var next = Optional.ofNullable(form.papers().higherEntry(title.at())).map(Map.Entry::getValue);
    int number = title.lastNumber();
    if (isBesideAnother(title, next)) {
      return;
    }
    boolean leads =
        next.isPresent()
            && number > before
            && number == next.get().title().lastNumber() - 1
            && sections.sectionAt(next.get().at()) == section;
    if (leads || before > 0 && number == before + 1) {
      findings.refuse(title, form.lackOfAddress(title));
    } else if (form.standsAlone(title.at()) && !form.isListed(title, from)) {
      boolean isNextSection =
          next.isEmpty()
              && sections.headings().stream()
                  .anyMatch(heading -> !heading.isHeading() && heading.lastNumber() == number - 1);
      findings.refuse(
          title,
          isNextSection
              ? ArticleForm.WITHOUT_PAPERS
              : "begins like a title, but number %d is neither that of the next section nor of the next paper"
                  .formatted(number));
    }
  }

  /** Whether the line before or behind is another entry of the same list. */
  private boolean isBesideAnother(Title title, Optional<Found> next) {
    int behind = form.nextText(title.at() + 1);
    return isEntry(form.lastText(title.at()), title.lastNumber() - 1)
        || next.filter(paper -> paper.at() == behind).isEmpty()
            && isEntry(behind, title.lastNumber() + 1);
  }

  private boolean isEntry(int at, int number) {
    var title = form.titles().get(at);
    return title != null
        && number > 0
        && !title.isHeading()
        && !sections.isPlaced(form, at)
        && title.lastNumber() == number;
  }

  /** A line that is set like a title, or by itself and in the case of titles. */
  private void withoutAddress(Line line) {
    int depth =
        line.is(Kind.BULLET) && form.style().shape() == Shape.BULLET
            ? line.level() - form.style().level()
            : 1;
    if (depth < 0) {
      findings.refuse(
          line,
          "is an entry above those of papers; write the title of a section as a heading: \"## %s\""
              .formatted(ArticleText.shortened(line.text())));
    }
    var above = form.titles().get(form.lastText(line.at()));
    boolean title =
        line.is(Kind.TEXT)
            && form.standsAlone(line.at())
            && !(above != null && above.isHeading() && above.style().level() > form.level())
            && TitleText.isTitleCase(line.text())
            && !line.content().isWholly(Inline.Mark.BOLD)
            && !FieldReader.areNames(line.text())
            && line.content().links().isEmpty()
            && isUnique(line);
    if (depth == 0 || title) {
      findings.refuse(
          line,
          "looks like a paper's title, but has no address and is not set as the others are: "
              + form.style());
    }
  }

  /** Whether a line belongs to the same list as the first paper. */
  private boolean isEntryAboveFirst(Line line) {
    int first = form.papers().firstKey();
    return line.is(Kind.BULLET)
        && line.at() < first
        && lines.subList(line.at(), first).stream()
            .allMatch(each -> each.is(Kind.BULLET) || each.is(Kind.BLANK));
  }

  private boolean isUnique(Line line) {
    return counts.get(ArticleText.key(line.text())) == 1;
  }

  /** A line by itself with a paper's address below it. */
  private void addressBelow(Line line) {
    int field = form.nextText(line.at() + 1);
    int next = field;
    for (int fields = 0; fields < MAX_FIELDS && next < lines.size(); fields++) {
      if (sections.isPlaced(form, next) || !isField(lines.get(next))) {
        break;
      }
      next = form.nextText(next + 1);
    }
    int above = form.lastText(line.at());
    boolean named =
        isField(line)
            && above >= 0
            && !sections.isPlaced(form, above)
            && looksLikeTitle(lines.get(above), true);
    if (next == lines.size()
        || AddressLine.of(lines.get(next)).isEmpty()
        || named
        || !looksLikeTitle(line, next > field)) {
      return;
    }
    var address = lines.get(next).content().links().getFirst().address();
    boolean latin = line.text().chars().allMatch(c -> c < 0x370 || c >= 0x2010 && c < 0x2030);
    int second = form.nextText(next + 1);
    if (lines.get(next).leadsToPaper()
        || second < lines.size()
            && AddressLine.of(lines.get(second)).isPresent()
            && lines.get(second).leadsToPaper()
        || Links.kindOfAddress(address).isEmpty() && latin && line.text().length() > 7) {
      refuseOtherStyle(line.at(), "an address below it");
    }
  }

  /** A paragraph of a title and a paper's address, where the papers' titles have theirs as well. */
  private void addressBehind(Line line) {
    var text = line.content().text();
    var links = line.content().links();
    if (!line.is(Kind.TEXT)
        || !beginsParagraph(line)
        || links.isEmpty()
        || !Links.isPaper(links.getFirst().address())
        || links.getFirst().end() > ReviewFiles.MAX_TITLE_LENGTH
        || form.papers().values().stream().anyMatch(paper -> paper.title().links().isEmpty())) {
      return;
    }
    var link = links.getFirst();
    var label = line.content().words(link);
    var before = ArticleText.withoutEnd(text.substring(0, link.start()), "[(（［【");
    var words = before.isEmpty() ? label : before;
    boolean whole =
        line.content()
                .withoutLinks(link.end())
                .codePoints()
                .noneMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '。')
            || line.content()
                .beginning(Inline.Mark.BOLD)
                .filter(bold -> bold.end() >= words.length())
                .isPresent();
    boolean title =
        before.isEmpty()
            || AddressLine.isLabel(label)
                && (before.indexOf(' ') < 0
                    || TitleText.isTitleCase(before)
                    || before.matches("(?:\\p{Lu}\\S*+(?: |$))+|.*[\\p{IsHan}\\p{IsKatakana}ー]"));
    if (whole
        && title
        && !words.isEmpty()
        && words.indexOf('。') < 0
        && !TitleText.endsSentence(words)
        && !AddressLine.isLabel(words)
        && !(ArticleText.hasJapanese(words) && TitleText.isLabel(words))) {
      refuseOtherStyle(line.at(), "its address");
    }
  }

  private boolean beginsParagraph(Line line) {
    return !ArticleText.isSpace(line.source().charAt(0))
        && (line.at() == 0
            || form.style().shape() == Shape.BULLET
            || lines.get(line.at() - 1).is(Kind.BLANK)
            || lines.get(line.at() - 1).is(Kind.HEADING));
  }

  /** Authors, venue or year that a line says by its key, or authors by their names. */
  private static boolean isField(Line line) {
    return line.content().links().isEmpty()
        && (FieldReader.areNames(line.text())
            || Keyed.of(line.content())
                .flatMap(Keyed::field)
                .filter(field -> field != Keyed.Field.TITLE)
                .isPresent());
  }

  private void refuseOtherStyle(int at, String address) {
    findings.refuse(
        lines.get(at),
        "looks like a paper's title, with %s, but is not set as the others are: %s; set it like them, or put both on one line"
            .formatted(address, form.style()));
  }

  private boolean looksLikeTitle(Line line, boolean hasFields) {
    var text = line.text();
    var title = form.titles().get(line.at());
    boolean deeper =
        title != null
            && (title.style().shape() == Shape.BOLD
                || title.isHeading() && title.style().level() > form.level());
    return (line.is(Kind.TEXT) || line.is(Kind.HEADING) || isLoneEntry(line))
        && !text.isEmpty()
        && text.length() <= ReviewFiles.MAX_TITLE_LENGTH
        && line.content().links().isEmpty()
        && ("。．.!！:：→⇒>".indexOf(text.charAt(text.length() - 1)) < 0
            || TitleText.isTitleCase(text.replaceFirst("[!:]$", "")))
        && text.indexOf('。') < 0
        && !AddressLine.isLabel(text)
        && !ClosingPart.isOfReferences(text)
        && !(deeper && !hasFields && TitleText.isLabel(text))
        && isUnique(line);
  }

  /** An entry that is no list, with an address and a text below it as a paper has them. */
  private boolean isLoneEntry(Line line) {
    int address = form.nextText(line.at() + 1);
    int text = form.nextText(address + 1);
    return line.is(Kind.BULLET)
        && line.level() == 1
        && (line.at() == 0 || lines.get(line.at() - 1).is(Kind.BLANK))
        && !TitleText.isLabel(line.text())
        && text < sections.closing()
        && lines.get(address).is(Kind.TEXT)
        && !ArticleText.isSpace(lines.get(address).source().charAt(0))
        && lines.get(text).is(Kind.TEXT)
        && !sections.isPlaced(form, text);
  }
}
