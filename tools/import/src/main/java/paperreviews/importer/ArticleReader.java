package paperreviews.importer;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.importer.ArticleForm.Found;
import paperreviews.importer.ArticleForm.Papers;
import paperreviews.importer.ImportedArticle.ImportedPaper;
import paperreviews.importer.ImportedArticle.ImportedSection;
import paperreviews.importer.Line.Kind;
import paperreviews.model.Author;
import paperreviews.model.Bilingual;
import paperreviews.model.Language;
import paperreviews.model.Link;
import paperreviews.model.PaperId;
import paperreviews.seed.WebAddress;

/**
 * Reads an article of reviews: its blocks first, then the form of its titles, the sections, and
 * last the texts. What cannot be placed is refused, not guessed.
 */
public final class ArticleReader {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d{2})(?!\\d)");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?<year>20\\d{2})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})(?!\\d)");

  private static final Pattern PART = Pattern.compile("(?i)part\\s*\\.?\\s*(?<part>\\d{1,3})");

  /** The possessive quantifiers never go back: a line may have hundreds of images. */
  private static final Pattern IMAGE =
      Pattern.compile("!\\[(?<text>[^\\[\\]]*+)]\\((?<address>[^()\\s]*+)[^()]*+\\)");

  private static final Lines.Range NOTHING = new Lines.Range(-1, -1);

  private final String fileName;
  private final Given given;
  private final PaperIds ids;
  private final Findings findings = new Findings();
  private final List<Line> lines;
  private final FrontMatter frontMatter;
  private Outline outline;
  private Papers papers;

  private ArticleReader(List<String> source, String fileName, Given given, PaperIds ids) {
    this.fileName = fileName;
    this.given = given;
    this.ids = ids;
    this.frontMatter = FrontMatter.of(source);
    this.lines = Lines.of(MarkdownCleaner.clean(frontMatter.without(source)));
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
  public record Given(
      Optional<String> id,
      Optional<Integer> year,
      Optional<String> author,
      Optional<String> date,
      Optional<Language> language,
      boolean addressesOptional) {
    /** Nothing beside the article. */
    public static final Given NOTHING =
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
  public static ImportedArticle read(byte[] article, String fileName, Given given)
      throws UnreadableArticleException {
    return read(article, fileName, given, new PaperIds());
  }

  /** The same, with the ids of other articles' papers. */
  static ImportedArticle read(byte[] article, String fileName, Given given, PaperIds ids)
      throws UnreadableArticleException {
    return new ArticleReader(ArticleText.lines(article), fileName, given, ids).read();
  }

  private ImportedArticle read() throws UnreadableArticleException {
    papers = ArticleForm.in(lines, given.addressesOptional, findings);
    var titleOfFront = frontMatter.value("title");
    outline =
        Outline.of(lines, papers, titleOfFront.isPresent(), given.addressesOptional, findings);
    new LostTitles(lines, papers, outline, findings).check();
    findings.stopIfRefused();
    int start = outline.sections().getFirst().at();
    var title = titleOfFront.orElseGet(() -> titleText());
    if (title.isEmpty()) {
      findings.refuse(0, "the article's title is missing; write it on the first line");
    }
    if (frontMatter.lines() > 0) {
      findings.leaveOut(0, frontMatter.lines() - 1, "the front matter");
    }
    leaveOut(frontMatter.lines(), start, "the opening", outline.titleAt());
    leaveOut(outline.closing(), lines.size(), "the closing part", -1);
    var date = date(title);
    int year = year(title, date, start);
    var id = id(title, year);
    var sections = sections(id, title);
    compareCounts(sections, start);
    warnWithoutClosing();
    var author = author(start);
    findings.stopIfRefused();
    var language =
        given.language.orElseGet(
            () ->
                Languages.of(
                    sections.stream()
                        .map(
                            section ->
                                section.papers().stream()
                                        .map(paper -> paper.review().ja())
                                        .reduce("", String::concat)
                                    + section.introduction().ja())
                        .toList()));
    return new ImportedArticle(
        id,
        Languages.in(language, title),
        year,
        date,
        author,
        papers.form(),
        sections,
        findings.leftOut(),
        findings.warnings());
  }

  private String titleText() {
    if (outline.titleAt() < 0) {
      return "";
    }
    var line = lines.get(outline.titleAt());
    return ArticleText.strip(line.text());
  }

  // Texts

  /** Notes the lines of a part that are not written, in one piece or around the one that is. */
  private void leaveOut(int from, int to, String what, int but) {
    if (but >= from && but < to) {
      leaveOut(from, but, what, -1);
      leaveOut(but + 1, to, what, -1);
      return;
    }
    var text =
        IntStream.range(from, to)
            .filter(at -> !lines.get(at).source().isBlank())
            .summaryStatistics();
    if (text.getCount() > 0) {
      findings.leaveOut(text.getMin(), text.getMax(), what);
    }
  }

  /** The Markdown of these lines, without rules and images; headings become bold. */
  private String text(int from, int to, Lines.Range but) {
    var text = new StringBuilder();
    boolean gap = false;
    for (int at = from; at < outline.endOfText(from, to); at++) {
      var line = lines.get(at);
      if (but.has(at)) {
        continue;
      }
      if (line.is(Kind.RULE) || line.is(Kind.IMAGE)) {
        findings.leaveOut(at, at, line.is(Kind.RULE) ? "a rule" : "an image");
      }
      if (line.is(Kind.BLANK) || line.is(Kind.RULE) || line.is(Kind.IMAGE)) {
        gap = true;
        continue;
      }
      boolean heading = line.is(Kind.HEADING);
      if (!text.isEmpty()) {
        text.append(gap || heading ? "\n\n" : "\n");
      }
      text.append(heading ? "**" + line.text().replace("*", "\\*") + "**" : markdown(line));
      gap = heading;
    }
    return ArticleText.strip(text.toString().stripIndent());
  }

  private static String markdown(Line line) {
    if (line.is(Kind.VERBATIM)) {
      return line.source();
    }
    return IMAGE
        .matcher(line.source())
        .replaceAll(
            image ->
                image.group(1).isBlank()
                    ? ""
                    : java.util.regex.Matcher.quoteReplacement(
                        "[" + image.group(1) + "](" + image.group(2) + ")"))
        .replace(MarkdownCleaner.BREAK, '\n');
  }

  private List<ImportedSection> sections(String articleId, String title) {
    var read = new ArrayList<ImportedSection>();
    var found = outline.sections();
    var numbers =
        numbers(
            found.stream()
                .map(
                    section ->
                        section.headings().isEmpty()
                            ? Optional.<Head>empty()
                            : Optional.of(section.headings().getLast()))
                .toList(),
            found.stream().map(Outline.Section::titleAt).toList(),
            "sections");
    for (int at = 0; at < found.size(); at++) {
      var section = found.get(at);
      int end = at + 1 < found.size() ? found.get(at + 1).at() : outline.closing();
      var introduction = introduction(section);
      var texts = reviews(section, end);
      var all = Stream.concat(Stream.of(introduction), texts.stream()).toList();
      var language = given.language.orElseGet(() -> Languages.of(all));
      read.add(
          new ImportedSection(
              section.titleAt() + 1,
              articleId + "-section-" + numbers.get(at),
              numbers.get(at),
              Languages.in(language, section.headings().isEmpty() ? title : section.title()),
              bilingual(language, introduction),
              links(section.titleAt(), introduction, Optional.empty()),
              papers(section, texts, language)));
    }
    return read;
  }

  private String introduction(Outline.Section section) {
    if (section.headings().isEmpty()) {
      return "";
    }
    var parts = new ArrayList<String>();
    int from = section.at();
    for (var heading : section.headings()) {
      if (heading.at() >= section.at()) {
        parts.add(text(from, heading.at(), NOTHING));
        from = heading.at() + 1;
      }
    }
    parts.add(text(from, section.papers().getFirst().at(), NOTHING));
    return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private Bilingual bilingual(Language language, String text) {
    return Optional.of(text)
        .filter(_ -> given.language.isEmpty())
        .flatMap(Languages::split)
        .orElseGet(() -> Languages.in(language, text));
  }

  private List<String> reviews(Outline.Section section, int end) {
    var reviews = new ArrayList<String>();
    for (int at = 0; at < section.papers().size(); at++) {
      var paper = section.papers().get(at);
      int to = at + 1 < section.papers().size() ? section.papers().get(at + 1).at() : end;
      // Rules and images between the fields are left out, too.
      text(paper.at() + 1, paper.fields().end(), new Lines.Range(-1, -1));
      var below = text(paper.fields().end() + 1, to, paper.address());
      var parts = new ArrayList<String>();
      paper.fields().remarks().forEach(remark -> parts.add("(" + remark + ")"));
      parts.add(paper.head().tail(lines.get(paper.at())));
      parts.add(below);
      var review = String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
      if (below.isEmpty() && paper.head().tail().isEmpty()) {
        findings.refuse(
            paper.at(),
            "the paper “%s” has no review below its address"
                .formatted(ArticleText.shortened(paper.head().title())));
      }
      reviews.add(review);
    }
    return reviews;
  }

  private List<ImportedPaper> papers(
      Outline.Section section, List<String> reviews, Language language) {
    var read = new ArrayList<ImportedPaper>();
    var numbers =
        numbers(
            section.papers().stream().map(paper -> Optional.of(paper.head())).toList(),
            section.papers().stream().map(Found::at).toList(),
            "papers");
    for (int at = 0; at < section.papers().size(); at++) {
      var paper = section.papers().get(at);
      var fields = paper.fields();
      var url = fields.address();
      var id = id(paper, url);
      var links = new ArrayList<>(fields.others());
      links(paper.at(), reviews.get(at), url).stream()
          .filter(
              link ->
                  link.url().isEmpty()
                      || links.stream().noneMatch(other -> other.url().equals(link.url())))
          .forEach(links::add);
      read.add(
          new ImportedPaper(
              paper.at() + 1,
              id,
              numbers.get(at),
              paper.head().title(),
              url,
              fields.authors(),
              fields.year(),
              fields.venue(),
              fields.doi(),
              bilingual(language, reviews.get(at)),
              links));
    }
    return read;
  }

  private String id(Found paper, Optional<String> url) {
    var id = ids.of(url, paper.head().title());
    id.taken()
        .ifPresent(
            taken ->
                findings.warn(
                    paper.at(),
                    "the paper %s%s has this %s already; this one gets the id %s"
                        .formatted(
                            taken,
                            id.place().isEmpty() ? "" : " of " + id.place(),
                            id.sameAddress() ? "address (" + url.orElseThrow() + ")" : "title",
                            id.id())));
    return id.id();
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

  /** The article's own numbers if they count up; else the places. */
  private List<Integer> numbers(List<Optional<Head>> titles, List<Integer> at, String what) {
    var numbers = titles.stream().map(title -> title.map(Head::lastNumber).orElse(0)).toList();
    boolean counted =
        IntStream.range(0, numbers.size())
            .allMatch(each -> numbers.get(each) > (each == 0 ? 0 : numbers.get(each - 1)));
    if (!counted && numbers.stream().anyMatch(number -> number > 0)) {
      findings.warn(
          at.getFirst(),
          "the numbers of the %s from here on do not count up; they are numbered by their order"
              .formatted(what));
    }
    for (int each = 1; counted && each < numbers.size(); each++) {
      if (numbers.get(each) > numbers.get(each - 1) + 1) {
        findings.warn(
            at.get(each),
            "the numbers of the %s jump from %d to %d here; look whether one is missing"
                .formatted(what, numbers.get(each - 1), numbers.get(each)));
      }
    }
    return IntStream.range(0, numbers.size())
        .mapToObj(each -> counted ? numbers.get(each) : each + 1)
        .toList();
  }

  // The article as a whole

  private Optional<String> date(String title) {
    if (given.date.isPresent()) {
      return given.date;
    }
    var texts =
        Stream.concat(
            frontMatter.value("date", "published_at", "publishedAt", "created").stream(),
            Stream.of(title));
    for (var text : (Iterable<String>) texts::iterator) {
      var date = DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
      if (date.find()) {
        try {
          return Optional.of(
              LocalDate.of(
                      Integer.parseInt(date.group("year")),
                      Integer.parseInt(date.group("month")),
                      Integer.parseInt(date.group("day")))
                  .toString());
        } catch (DateTimeException _) {
          findings.warn("%s is not a date; give --date".formatted(date.group()));
        }
      }
    }
    return Optional.empty();
  }

  private int year(String title, Optional<String> date, int start) {
    if (given.year.isPresent()) {
      return given.year.get();
    }
    var texts = new ArrayList<String>();
    texts.add(title);
    date.ifPresent(texts::add);
    lines.subList(0, start).forEach(line -> texts.add(line.source()));
    texts.add(fileName);
    for (var text : texts) {
      var year = YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
      if (year.find()) {
        return Integer.parseInt(year.group("year"));
      }
    }
    var ofPapers =
        papers.papers().stream()
            .flatMap(paper -> paper.fields().address().stream())
            .flatMap(address -> PaperId.ofAddress(address).stream())
            .filter(id -> id.matches("\\d{4}\\.\\d{4,5}"))
            .mapToInt(id -> 2000 + Integer.parseInt(id.substring(0, 2)))
            .max();
    if (ofPapers.isEmpty()) {
      findings.refuse("the article does not say which year it is about; give --year");
      return 0;
    }
    findings.warn(
        "the article does not say which year it is about; %d is that of its latest arXiv number, give --year if it is another"
            .formatted(ofPapers.getAsInt()));
    return ofPapers.getAsInt();
  }

  private String id(String title, int year) {
    if (given.id.isPresent()) {
      return given.id.get();
    }
    var part = PART.matcher(Normalizer.normalize(title, Normalizer.Form.NFKC));
    if (part.find() && YEAR.matcher(title).find()) {
      return "%d-part-%d".formatted(year, Integer.valueOf(part.group("part")));
    }
    var ofFile = PaperIds.slug(fileName.replaceFirst("\\.[A-Za-z0-9]{1,8}$", ""));
    if (!ofFile.isEmpty()) {
      return ofFile;
    }
    var ofTitle = PaperIds.slug(title);
    return ofTitle.isEmpty() ? "article-" + year : ofTitle;
  }

  private Optional<Author> author(int start) {
    var around = new ArrayList<>(lines.subList(outline.closing(), lines.size()));
    around.addAll(lines.subList(0, start));
    var signed = Byline.in(around);
    var name = given.author.or(() -> frontMatter.value("author"));
    if (name.isPresent()) {
      return Optional.of(
          signed
              .map(by -> new Author(name.get(), by.author().role(), by.author().links()))
              .orElseGet(() -> new Author(name.get(), "", List.of())));
    }
    if (signed.isEmpty()) {
      findings.warn("the article does not say who wrote it; give --author if it should be shown");
    }
    signed
        .flatMap(Byline.Signed::handle)
        .ifPresent(
            at ->
                findings.warn(
                    at,
                    "the author's name is taken from an address here; give --author if it is"
                        + " another"));
    return signed.map(Byline.Signed::author);
  }

  private void compareCounts(List<ImportedSection> sections, int start) {
    int count = papers.papers().size();
    var around =
        Stream.concat(
            lines.subList(0, start).stream(),
            lines.subList(outline.closing(), lines.size()).stream());
    for (var line : around.toList()) {
      compare(line.at(), "the article", "papers", ClaimedCounts.papers(line.source()), count);
      compare(
          line.at(),
          "the article",
          "sections",
          ClaimedCounts.sections(line.source()),
          sections.size());
    }
    for (int at = 0; at < sections.size(); at++) {
      var section = sections.get(at);
      var text = section.title().ja() + "\n" + section.introduction().ja();
      compare(
          section.line() - 1,
          "the section",
          "papers",
          ClaimedCounts.papersOfSection(text),
          section.papers().size());
    }
  }

  private void warnWithoutClosing() {
    // Headings close what is above them; other titles do not.
    if (outline.closing() == lines.size() && papers.level() == 7) {
      findings.warn(
          papers.papers().getLast().at(),
          "no closing part such as まとめ was found; look whether this last review ends where it"
              + " should");
    }
  }

  private void compare(int at, String who, String what, List<Integer> claimed, int found) {
    for (int count : claimed) {
      if (count != found) {
        findings.warn(
            at,
            "%s speaks of %d %s%s; %d were found"
                .formatted(who, count, what, who.equals("the article") ? " here" : "", found));
      }
    }
  }
}
