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
import paperreviews.model.Author;
import paperreviews.model.Link;
import paperreviews.model.PaperId;
import paperreviews.seed.ReviewFiles;

/** What is known of an article beside its reviews: what is given goes before what it says. */
final class Metadata {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d{2})(?!\\d)");

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?<year>20\\d{2})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})(?!\\d)");

  private static final Pattern PART = Pattern.compile("(?i)part\\s*\\.?\\s*(?<part>\\d{1,3})");

  private static final Pattern ARXIV = Pattern.compile("(?<year>\\d{2})\\d{2}\\.\\d{4,5}");

  /** 28本, 30選, 27の論文, 12 papers: but not 約30本, nor 30本目. */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?<!約|およそ|ほぼ|[0-9.,-])(?<count>[0-9]{1,3})\\s*"
              + "(?:本|報|編|篇|選|件|papers\\b|[個つ]?の[^。、0-9]{0,12}(?:論文|研究))"
              + "(?!目|立|程度|ほど|以上|くらい|ずつ|択|出|定|会|分野|者|テーマ|領域)");

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i)(?:著者|筆者|執筆者?|作者|文責|author|written by)\\s*[:：]\\s*(?<name>[^:：/]{1,80})");

  /** {@code Twitter : https://…}, and what the author says before it. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|(?<=[\\s\u3000]))(?<label>[^\\s\u3000:：]{1,40})[\\s\u3000]*[:：][\\s\u3000]*[<(]?$");

  private static final Pattern HANDLE =
      Pattern.compile(
          "(?i)https?://(?:www\\.)?(?:twitter|x)\\.com/@?(?<name>[A-Za-z0-9_]{1,30})/?");

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
                    .map(text -> found(DATE, text))
                    .filter(Matcher::find)
                    .flatMap(date -> iso(date).stream())
                    .findFirst());
  }

  private Optional<String> iso(Matcher date) {
    try {
      return Optional.of(
          LocalDate.of(
                  Integer.parseInt(date.group("year")),
                  Integer.parseInt(date.group("month")),
                  Integer.parseInt(date.group("day")))
              .toString());
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
    var said =
        Stream.of(
                Stream.of(title),
                date.stream(),
                opening.stream().map(Line::source),
                Stream.of(fileName))
            .flatMap(texts -> texts)
            .map(text -> found(YEAR, text))
            .filter(Matcher::find)
            .findFirst();
    if (said.isPresent()) {
      return Integer.parseInt(said.get().group("year"));
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

  /** Who wrote the article, with the author's pages that the lines around the reviews link to. */
  Optional<Author> author() {
    var around = Stream.concat(closing.stream(), opening.stream()).toList();
    var profiles = around.stream().flatMap(line -> Profile.in(line).stream()).toList();
    var name =
        given
            .author()
            .or(() -> frontMatter.value("author"))
            .or(() -> around.stream().flatMap(line -> signed(line).stream()).findFirst())
            .or(() -> profiles.stream().flatMap(profile -> handle(profile).stream()).findFirst());
    if (name.isEmpty()) {
      findings.warn("the article does not say who wrote it; give --author if it should be shown");
    }
    return name.map(
        each ->
            new Author(
                each,
                profiles.stream()
                    .map(Profile::role)
                    .filter(role -> !role.isEmpty())
                    .findFirst()
                    .orElse(""),
                profiles.stream().map(Profile::link).distinct().toList()));
  }

  private static Optional<String> signed(Line line) {
    var signed = SIGNED.matcher(ArticleText.strip(line.text()));
    return signed.matches() && line.content().links().isEmpty()
        ? Optional.of(ArticleText.strip(signed.group("name")))
        : Optional.empty();
  }

  private Optional<String> handle(Profile profile) {
    var handle = HANDLE.matcher(profile.link.url().orElseThrow());
    if (!handle.matches()) {
      return Optional.empty();
    }
    findings.warn(
        profile.at,
        "the author's name is taken from an address here; give --author if it is another");
    return Optional.of(handle.group("name"));
  }

  /**
   * A link to a page of the author's.
   *
   * @param at its line
   * @param role what the author says before it
   */
  private record Profile(int at, String role, Link link) {
    static List<Profile> in(Line line) {
      var profiles = new ArrayList<Profile>();
      int from = 0;
      for (var span : line.content().links()) {
        if (Links.kindOfAddress(span.address()).equals(Optional.of(Link.Kind.PROFILE))) {
          var before = line.text().substring(from, span.start());
          var label = LABEL.matcher(before);
          boolean labelled = label.find();
          var words = line.content().words(span);
          var title = labelled && words.isEmpty() ? label.group("label") : words;
          var role =
              labelled && from == 0 ? ArticleText.strip(before.substring(0, label.start())) : "";
          profiles.add(
              new Profile(
                  line.at(),
                  role.length() <= ReviewFiles.MAX_TITLE_LENGTH ? role : "",
                  new Link(
                      Link.Kind.PROFILE,
                      title.isEmpty() ? span.address() : title,
                      Optional.of(span.address()))));
        }
        from = span.end();
      }
      return profiles;
    }
  }

  /** Warns where the article speaks of more papers than were found, or of fewer. */
  void compareCounts() {
    for (var line : Stream.concat(opening.stream(), closing.stream()).toList()) {
      found(COUNT, line.source())
          .results()
          .map(count -> Integer.parseInt(count.group("count")))
          .filter(count -> count != form.papers().size())
          .forEach(
              count ->
                  findings.warn(
                      line.at(),
                      "the article speaks of %d papers here; %d were found"
                          .formatted(count, form.papers().size())));
    }
  }
}
