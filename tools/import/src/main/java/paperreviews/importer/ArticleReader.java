package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.ImportedArticle.ImportedPaper;
import paperreviews.importer.ImportedArticle.ImportedSection;
import paperreviews.importer.Sections.Section;
import paperreviews.model.Bilingual;
import paperreviews.model.Language;
import paperreviews.model.Link;
import paperreviews.model.Link.Kind;
import paperreviews.seed.WebAddress;

/**
 * Reads an article of reviews: its lines first, then the form of its titles, the sections, and last
 * the texts. What cannot be placed is refused, not guessed.
 */
final class ArticleReader {
  /** The address of a link that begins with another scheme than the Web's, or a damaged one. */
  private static final Pattern DAMAGED_ADDRESS =
      Pattern.compile("]\\(<?(?!(?i:https?)://)(?<address>[^\\s()]*://[^\\s()]*)");

  private final Given given;
  private final PaperIds ids;
  private final Findings findings = new Findings();
  private final String fileName;
  private final FrontMatter frontMatter;
  private final List<Line> lines;

  private ArticleReader(List<String> source, String fileName, Given given, PaperIds ids) {
    this.fileName = fileName;
    this.given = given;
    this.ids = ids;
    this.frontMatter = FrontMatter.of(source, findings);
    this.lines =
        Lines.of(
            MarkdownCleaner.clean(
                MarkdownCleaner.withoutComments(frontMatter.without(source), findings)));
  }

