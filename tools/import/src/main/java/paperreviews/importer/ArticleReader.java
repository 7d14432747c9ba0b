package paperreviews.importer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import paperreviews.importer.ImportedArticle.ImportedPaper;
import paperreviews.importer.ImportedArticle.ImportedSection;
import paperreviews.importer.ImportedArticle.LeftOut;
import paperreviews.model.Author;
import paperreviews.model.Link;
import paperreviews.model.PaperId;
import paperreviews.seed.WebAddress;

/**
 * Reads an article of reviews.
 *
 * <p>What is certain comes first: the papers, then the sections between them, last the texts. What
 * cannot be placed is refused rather than guessed.
 */
public final class ArticleReader {
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_PROSE = 40_000;
  private static final int LONGEST_ADDRESS = 2_000;

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d{2})(?!\\d)");
  private final Layout layout;
  private final String fileName;
  private final Given given;
  private final List<LeftOut> leftOut = new ArrayList<>();

  private ArticleReader(Layout layout, String fileName, Given given) {
    this.layout = layout;
    this.fileName = fileName;
    this.given = given;
  }

  /**
   * What the author says beside the article; it goes before what the article says.
   *
   * @param id the article's id, or nothing
   * @param year the year that it is about, or nothing
   * @param author who wrote it, or nothing
   */
  public record Given(Optional<String> id, Optional<Integer> year, Optional<String> author) {
    /** Nothing beside the article. */
    public static final Given NOTHING =
        new Given(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Reads an article.
   *
   * @param article UTF-8 text or Markdown
   * @param fileName the name of its file, for an id where the title has none
   * @throws UnreadableArticleException if any of it cannot be placed
   */
  public static ImportedArticle read(byte[] article, String fileName, Given given)
      throws UnreadableArticleException {
    return new ArticleReader(new Layout(ArticleText.lines(article)), fileName, given).read();
  }

  private ImportedArticle read() throws UnreadableArticleException {
    var papers = PaperFinder.in(layout);
    layout.stopIfRefused();
    var sections = SectionFinder.of(papers, layout);
    layout.stopIfRefused();
    int start = sections.getFirst().title().at();
    var title = title(start);
    leaveOut(0, start, "the opening", title.map(Headline::at).orElse(-1));
    var around = new ArrayList<Integer>();
    IntStream.range(layout.closing(), layout.lines().size()).forEach(around::add);
    IntStream.range(0, start).forEach(around::add);
    var signed = Byline.in(layout.lines(), around);
    leaveOut(layout.closing(), layout.lines().size(), "the closing part", -1);
    int year = year(title.map(Headline::title).orElse(""), papers, start);
    var id = id(title.map(Headline::title).orElse(""), year);
    var read = sections(sections, id);
    layout.stopIfRefused();
    compareCounts(read, start);
    var author = author(signed);
    leftOut.sort(Comparator.comparingInt(LeftOut::first));
    return new ImportedArticle(
        id, title.orElseThrow().title(), year, author, read, leftOut, layout.warnings());
  }

  // Texts

  private Optional<Headline> title(int start) {
    int top = layout.nextText(0, start);
    while (top < start && (layout.isRule(top) || layout.isImage(top))) {
      top = layout.nextText(top + 1, start);
    }
    int first = top;
    var heading =
        layout.headlines().values().stream()
            .filter(title -> title.at() >= first && title.at() < start)
            .filter(title -> title.level() == 1 && !title.hasNumber())
            .findFirst();
    if (heading.isPresent()) {
      return heading;
    }
    if (top == start) {
      layout.refuse(0, "the article's title is missing; write it on the first line");
      return Optional.empty();
    }
    var marked = layout.headlines().get(top);
    var words =
        marked != null && !marked.hasNumber()
            ? marked.title()
            : ArticleText.strip(layout.line(top));
    return Optional.of(new Headline(top, 0, false, List.of(), words, Optional.empty(), false));
  }

  /** Notes the lines of a part that are not written, in one piece or around the one that is. */
  private void leaveOut(int from, int to, String what, int but) {
    int first = layout.nextText(from, to);
    if (but >= first) {
      leaveOut(first, but, what, -1);
      first = layout.nextText(but + 1, to);
    }
    int last = to - 1;
    while (last >= first && layout.isBlank(last)) {
      last--;
    }
    if (first <= last) {
      leftOut.add(new LeftOut(first + 1, last + 1, what));
    }
  }

  /** The text of these lines: paragraphs as they are, without rules and images. */
  private String text(int from, int to) {
    var text = new StringBuilder();
    boolean gap = false;
    for (int at = from; at < to; at++) {
      if (layout.isBlank(at)) {
        gap = true;
      } else if (layout.isRule(at)) {
        leftOut.add(new LeftOut(at + 1, at + 1, "a rule"));
        gap = true;
      } else if (layout.isImage(at)) {
        leftOut.add(new LeftOut(at + 1, at + 1, "an image"));
        gap = true;
      } else {
        if (!text.isEmpty()) {
          text.append(gap ? "\n\n" : "\n");
        }
        text.append(text.isEmpty() ? ArticleText.strip(layout.line(at)) : layout.line(at));
        gap = false;
      }
    }
    return text.toString();
  }

  private List<ImportedSection> sections(List<FoundSection> found, String articleId) {
    var read = new ArrayList<ImportedSection>();
    var ids = new PaperIds();
    var numbers = numbers(found.stream().map(FoundSection::title).toList(), "sections");
    for (int at = 0; at < found.size(); at++) {
      var section = found.get(at);
      int end = at + 1 < found.size() ? found.get(at + 1).title().at() : layout.closing();
      var introduction = text(section.title().at() + 1, section.papers().getFirst().title().at());
      checkLength(
          section.title().at(), "the section's title", section.title().title(), LONGEST_TITLE);
      checkLength(section.title().at(), "the introduction", introduction, LONGEST_PROSE);
      var papers = papers(section, end, ids);
      read.add(
          new ImportedSection(
              section.title().at() + 1,
              articleId + "-section-" + numbers.get(at),
              numbers.get(at),
              section.title().title(),
              introduction,
              links(section.title().at(), introduction, ""),
              papers));
    }
    return read;
  }

  private List<ImportedPaper> papers(FoundSection section, int end, PaperIds ids) {
    var read = new ArrayList<ImportedPaper>();
    var numbers = numbers(section.papers().stream().map(FoundPaper::title).toList(), "papers");
    for (int at = 0; at < section.papers().size(); at++) {
      var paper = section.papers().get(at);
      var title = paper.title();
      int to = at + 1 < section.papers().size() ? section.papers().get(at + 1).title().at() : end;
      boolean whole = paper.address() != null && paper.address().wanted();
      if (paper.address() != null && !whole && !paper.address().words().isEmpty()) {
        var words = paper.address().words();
        if (!Headline.keyOfContents(words).equals(title.key())) {
          leftOut.add(
              new LeftOut(
                  paper.address().at() + 1,
                  paper.address().at() + 1,
                  "“%s” at the address".formatted(words)));
        }
      }
      text(title.at() + 1, paper.end());
      var below = text(paper.end() + 1, to);
      if (below.isEmpty()) {
        layout.refuse(
            title.at(),
            "the paper “%s” has no review below its address"
                .formatted(Layout.shortened(title.title())));
      }
      var review =
          whole
              ? ArticleText.strip(layout.line(paper.address().at()))
                  + (layout.isBlank(paper.end() + 1) ? "\n\n" : "\n")
                  + below
              : below;
      var url = paper.url();
      checkLength(title.at(), "the title", title.title(), LONGEST_TITLE);
      checkLength(paper.end(), "the address", url, LONGEST_ADDRESS);
      checkLength(title.at(), "the review", review, LONGEST_PROSE);
      checkForLostTitles(paper.end() + 1, to);
      var id = ids.of(url, title.title());
      if (id.taken().isPresent()) {
        layout.warn(
            title.at(),
            "the paper %s has this %s already; this one gets the id %s"
                .formatted(id.taken().get(), id.ofAddress() ? "address" : "title", id.id()));
      }
      read.add(
          new ImportedPaper(
              title.at() + 1,
              id.id(),
              numbers.get(at),
              title.title(),
              url,
              review,
              links(title.at(), review, url)));
    }
    return read;
  }

  /** A paper's address below a line in Latin letters is a paper whose title lacks its number. */
  private void checkForLostTitles(int from, int to) {
    int above = -1;
    for (int at = from; at < to; at++) {
      if (layout.isBlank(at)) {
        continue;
      }
      var address = AddressLine.of(at, layout.line(at));
      if (above >= 0
          && address.isPresent()
          && FurtherLinks.kindOfAddress(address.get().addresses().getFirst())
              .equals(Optional.of(Link.Kind.PAPER))
          && AddressLine.of(above, layout.line(above)).isEmpty()
          && layout.line(above).matches("[\\x20-\\x7E–—‐-―’“”]{8,300}")
          && !layout.line(above).matches(".*[.:→>]$")) {
        layout.refuse(
            above,
            "“%s” looks like a paper's title, with an address below it, but has neither a number nor a mark; number it, or put both on one line"
                .formatted(Layout.shortened(ArticleText.strip(layout.line(above)))));
      }
      above = at;
    }
  }

  private void checkLength(int at, String what, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      layout.refuse(
          at, "%s has %,d characters; at most %,d are allowed".formatted(what, length, longest));
    }
  }

  private List<Link> links(int at, String text, String own) {
    text.lines()
        .flatMap(line -> Addresses.in(line).stream())
        .map(Addresses.Found::address)
        .filter(address -> !WebAddress.isAddress(address))
        .forEach(
            address ->
                layout.warn(
                    at,
                    "%s below is not an address; it stays in the text, but is no link"
                        .formatted(Layout.shortened(address))));
    var links = FurtherLinks.in(text, own);
    if (links.size() > 200) {
      layout.refuse(
          at, "there are %,d links below; at most 200 are allowed".formatted(links.size()));
    }
    links.stream()
        .filter(link -> link.url().map(String::length).orElse(0) > LONGEST_ADDRESS)
        .forEach(
            link ->
                layout.refuse(
                    at,
                    "a link below has an address of %,d characters; at most %,d are allowed"
                        .formatted(link.url().orElseThrow().length(), LONGEST_ADDRESS)));
    links.stream()
        .filter(link -> link.url().isEmpty())
        .forEach(
            link ->
                layout.warn(
                    at,
                    "the article gives no address for “%s”; add a url to the link if you know it"
                        .formatted(Layout.shortened(link.title()))));
    return links;
  }

  /** The article's own numbers if they count up; else the places. */
  private List<Integer> numbers(List<Headline> titles, String what) {
    boolean counted =
        IntStream.range(0, titles.size())
            .allMatch(at -> titles.get(at).number() > (at == 0 ? 0 : titles.get(at - 1).number()));
    if (!counted && titles.stream().anyMatch(Headline::hasNumber)) {
      layout.warn(
          titles.getFirst().at(),
          "the numbers of the %s from here on do not count up; they are numbered by their order"
              .formatted(what));
    }
    for (int at = 1; counted && at < titles.size(); at++) {
      if (titles.get(at).number() > titles.get(at - 1).number() + 1) {
        layout.warn(
            titles.get(at).at(),
            "the numbers of the %s jump from %d to %d here; look whether one is missing"
                .formatted(what, titles.get(at - 1).number(), titles.get(at).number()));
      }
    }
    return IntStream.range(0, titles.size())
        .mapToObj(at -> counted ? titles.get(at).number() : at + 1)
        .toList();
  }

  // The article as a whole

  private int year(String title, List<FoundPaper> papers, int start) {
    if (given.year.isPresent()) {
      return given.year.get();
    }
    var texts = new ArrayList<String>();
    texts.add(title);
    texts.addAll(layout.lines().subList(0, start));
    texts.add(fileName);
    for (var text : texts) {
      var year = YEAR.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
      if (year.find()) {
        return Integer.parseInt(year.group("year"));
      }
    }
    var ofPapers =
        papers.stream()
            .flatMap(paper -> PaperId.ofAddress(paper.url()).stream())
            .filter(id -> id.matches("\\d{4}\\.\\d{4,5}"))
            .mapToInt(id -> 2000 + Integer.parseInt(id.substring(0, 2)))
            .max();
    if (ofPapers.isEmpty()) {
      layout.refuse(0, "the article does not say which year it is about; give --year");
      return 0;
    }
    layout.warnOfWhole(
        "the article does not say which year it is about; %d is that of its latest arXiv number, give --year if it is another"
            .formatted(ofPapers.getAsInt()));
    return ofPapers.getAsInt();
  }

  private String id(String title, int year) {
    if (given.id.isPresent()) {
      return given.id.get();
    }
    var part =
        Pattern.compile("(?i)part\\s*\\.?\\s*(\\d{1,3})")
            .matcher(Normalizer.normalize(title, Normalizer.Form.NFKC));
    var ofYear = YEAR.matcher(title);
    if (part.find() && ofYear.find()) {
      return "%d-part-%d".formatted(year, Integer.valueOf(part.group(1)));
    }
    var ofFile = PaperIds.slug(fileName.replaceFirst("\\.[A-Za-z0-9]{1,8}$", ""));
    if (!ofFile.isEmpty()) {
      return ofFile;
    }
    var ofTitle = PaperIds.slug(title);
    return ofTitle.isEmpty() ? "article-" + year : ofTitle;
  }

  private Optional<Author> author(Optional<Byline.Signed> signed) {
    if (given.author.isPresent()) {
      return Optional.of(
          signed
              .map(by -> new Author(given.author.get(), by.author().role(), by.author().links()))
              .orElseGet(() -> new Author(given.author.get(), "", List.of())));
    }
    if (signed.isEmpty()) {
      layout.warnOfWhole(
          "the article does not say who wrote it; give --author if it should be shown");
    }
    signed
        .flatMap(Byline.Signed::handle)
        .ifPresent(
            at ->
                layout.warn(
                    at,
                    "the author's name is taken from an address here; give --author if it is another"));
    return signed.map(Byline.Signed::author);
  }

  private void compareCounts(List<ImportedSection> sections, int start) {
    int papers = sections.stream().mapToInt(section -> section.papers().size()).sum();
    var around =
        IntStream.concat(
            IntStream.range(0, start), IntStream.range(layout.closing(), layout.lines().size()));
    for (int at : around.toArray()) {
      for (int count : ClaimedCounts.papers(layout.line(at))) {
        if (count != papers) {
          layout.warn(
              at, "the article speaks of %d papers here; %d were found".formatted(count, papers));
        }
      }
      for (int count : ClaimedCounts.sections(layout.line(at))) {
        if (count != sections.size()) {
          layout.warn(
              at,
              "the article speaks of %d sections here; %d were found"
                  .formatted(count, sections.size()));
        }
      }
    }
    for (var section : sections) {
      ClaimedCounts.papersOfSection(section.title() + "\n" + section.introduction())
          .filter(count -> count != section.papers().size())
          .ifPresent(
              count ->
                  layout.warn(
                      section.line() - 1,
                      "the section speaks of %d papers; %d were found"
                          .formatted(count, section.papers().size())));
    }
    if (layout.closing() == layout.lines().size()) {
      layout.warn(
          sections.getLast().papers().getLast().line() - 1,
          "no closing part such as まとめ was found; look whether this last review ends where it should");
    }
  }
}
