package paperreviews.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import paperreviews.editions.Size;
import paperreviews.model.Article;
import paperreviews.model.Author;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.Paper.Neighbour;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperId;
import paperreviews.model.PaperSummary;
import paperreviews.model.Section;
import paperreviews.store.Item;
import paperreviews.store.Key;

/** Reads a folder of review files, one for each article, into a catalogue. */
public final class ReviewFiles {
  private static final IdForm SLUG =
      new IdForm(
          "[a-z0-9]+(-[a-z0-9]+)*",
          "small letters, digits and hyphens between them, such as data-augmentation");

  /** OpenReview gives ids that start with a hyphen or an underscore, too. */
  private static final IdForm PAPER_ID =
      new IdForm(
          "[A-Za-z0-9_-][A-Za-z0-9._-]*",
          "letters, digits, dots, hyphens and underscores, such as 1905.11946");

  private static final List<String> ARTICLE_FIELDS = List.of("article", "sections");

  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_PROSE = 40_000;
  private static final int LONGEST_KEYWORD = 100;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int MOST_KEYWORDS = 100;
  private static final int SHORT_TITLE = 80;
  private static final int MOST_LINKS = 200;
  private static final int MOST_SECTIONS = 500;
  private static final int MOST_PAPERS = 2_000;

  /** An item may have 409,600 bytes; the titles of a paper's neighbours take some 6,000 of them. */
  private static final int MOST_BYTES_OF_AN_ITEM = 400_000;

  /** A function may answer with 6,291,556 bytes, of which headers and the like take a few. */
  private static final int MOST_AUTHORS = 5_000;

  private static final int LONGEST_NAME = 200;
  private static final int MOST_BYTES_OF_AN_ANSWER = 6_000_000;

  private static final String LONGEST_BUILD_ID = "0".repeat(33);
  private static final String LONGEST_ID = "0".repeat(Catalogue.MAX_ID_LENGTH);

  private final List<Fault> faults = new ArrayList<>();

  /** Where each id was given first. */
  private final Map<String, String> idsSeen = new HashMap<>();

  private final List<Article> articles = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final List<Unplaced> papers = new ArrayList<>();

  private final Languages languages;

  private ReviewFiles(Languages languages) {
    this.languages = languages;
  }

  /** In how many languages everything must be there. */
  enum Languages {
    /** In one of the two at least. */
    EITHER,
    /** In both. */
    BOTH
  }

  /** What ids look like, as a pattern and in words. */
  private record IdForm(String pattern, String words) {}

  /** A paper that does not know its neighbours yet. */
  private record Unplaced(
      PaperSummary summary, SectionHeading section, Bilingual review, List<Link> links) {
    Neighbour asNeighbour() {
      return new Neighbour(summary.id(), summary.title());
    }

    Paper between(Optional<Neighbour> previous, Optional<Neighbour> next) {
      return new Paper(summary, section, review, links, previous, next);
    }

    Paper alone() {
      return between(Optional.empty(), Optional.empty());
    }
  }

  /**
   * The catalogue of a folder's {@code .yaml} files, in the order of their names.
   *
   * @throws FaultyReviewsException with every fault of every file
   */
  public static Catalogue read(Path folder) throws FaultyReviewsException {
    return read(folder, Languages.EITHER);
  }

  /**
   * The same, in so many languages.
   *
   * @throws FaultyReviewsException with every fault of every file
   */
  static Catalogue read(Path folder, Languages languages) throws FaultyReviewsException {
    return new ReviewFiles(languages).readAll(folder);
  }

  /** What is wrong with one review file by itself. */
  public static List<Fault> faults(String text, String name) {
    var files = new ReviewFiles(Languages.EITHER);
    YamlFile.parse(text, name, ARTICLE_FIELDS, files.faults).ifPresent(files::article);
    return files.faults;
  }