  /**
   * What the reviewer says beside the article; it goes before what the article says.
   *
   * @param id the article's id, or nothing
   * @param year the year that it is about, or nothing
   * @param author who wrote it, or nothing
   * @param date when it was published, as an ISO date, or nothing
   * @param language of all its texts, or nothing: it is detected by section
   * @param addressesOptional whether papers may be without an address
   */
  record Given(
      Optional<String> id,
      Optional<Integer> year,
      Optional<String> author,
      Optional<String> date,
      Optional<Language> language,
      boolean addressesOptional) {
    /** Nothing beside the article. */
    static final Given NOTHING =
        new Given(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
  }

  /**
   * Reads an article.
   *
   * @param article text or Markdown
   * @param fileName the name of its file, for an id where the title has none
   * @throws UnreadableArticleException if any of it cannot be placed
   */
  static ImportedArticle read(byte[] article, String fileName, Given given)
      throws UnreadableArticleException {
    return read(article, fileName, given, new PaperIds());
  }

  /** The same, with the ids of other articles' papers. */
  static ImportedArticle read(byte[] article, String fileName, Given given, PaperIds ids)
      throws UnreadableArticleException {
    return new ArticleReader(ArticleText.lines(article), fileName, given, ids).read();
  }

  private ImportedArticle read() throws UnreadableArticleException {
    var form = FormFinder.find(lines, given.addressesOptional, findings);
    var titleOfFront = frontMatter.value("title");
    var divided = Sections.of(form, titleOfFront.isPresent(), findings);
    boolean numbersAreClear = !findings.isRefused();
    DoubtfulTitles.check(form, divided, findings);
    LeftOutParts.check(form, divided, findings);
    LostTitles.check(form, divided, numbersAreClear, findings);
    LinesAbovePapers.check(form, divided, findings);
    findings.stopIfRefused();
    var texts = new Texts(lines, divided, findings);
    var metadata = new Metadata(given, frontMatter, fileName, form, divided, findings);
    var title = titleOfFront.orElseGet(() -> texts.title(divided.titleAt()));
    if (title.isEmpty()) {
      findings.refuse(0, "the article's title is missing; write it on the first line");
    }
    if (divided.titleAt() >= 0) {
      for (var link : lines.get(divided.titleAt()).content().links()) {
        findings.warn(
            divided.titleAt(),
            "%s in the article's title is left out; write it as the article's url if it was published there"
                .formatted(link.address()));
      }
    }
    if (frontMatter.lines() > 0) {
      findings.leaveOut(0, frontMatter.lines() - 1, "the front matter");
    }
    texts.leaveOut(frontMatter.lines(), divided.start(), "the opening");
    texts.leaveOut(divided.closing(), lines.size(), "the closing part");
    divided
        .endings()
        .forEach(
            (at, end) ->
                texts.leaveOut(
                    at, end, "“%s” at the end of a section".formatted(lines.get(at).text())));
    var date = metadata.date(title);
    int year = metadata.year(title, date);
    var id = metadata.id(title, year);
    var sections = new ArrayList<ImportedSection>();
    var numbers =
        numbers(
            divided.all().stream().map(Section::heading).toList(),
            divided.all().getFirst().titleAt(),
            "sections");
    for (int at = 0; at < numbers.size(); at++) {
      sections.add(section(divided, at, numbers.get(at), id, title, texts));
    }
    metadata.compareCounts();
    if (sections.size() > 1 && sections.stream().allMatch(each -> each.papers().size() == 1)) {
      findings.warn(
          "each section has one paper; if their titles are headlines, write these below the papers'"
              + " titles");
    }
    var author = metadata.author();
    int last = form.papers().lastEntry().getValue().fields().end() + 1;
    // Headings close what is above them; other titles do not.
    boolean open =
        form.level() == ArticleForm.BELOW_HEADINGS
            || lines.subList(last, divided.closing()).stream().anyMatch(ArticleReader::isFarewell);
    if (divided.closing() == lines.size() && open) {
      findings.warn(
          form.papers().lastKey(),
          "no closing part such as まとめ was found; check whether this last review ends where it"
              + " should");
    }
    findings.stopIfRefused();
    var language =
        given.language.orElseGet(
            () -> Languages.of(sections.stream().flatMap(ImportedSection::texts).toList()));
    return new ImportedArticle(
        id,
        title(language, title),
        year,
        date,
        author,
        form.description(),
        sections,
        findings.leftOut(),
        findings.warnings());
  }

  /**
   * What is behind a rule or links to a person may be said to the reader rather than of a paper.
   */
  private static boolean isFarewell(Line line) {
    return line.is(Line.Kind.RULE)
        || line.content().links().stream()
            .anyMatch(
                link -> Links.kindOfAddress(link.address()).equals(Optional.of(Kind.PROFILE)));
  }

  private ImportedSection section(
      Sections divided, int at, int number, String articleId, String title, Texts texts) {
    var section = divided.all().get(at);
    int end = at + 1 < divided.all().size() ? divided.all().get(at + 1).at() : divided.closing();
    var introduction = texts.introduction(section);
    var reviews = reviews(section, end, texts);
    var language =
        given.language.orElseGet(
            () -> Languages.of(Stream.concat(Stream.of(introduction), reviews.stream()).toList()));
    return new ImportedSection(
        section.titleAt() + 1,
        articleId + "-section-" + number,
        number,
        title(language, section.headings().isEmpty() ? title : section.title()),
        bilingual(language, introduction),
        joined(
            section.headings().stream()
                .flatMap(heading -> heading.links().stream())
                .map(link -> Links.link(link.address(), link.words(), ""))
                .toList(),
            links(section.titleAt(), introduction, Optional.empty())),
        papers(section, reviews, language));
  }

  private Bilingual title(Language language, String text) {
    return given.language.isPresent()
        ? Languages.in(language, text)
        : Languages.ofTitle(language, text);
  }

  private Bilingual bilingual(Language language, String text) {
    return Optional.of(text)
        .filter(_ -> given.language.isEmpty())
        .flatMap(Languages::split)
        .orElseGet(() -> Languages.in(language, text));
  }

  private List<String> reviews(Section section, int end, Texts texts) {
    var papers = section.papers();
    return IntStream.range(0, papers.size())
        .mapToObj(
            at ->
                review(
                    papers.get(at), at + 1 < papers.size() ? papers.get(at + 1).at() : end, texts))
        .toList();
  }

  private String review(Found paper, int end, Texts texts) {
    texts.leaveOutImages(paper);
    var damaged = DAMAGED_ADDRESS.matcher(lines.get(paper.at()).source());
    if (damaged.find()) {
      findings.refuse(
          paper.title(),
          "links to %s, which is no web address; write it with https://"
              .formatted(damaged.group("address")));
    }
    var below = texts.text(paper.fields().end() + 1, end, paper.apart());
    var remarks = paper.fields().remarks().stream().map(remark -> "(" + remark + ")");
    if (below.isEmpty() && paper.title().tail().isEmpty()) {
      findings.refuse(paper.title(), "is a paper without a review below its address");
    }
    return Texts.joined(Stream.concat(remarks, Stream.of(paper.title().tail(), below)));
  }

  private List<ImportedPaper> papers(Section section, List<String> reviews, Language language) {
    var read = new ArrayList<ImportedPaper>();
    var numbers =
        numbers(
            section.papers().stream().map(paper -> Optional.of(paper.title())).toList(),
            section.papers().getFirst().at(),
            "papers");
    for (int at = 0; at < numbers.size(); at++) {
      var paper = section.papers().get(at);
      var fields = paper.fields();
      var links = joined(fields.others(), links(paper.at(), reviews.get(at), fields.address()));
      var id = ids.of(fields.address(), paper.title().text());
      id.warning().ifPresent(warning -> findings.warn(paper.at(), warning));
      read.add(
          new ImportedPaper(
              paper.at() + 1,
              id.id(),
              numbers.get(at),
              paper.title().text(),
              fields.address(),
              fields.authors(),
              fields.year(),
              fields.venue(),
              fields.doi(),
              bilingual(language, reviews.get(at)),
              links));
    }
    return read;
  }

  private List<Link> links(int at, String text, Optional<String> own) {
    text.lines()
        .flatMap(line -> Inline.of(line).links().stream())
        .map(Inline.Span::address)
        .filter(address -> !WebAddress.isAddress(address))
        .forEach(
            address ->
                findings.warn(
                    at,
                    "%s below is not an address; it stays in the text, but is no link"
                        .formatted(ArticleText.shortened(address))));
    var links = Links.in(text, own);
    links.stream()
        .filter(link -> link.url().isEmpty())
        .forEach(
            link ->
                findings.warn(
                    at,
                    "the article gives no address for “%s”; add a url to the link if you know it"
                        .formatted(ArticleText.shortened(link.title()))));
    return links;
  }

  /** Links, and more of them with other addresses. */
  private static List<Link> joined(List<Link> first, List<Link> more) {
    return Stream.concat(
            first.stream(),
            more.stream()
                .filter(
                    link ->
                        link.url().isEmpty()
                            || first.stream().noneMatch(other -> other.url().equals(link.url()))))
        .toList();
  }

  /** The article's own numbers if they count up; else the places. */
  private List<Integer> numbers(List<Optional<Title>> titles, int at, String what) {
    var numbers = titles.stream().map(title -> title.map(Title::lastNumber).orElse(0)).toList();
    boolean counted =
        IntStream.range(0, numbers.size())
            .allMatch(each -> numbers.get(each) > (each == 0 ? 0 : numbers.get(each - 1)));
    if (!counted) {
      if (numbers.stream().anyMatch(number -> number > 0)) {
        findings.warn(
            at,
            "the numbers of the %s from here on do not count up; they are numbered by their order"
                .formatted(what));
      }
      return IntStream.rangeClosed(1, numbers.size()).boxed().toList();
    }
    for (int each = 1; each < numbers.size(); each++) {
      if (numbers.get(each) > numbers.get(each - 1) + 1) {
        findings.warn(
            titles.get(each).orElseThrow().at(),
            "the numbers of the %s jump from %d to %d here; check whether one is missing"
                .formatted(what, numbers.get(each - 1), numbers.get(each)));
      }
    }
    return numbers;
  }
}
