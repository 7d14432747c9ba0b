package paperreviews.importer;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import paperreviews.importer.ArticleReader.Given;
import paperreviews.importer.ImportedArticle.ImportedSection;
import paperreviews.model.Author;
import paperreviews.model.PaperId;

/** What is known of an article beside its reviews: what is given goes before what it says. */
final class Metadata {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d{2})(?!\\d)");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?<year>20\\d{2})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})(?!\\d)");

  private static final Pattern PART = Pattern.compile("(?i)part\\s*\\.?\\s*(?<part>\\d{1,3})");

  private static final Pattern ARXIV = Pattern.compile("(?<year>\\d{2})\\d{2}\\.\\d{4,5}");

  private final Given given;
  private final FrontMatter frontMatter;
  private final String fileName;
  private final ArticleForm form;
  private final List<Line> opening;
  private final List<Line> closing;
  private final Findings findings;

  Metadata(
      Given given,
      FrontMatter frontMatter,
      String fileName,
      ArticleForm form,
      Sections sections,
      Findings findings) {
    this.given = given;
    this.frontMatter = frontMatter;
    this.fileName = fileName;
    this.form = form;
    this.opening = form.lines().subList(0, sections.start());
    this.closing = form.lines().subList(sections.closing(), form.lines().size());
    this.findings = findings;
  }

  /** The day on which the article was published, as an ISO date. */
  Optional<String> date(String title) {
    return given
        .date()
        .or(
            () ->
                Stream.concat(
                        frontMatter
                            .value("date", "published_at", "publishedAt", "created")
                            .stream(),
                        Stream.of(title))
                    .flatMap(text -> date(found(DATE, text)).stream())
                    .findFirst());
  }

  private Optional<String> date(Matcher date) {
    try {
      return date.find()
          ? Optional.of(
              LocalDate.of(
                      Integer.parseInt(date.group("year")),
                      Integer.parseInt(date.group("month")),
                      Integer.parseInt(date.group("day")))
                  .toString())
          : Optional.empty();
    } catch (DateTimeException _) {
      findings.warn("%s is not a date; give --date".formatted(date.group()));
      return Optional.empty();
    }
  }

  private static Matcher found(Pattern pattern, String text) {
    return pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  /** The year that the article is about. */
  int year(String title, Optional<String> date) {
    if (given.year().isPresent()) {
      return given.year().get();
    }
    var texts = new ArrayList<>(List.of(title));
    date.ifPresent(texts::add);
    opening.forEach(line -> texts.add(line.source()));
    texts.add(fileName);
    for (var text : texts) {
      var year = found(YEAR, text);
      if (year.find()) {
        return Integer.parseInt(year.group("year"));
      }
    }
    var latest =
        form.papers().values().stream()
            .flatMap(paper -> paper.fields().address().stream())
            .flatMap(address -> PaperId.ofAddress(address).stream())
            .map(ARXIV::matcher)
            .filter(Matcher::matches)
            .mapToInt(arxiv -> 2000 + Integer.parseInt(arxiv.group("year")))
            .max();
    if (latest.isEmpty()) {
      findings.refuse("the article does not say which year it is about; give --year");
      return 0;
    }
    findings.warn(
        "the article does not say which year it is about; %d is that of its latest arXiv number, give --year if it is another"
            .formatted(latest.getAsInt()));
    return latest.getAsInt();
  }

  /** The article's id: of its part, else of its file's name, else of its title. */
  String id(String title, int year) {
    if (given.id().isPresent()) {
      return given.id().get();
    }
    var part = found(PART, title);
    if (part.find() && YEAR.matcher(title).find()) {
      return "%d-part-%d".formatted(year, Integer.valueOf(part.group("part")));
    }
    return Stream.of(fileName.replaceFirst("\\.[A-Za-z0-9]{1,8}$", ""), title)
        .map(PaperIds::slug)
        .filter(slug -> !slug.isEmpty())
        .findFirst()
        .orElse("article-" + year);
  }

  /** Who wrote the article. */
  Optional<Author> author() {
    var around = new ArrayList<>(closing);
    around.addAll(opening);
    var signed = Byline.in(around);
    var name = given.author().or(() -> frontMatter.value("author"));
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

  /** Warns where the article speaks of more papers or sections than were found, or of fewer. */
  void compareCounts(List<ImportedSection> sections) {
    for (var line : Stream.concat(opening.stream(), closing.stream()).toList()) {
      compare(
          line.at(),
          "the article",
          " here",
          "papers",
          ClaimedCounts.papers(line.source()),
          form.papers().size());
      compare(
          line.at(),
          "the article",
          " here",
          "sections",
          ClaimedCounts.sections(line.source()),
          sections.size());
    }
    for (var section : sections) {
      var text = section.title().ja() + "\n" + section.introduction().ja();
      compare(
          section.line() - 1,
          "the section",
          "",
          "papers",
          ClaimedCounts.papersOfSection(text),
          section.papers().size());
    }
  }

  private void compare(
      int at, String who, String where, String what, List<Integer> claimed, int found) {
    claimed.stream()
        .filter(count -> count != found)
        .forEach(
            count ->
                findings.warn(
                    at,
                    "%s speaks of %d %s%s; %d were found"
                        .formatted(who, count, what, where, found)));
  }
}
