package paperreviews.importer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.Line.Kind;
import paperreviews.importer.Sections.Section;
import paperreviews.importer.Title.Linked;
import paperreviews.importer.Title.Shape;
import paperreviews.seed.ReviewFiles;

/** Refuses what looks like a title, but is in another text, where it would be lost. */
final class LostTitles {
  private static final int MAX_HEADLINE = 80;

  /** So many lines of authors and the like may be above an address. */
  private static final int MAX_FIELDS = 4;

  /** A heading within a review is short: 関連研究, Related work. */
  private static final int MAX_LABEL_WORDS = 2;

  private static final int MAX_LABEL_LETTERS = 6;
  private static final String SENTENCE_ENDS = "。．.!?！？」』)）:：→⇒…";

  /**
   * Big Nets for Small Dogs: three words or more, of which only short ones are in small letters.
   */
  private static final Pattern TITLE_CASE =
      Pattern.compile("\\p{Lu}\\S*(?: (?:[\\p{Lu}\\d]\\S*|\\p{Ll}{1,4})){2,30}(?<![.!?:,;。])");

  private final ArticleForm form;
  private final Sections sections;
  private final Findings findings;
  private final List<Line> lines;

  /** Whether it is certain which numbered lines are the titles of sections. */
  private final boolean numbersAreClear;

  /** How often each text is a line. */
  private final Map<String, Integer> counts = new HashMap<>();

  private LostTitles(ArticleForm form, Sections sections, Findings findings) {
    this.form = form;
    this.sections = sections;
    this.findings = findings;
    this.lines = form.lines();
    this.numbersAreClear = !findings.isRefused();
    lines.forEach(line -> counts.merge(ArticleText.key(line.text()), 1, Integer::sum));
  }

  /** Refuses them all. */
  static void check(ArticleForm form, Sections sections, Findings findings) {
    new LostTitles(form, sections, findings).check();
  }