  private Catalogue readAll(Path folder) throws FaultyReviewsException {
    for (var file : files(folder)) {
      YamlFile.read(file, folder.relativize(file).toString(), ARTICLE_FIELDS, faults)
          .ifPresent(this::article);
    }
    var dictionary = folder.resolve(ConceptFile.NAME);
    var concepts =
        Files.exists(dictionary)
            ? YamlFile.read(dictionary, ConceptFile.NAME, ConceptFile.FIELDS, faults)
                .map(ConceptFile::read)
            : Optional.<List<Concept>>empty();
    checkSections(folder);
    if (!faults.isEmpty()) {
      throw new FaultyReviewsException(faults);
    }
    return new Catalogue(articles, sections, placed(), concepts.orElse(List.of()));
  }

  /** One answer lists all articles and sections. */
  private void checkSections(Path folder) {
    if (sections.size() > MOST_SECTIONS) {
      faults.add(
          new Fault(
              folder.toString(),
              0,
              "there are %,d sections in all; at most %,d fit into an answer"
                  .formatted(sections.size(), MOST_SECTIONS)));
    }
    int bytes =
        Stream.concat(
                articles.stream().map(ReviewFiles::item), sections.stream().map(ReviewFiles::item))
            .mapToInt(item -> Size.inResponse(item.attributes()))
            .sum();
    if (bytes > MOST_BYTES_OF_AN_ANSWER) {
      faults.add(
          new Fault(
              folder.toString(),
              0,
              "articles and sections take %,d bytes in all; at most %,d fit into an answer: shorten introductions"
                  .formatted(bytes, MOST_BYTES_OF_AN_ANSWER)));
    }
  }

  /** The item of a record, at a key of the maximum length. */
  private static Item item(Object value) {
    return Item.of(Key.paper(LONGEST_BUILD_ID, LONGEST_ID), value);
  }

  /** A section has to fit into an item, and with the summaries of its papers into an answer. */
  private static void checkSize(YamlMapping mapping, Section section, List<Unplaced> papers) {
    var items =
        Stream.concat(Stream.of(section), papers.stream().map(paper -> paper.alone().summary()))
            .map(ReviewFiles::item)
            .toList();
    checkSize(mapping, "section " + section.id(), items.getFirst());
    int bytes = items.stream().skip(1).mapToInt(item -> Size.inResponse(item.attributes())).sum();
    if (bytes > MOST_BYTES_OF_AN_ANSWER) {
      mapping.fault(
          "papers",
          "the section takes %,d bytes with the titles and keywords of its papers; at most %,d fit into an answer: split it"
              .formatted(bytes, MOST_BYTES_OF_AN_ANSWER));
    }
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= SHORT_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, SHORT_TITLE)) + "…";
  }

  private static void checkSize(YamlMapping mapping, String name, Item item) {
    int bytes = Size.inTable(item.attributes());
    if (bytes > MOST_BYTES_OF_AN_ITEM) {
      mapping.fault(
          "id",
          "the %s takes %,d bytes with all its texts and links; at most %,d fit into the table: shorten it"
              .formatted(name, bytes, MOST_BYTES_OF_AN_ITEM));
    }
  }

  private List<Path> files(Path folder) {
    try (var entries = Files.list(folder)) {
      var files =
          entries
              .filter(file -> file.toString().matches(".*\\.ya?ml"))
              .filter(file -> !file.endsWith(ConceptFile.NAME))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
      if (files.isEmpty()) {
        faults.add(new Fault(folder.toString(), 0, "the folder has no review file (*.yaml)"));
      }
      return files;
    } catch (IOException failure) {
      faults.add(new Fault(folder.toString(), 0, "there is no such folder of review files"));
      return List.of();
    }
  }

  private List<Paper> placed() {
    var placed = new ArrayList<Paper>();
    for (int at = 0; at < papers.size(); at++) {
      var paper = papers.get(at);
      placed.add(
          paper.between(
              at == 0 ? Optional.empty() : Optional.of(papers.get(at - 1).asNeighbour()),
              at == papers.size() - 1
                  ? Optional.empty()
                  : Optional.of(papers.get(at + 1).asNeighbour())));
    }
    return placed;
  }

  private void article(YamlMapping file) {
    file.knowing(ARTICLE_FIELDS);
    var head = file.mapping("article");
    if (head.isEmpty()) {
      return;
    }
    var article = head.get().knowing("id", "title", "year", "author");
    var id = id(article, "article", SLUG);
    articles.add(
        new Article(
            id,
            bilingual(article, "title", LONGEST_TITLE),
            article.number("year"),
            author(article)));
    checkSize(article, "article " + id, item(articles.getLast()));
    var mappings = file.mappings("sections", Integer.MAX_VALUE);
    if (mappings.isEmpty()) {
      file.fault("sections", "the article has no sections");
    }
    int before = 0;
    for (var section : mappings) {
      before = section(section, id, before);
    }
  }

  private static Optional<Author> author(YamlMapping article) {
    if (!article.has("author")) {
      return Optional.empty();
    }
    return article
        .mapping("author")
        .map(
            author -> {
              author.knowing("name", "role", "links");
              return new Author(
                  author.text("name", LONGEST_TITLE),
                  author.optionalText("role", LONGEST_TITLE),
                  links(author));
            });
  }

  /** Reads a section and gives back its number. */
  private int section(YamlMapping section, String articleId, int before) {
    section.knowing("id", "number", "title", "introduction", "links", "papers");
    var id = id(section, "section", SLUG);
    int number = number(section, before);
    var title = bilingual(section, "title", LONGEST_TITLE);
    var mappings = section.mappings("papers", Integer.MAX_VALUE);
    if (mappings.isEmpty()) {
      section.fault("papers", "the section has no papers");
    } else if (mappings.size() > MOST_PAPERS) {
      section.fault(
          "papers",
          "the section has %,d papers; at most %,d fit into an answer: split it"
              .formatted(mappings.size(), MOST_PAPERS));
    }
    sections.add(
        new Section(
            id,
            articleId,
            number,
            title,
            section.has("introduction")
                ? bilingual(section, "introduction", LONGEST_PROSE)
                : new Bilingual("", ""),
            links(section),
            mappings.size()));
    int papersBefore = papers.size();
    var heading = new SectionHeading(id, articleId, number, title);
    int last = 0;
    for (var paper : mappings) {
      last = paper(paper, heading, last);
    }
    checkSize(section, sections.getLast(), papers.subList(papersBefore, papers.size()));
    return number;
  }

  /** Reads a paper and gives back its number. */
  private int paper(YamlMapping paper, SectionHeading section, int before) {
    paper.knowing(
        "id",
        "number",
        "title",
        "url",
        "authors",
        "year",
        "venue",
        "doi",
        "category",
        "review",
        "keywords",
        "links");
    var id = id(paper, "paper", PAPER_ID);
    var url = paper.has("url") ? paper.address("url", LONGEST_ADDRESS) : "";
    PaperId.ofAddress(url)
        .filter(expected -> !id.isEmpty() && !isOf(expected, id))
        .ifPresent(
            expected ->
                paper.fault(
                    "id",
                    "\"id\" is %s, but the address says %s; correct one of them"
                        .formatted(id, expected)));
    int number = number(paper, before);
    var summary =
        new PaperSummary(
            id,
            paper.text("title", LONGEST_TITLE),
            Optional.of(url).filter(address -> !address.isEmpty()),
            paper.texts("authors", MOST_AUTHORS, LONGEST_NAME),
            paper.has("year") ? Optional.of(paper.number("year")) : Optional.empty(),
            paper.has("venue") ? Optional.of(paper.text("venue", LONGEST_TITLE)) : Optional.empty(),
            paper.has("doi") ? Optional.of(paper.text("doi", LONGEST_TITLE)) : Optional.empty(),
            paper.has("category")
                ? Optional.of(paper.text("category", LONGEST_TITLE))
                : Optional.empty(),
            section.id(),
            number,
            keywords(paper));
    papers.add(
        new Unplaced(summary, section, bilingual(paper, "review", LONGEST_PROSE), links(paper)));
    checkSize(
        paper,
        "paper %s (%s)".formatted(id, shortened(summary.title())),
        item(papers.getLast().alone()));
    return number;
  }

  /** Whether an id is that of an address, or the same with a number for its second review. */
  private static boolean isOf(String expected, String id) {
    return id.startsWith(expected) && id.substring(expected.length()).matches("(-[2-9])?");
  }

  private String id(YamlMapping mapping, String kind, IdForm form) {
    var id = mapping.text("id");
    if (id.isEmpty()) {
      return id;
    }
    if (!id.matches(form.pattern) || id.length() > Catalogue.MAX_ID_LENGTH) {
      mapping.fault(
          "id",
          "\"id\" is %s; use at most %d %s".formatted(id, Catalogue.MAX_ID_LENGTH, form.words));
    }
    // Ids are compared without regard to case, as people type them.
    var other = idsSeen.putIfAbsent(kind + " " + id.toLowerCase(Locale.ROOT), mapping.place("id"));
    if (other != null) {
      mapping.fault(
          "id",
          "the %s at %s has the id %s already; choose another, such as %s-2"
              .formatted(kind, other, id, id));
    }
    return id;
  }

  /** A number within the article or section; they count up, though they may leave some out. */
  private static int number(YamlMapping mapping, int before) {
    int number = mapping.number("number");
    if (number != 0 && number <= before) {
      mapping.fault(
          "number", "\"number\" is %d, after %d; numbers count up".formatted(number, before));
    }
    return number;
  }

  private Bilingual bilingual(YamlMapping mapping, String name, int longest) {
    return mapping
        .mapping(name)
        .map(
            texts -> {
              texts.knowing("ja", "en");
              if (!texts.has("ja") && !texts.has("en")) {
                texts.fault(
                    "ja", "\"%s\" needs a text under ja, under en, or both".formatted(name));
              } else {
                wantBoth(texts, name);
              }
              return new Bilingual(
                  texts.optionalText("ja", longest), texts.optionalText("en", longest));
            })
        .orElse(new Bilingual("", ""));
  }

  private void wantBoth(YamlMapping texts, String name) {
    for (var language : List.of("ja", "en")) {
      if (languages == Languages.BOTH && !texts.has(language)) {
        texts.fault(
            language,
            "\"%s\" has no text under %s; translate it, or check without --strict"
                .formatted(name, language));
      }
    }
  }

  private Keywords keywords(YamlMapping paper) {
    if (!paper.has("keywords")) {
      return new Keywords(List.of(), List.of());
    }
    return paper
        .mapping("keywords")
        .map(words -> words.knowing("ja", "en"))
        .map(
            words -> {
              wantBoth(words, "keywords");
              return words;
            })
        .map(words -> new Keywords(keywords(words, "ja"), keywords(words, "en")))
        .orElse(new Keywords(List.of(), List.of()));
  }

  private static List<String> keywords(YamlMapping words, String language) {
    return words.texts(language, MOST_KEYWORDS, LONGEST_KEYWORD);
  }

  private static List<Link> links(YamlMapping mapping) {
    return mapping.mappings("links", MOST_LINKS).stream()
        .map(
            link -> {
              link.knowing("kind", "title", "url");
              var word = link.text("kind");
              var kind = Link.Kind.of(word);
              if (kind.isEmpty() && !word.isEmpty()) {
                link.fault(
                    "kind",
                    "\"kind\" is %s; it must be paper, slides, post, code, profile or page"
                        .formatted(word));
              }
              return new Link(
                  kind.orElse(Link.Kind.POST),
                  link.text("title", LONGEST_TITLE),
                  link.has("url")
                      ? Optional.of(link.address("url", LONGEST_ADDRESS))
                      : Optional.empty());
            })
        .toList();
  }
}