  private void check() {
    sections.headings().forEach(this::heading);
    form.papers().values().forEach(paper -> citation(paper.title()));
    authors();
    addressesOfOtherKinds();
    outside();
    for (var line : lines) {
      if (!isPlaced(line.at())) {
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
    form.papers().values().forEach(this::labelAbove);
    form.papers().values().forEach(this::addressesAbove);
    headlinesAbove();
  }

  private boolean isPlaced(int at) {
    return at == sections.titleAt()
        || form.isOfPaper(at)
        || sections.endings().containsKey(at)
        || sections.headings().stream().anyMatch(heading -> heading.at() == at);
  }

  /** A section has papers, and is none. */
  private void heading(Title heading) {
    int next = form.nextText(heading.at() + 1);
    if (next < sections.closing()
        && AddressLine.of(lines.get(next)).isPresent()
        && hasPaper(lines.get(next))
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

  private static boolean hasPaper(Line line) {
    return line.content().links().stream().anyMatch(link -> Links.isPaper(link.address()));
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
                      + " has an address that is not known to be a paper's; look whether it belongs to the review above"));
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
      findings.refuse(title, "seems to be the beginning of a title only; set the whole title bold");
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
        && isLabel(title.text())
        && content
            .beginning(Inline.Mark.BOLD)
            .map(bold -> content.text().substring(bold.end()))
            .filter(rest -> rest.matches("[:：\\s–—-].*"))
            .map(rest -> TITLE_CASE.matcher(ArticleText.strip(rest, ":：–—-")))
            .filter(Matcher::lookingAt)
            .isPresent();
  }

  /** Lines of the opening and the closing part that are set like papers' titles. */
  private void outside() {
    var titles =
        form.titles().values().stream()
            .filter(title -> title.at() < sections.start() || title.at() >= sections.closing())
            .filter(title -> form.fits(title) && !isPlaced(title.at()))
            .filter(title -> isLikePaper(title) || isBelowSection(title))
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
          || TITLE_CASE.matcher(title.text()).matches()) {
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

  private boolean isLikePaper(Title title) {
    return title.style().equals(form.style())
        && switch (title.style().shape()) {
          case HEADING, KEY, ORNAMENT -> true;
          case BOLD -> !isLabel(title.text()) && !endsSentence(title.text());
          default -> false;
        };
  }

  private void title(Title title) {
    boolean like = isLikePaper(title);
    if (like && endsSections(title)) {
      findings.refuse(
          title,
          "stands at the end of sections only; call it まとめ if it is about the section, or set it deeper if it is about the paper");
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
        && isLabel(title.text())
        && !endsSentence(title.text())
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
        && !isLabel(title.text())
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
        && !isPlaced(at)
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
            && TITLE_CASE.matcher(line.text()).matches()
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
      if (isPlaced(next) || !isField(lines.get(next))) {
        break;
      }
      next = form.nextText(next + 1);
    }
    int above = form.lastText(line.at());
    boolean named =
        isField(line) && above >= 0 && !isPlaced(above) && looksLikeTitle(lines.get(above), true);
    if (next == lines.size()
        || AddressLine.of(lines.get(next)).isEmpty()
        || named
        || !looksLikeTitle(line, next > field)) {
      return;
    }
    var address = lines.get(next).content().links().getFirst().address();
    boolean latin = line.text().chars().allMatch(c -> c < 0x370 || c >= 0x2010 && c < 0x2030);
    int second = form.nextText(next + 1);
    if (hasPaper(lines.get(next))
        || second < lines.size()
            && AddressLine.of(lines.get(second)).isPresent()
            && hasPaper(lines.get(second))
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
                    || TITLE_CASE.matcher(before).matches()
                    || before.matches("(?:\\p{Lu}\\S*+(?: |$))+|.*[\\p{IsHan}\\p{IsKatakana}ー]"));
    if (whole
        && title
        && !words.isEmpty()
        && words.indexOf('。') < 0
        && !endsSentence(words)
        && !AddressLine.isLabel(words)
        && !(ArticleText.hasJapanese(words) && isLabel(words))) {
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
            || TITLE_CASE.matcher(text.replaceFirst("[!:]$", "")).matches())
        && text.indexOf('。') < 0
        && !AddressLine.isLabel(text)
        && !ClosingPart.isOfReferences(text)
        && !(deeper && !hasFields && isLabel(text))
        && isUnique(line);
  }

  /** An entry that is no list, with an address and a text below it as a paper has them. */
  private boolean isLoneEntry(Line line) {
    int address = form.nextText(line.at() + 1);
    int text = form.nextText(address + 1);
    return line.is(Kind.BULLET)
        && line.level() == 1
        && (line.at() == 0 || lines.get(line.at() - 1).is(Kind.BLANK))
        && !isLabel(line.text())
        && text < sections.closing()
        && lines.get(address).is(Kind.TEXT)
        && !ArticleText.isSpace(lines.get(address).source().charAt(0))
        && lines.get(text).is(Kind.TEXT)
        && !isPlaced(text);
  }

  private static boolean isLabel(String text) {
    return ArticleText.hasJapanese(text)
        ? ArticleText.key(text).length() <= MAX_LABEL_LETTERS
        : text.split("\\s+").length <= MAX_LABEL_WORDS;
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
            .filter(title -> !isPlaced(title.at()) && !form.isRepeated(title))
            .filter(
                title -> {
                  int above = form.lastText(title.at());
                  return above > paper.at()
                      && AddressLine.of(lines.get(above)).isPresent()
                      && hasPaper(lines.get(above));
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
  private void headlinesAbove() {
    var alone =
        form.papers().values().stream()
            .flatMap(paper -> above(paper).filter(this::isHeadline).stream())
            .toList();
    // Exclamations end reviews, too, but not an introduction to every first paper.
    boolean exclaimed =
        alone.size() == form.papers().size()
            && alone.size() > sections.all().size()
            && alone.stream()
                .noneMatch(line -> line.text().matches(".*[^!?！？]") && endsSentence(line.text()));
    var headlines = alone.stream().filter(line -> exclaimed || !endsSentence(line.text())).toList();
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

  private static boolean endsSentence(String text) {
    return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
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
    return hasReview && ends.size() > 1 && ends.stream().allMatch(LostTitles::endsSentence);
  }
}
