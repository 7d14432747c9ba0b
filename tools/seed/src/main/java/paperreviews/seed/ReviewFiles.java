package paperreviews.seed;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.editions.Printable;
import paperreviews.model.Article;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Json;
import paperreviews.model.Paper;
import paperreviews.model.Paper.Neighbour;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperId;
import paperreviews.model.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a folder of review files, one for each article, into a catalogue. {@link YamlSchema} checks
 * the form of each file; what a schema cannot express is checked here.
 */
public final class ReviewFiles {
  /** The maximum length of a title, in characters. */
  public static final int MAX_TITLE_LENGTH = YamlSchema.ARTICLE.limit("/$defs/title/maxLength");

  private static final int MAX_PRINTED_TITLE = 80;
  private static final int MAX_SECTIONS = YamlSchema.ARTICLE.limit("/properties/sections/maxItems");

  /**
   * An item may have 409,600 bytes, which count much as in JSON. Its key and the titles of a
   * paper's neighbours take up to 8,500 of them.
   */
  private static final int MAX_ITEM_BYTES = 400_000;

  /** A function may answer with 6,291,556 bytes, of which headers and the like take a few. */
  private static final int MAX_RESPONSE_BYTES = 6_000_000;

  private final List<Fault> faults = new ArrayList<>();

  /** Where each id occurs first. */
  private final Map<String, String> ids = new HashMap<>();

  private final List<Content> contents = new ArrayList<>();
  private final Languages languages;

  private ReviewFiles(Languages languages) {
    this.languages = languages;
  }

  /** In how many languages every text must be given. */
  enum Languages {
    /** In at least one of the two. */
    EITHER,
    /** In both. */
    BOTH
  }

  /** The content of one file; the papers do not know their neighbours yet. */
  private record Content(Article article, List<Section> sections, List<Paper> papers) {}

  /**
   * Returns the catalogue of a folder's {@code .yaml} files. Articles without a date come first, in
   * the order of the files' names; those with a date follow in the order of their dates.
   *
   * @throws FaultyReviewsException with every fault of every file
   */
  public static Catalogue read(Path folder) throws FaultyReviewsException {
    return read(folder, Languages.EITHER);
  }

  /**
   * Returns the same catalogue, if all its texts are given in these languages.
   *
   * @throws FaultyReviewsException with every fault of every file
   */
  static Catalogue read(Path folder, Languages languages) throws FaultyReviewsException {
    return new ReviewFiles(languages).catalogue(folder);
  }

  /** Returns what a review file says, faulty or not; a missing node if it cannot be read safely. */
  public static JsonNode content(Path file) {
    return YamlFile.read(file, file.toString()).root();
  }

  /** Returns what is wrong with one review file by itself. */
  public static List<Fault> faults(String text, String name) {
    var files = new ReviewFiles(Languages.EITHER);
    files.add(YamlFile.ofText(text, name));
    return files.faults;
  }

  private Catalogue catalogue(Path folder) throws FaultyReviewsException {
    for (var path : paths(folder)) {
      add(YamlFile.read(path, folder.relativize(path).toString()));
    }
    var concepts = concepts(folder.resolve(ConceptFile.NAME));
    contents.sort(
        comparing(content -> content.article.date().orElse(null), nullsFirst(naturalOrder())));
    var articles = contents.stream().map(Content::article).toList();
    var sections = contents.stream().flatMap(content -> content.sections.stream()).toList();
    checkSections(folder, articles, sections);
    if (!faults.isEmpty()) {
      throw new FaultyReviewsException(faults);
    }
    var papers = contents.stream().flatMap(content -> content.papers.stream()).toList();
    return new Catalogue(articles, sections, withNeighbours(papers), concepts);
  }

  private List<Path> paths(Path folder) {
    try (var entries = Files.list(folder)) {
      var files =
          entries
              .filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
              .filter(file -> !file.endsWith(ConceptFile.NAME))
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
      if (files.isEmpty()) {
        fault(folder, "the folder has no review file (*.yaml)");
      }
      return files;
    } catch (IOException failure) {
      fault(folder, "there is no such folder of review files");
      return List.of();
    }
  }

  private void fault(Path folder, String what) {
    faults.add(new Fault(folder.toString(), 0, what));
  }

  private List<Concept> concepts(Path path) {
    // A link that leads nowhere is a fault, and no missing file.
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    var file = YamlFile.read(path, ConceptFile.NAME);
    var concepts = file.isParsed() ? ConceptFile.read(file) : List.<Concept>of();
    faults.addAll(file.faults());
    return concepts;
  }

  private void add(YamlFile file) {
    if (file.isParsed()) {
      YamlSchema.ARTICLE.check(file);
      checkContent(file);
      if (file.faults().isEmpty()) {
        contents.add(content(file));
      }
    }
    faults.addAll(file.faults());
  }

  private void checkContent(YamlFile file) {
    var article = file.root().path("article");
    checkId(file, article, "article");
    int sectionNumber = 0;
    for (var section : file.root().path("sections")) {
      checkId(file, section, "section");
      sectionNumber = checkNumber(file, section, sectionNumber);
      int paperNumber = 0;
      for (var paper : section.path("papers")) {
        checkId(file, paper, "paper");
        checkIdOfAddress(file, paper);
        paperNumber = checkNumber(file, paper, paperNumber);
      }
    }
    if (languages == Languages.BOTH) {
      checkLanguages(file, file.root());
    }
  }

  private void checkId(YamlFile file, JsonNode object, String kind) {
    var id = object.path("id").asString("");
    if (id.isEmpty()) {
      return;
    }
    // Ids are compared without regard to case, as people type them.
    var other = ids.putIfAbsent(kind + " " + id.toLowerCase(Locale.ROOT), file.place(object, "id"));
    if (other != null) {
      file.fault(
          object,
          "id",
          "the %s at %s has the id %s already; choose another, such as %s-2"
              .formatted(kind, other, id, id));
    }
  }

  private static void checkIdOfAddress(YamlFile file, JsonNode paper) {
    var id = paper.path("id").asString("");
    PaperId.ofAddress(paper.path("url").asString(""))
        .filter(expected -> !id.isEmpty() && !isOf(expected, id))
        .ifPresent(
            expected ->
                file.fault(
                    paper,
                    "id",
                    "\"id\" is %s, but the address says %s; correct one of them"
                        .formatted(id, expected)));
  }

  /** Returns whether an id is that of an address, or the same with the number of a later review. */
  private static boolean isOf(String expected, String id) {
    return id.startsWith(expected) && id.substring(expected.length()).matches("(-[2-9])?");
  }

  /** Checks that numbers count up, though they may leave some out, and returns this one. */
  private static int checkNumber(YamlFile file, JsonNode object, int before) {
    int number = object.path("number").asInt(0);
    if (number > 0 && number <= before) {
      file.fault(
          object,
          "number",
          "\"number\" is %d, after %d; numbers count up".formatted(number, before));
    }
    return number;
  }

  private static void checkLanguages(YamlFile file, JsonNode json) {
    json.properties()
        .forEach(
            field -> {
              var texts = field.getValue();
              for (var language : List.of("ja", "en")) {
                var other = language.equals("ja") ? "en" : "ja";
                if (texts.has(other) && !texts.has(language)) {
                  file.fault(
                      texts,
                      language,
                      "\"%s\" has no text under %s; translate it, or check without --strict"
                          .formatted(field.getKey(), language));
                }
              }
            });
    json.forEach(inner -> checkLanguages(file, inner));
  }

  private static Content content(YamlFile file) {
    var root = file.root();
    var article = Json.MAPPER.treeToValue(root.get("article"), Article.class);
    checkItem(file, root.get("article"), "article " + article.id(), article);
    var sections = new ArrayList<Section>();
    var papers = new ArrayList<Paper>();
    for (var json : root.get("sections")) {
      int count = json.get("papers").size();
      ((ObjectNode) json).put("articleId", article.id()).put("paperCount", count);
      var section = Json.MAPPER.treeToValue(json, Section.class);
      checkItem(file, json, "section " + section.id(), section);
      sections.add(section);
      json.get("papers").forEach(paper -> papers.add(paper(file, (ObjectNode) paper, section)));
      checkResponse(file, json, papers.subList(papers.size() - count, papers.size()));
    }
    return new Content(article, sections, papers);
  }

  private static Paper paper(YamlFile file, ObjectNode json, Section section) {
    json.put("sectionId", section.id());
    json.set("section", Json.MAPPER.valueToTree(SectionHeading.of(section)));
    var paper = Json.MAPPER.treeToValue(json, Paper.class);
    var title = Printable.shortened(paper.summary().title(), MAX_PRINTED_TITLE);
    checkItem(file, json, "paper %s (%s)".formatted(paper.id(), title), paper);
    return paper;
  }

  private static void checkItem(YamlFile file, JsonNode json, String name, Object value) {
    int bytes = Json.MAPPER.writeValueAsBytes(value).length;
    if (bytes > MAX_ITEM_BYTES) {
      file.fault(
          json,
          "id",
          "the %s takes %,d bytes with all its texts and links; at most %,d fit into the table: shorten it"
              .formatted(name, bytes, MAX_ITEM_BYTES));
    }
  }

  /** A section is listed with the summaries of its papers in one response. */
  private static void checkResponse(YamlFile file, JsonNode section, List<Paper> papers) {
    int bytes = responseBytes(papers.stream().map(Paper::summary));
    if (bytes > MAX_RESPONSE_BYTES) {
      file.fault(
          section,
          "papers",
          "the section takes %,d bytes with the titles and keywords of its papers; at most %,d fit into a response: split it"
              .formatted(bytes, MAX_RESPONSE_BYTES));
    }
  }

  /** All articles and sections are listed in one response. */
  private void checkSections(Path folder, List<Article> articles, List<Section> sections) {
    if (sections.size() > MAX_SECTIONS) {
      fault(
          folder,
          "there are %,d sections in all; at most %,d fit into a response"
              .formatted(sections.size(), MAX_SECTIONS));
    }
    int bytes = responseBytes(Stream.concat(articles.stream(), sections.stream()));
    if (bytes > MAX_RESPONSE_BYTES) {
      fault(
          folder,
          "articles and sections take %,d bytes in all; at most %,d fit into a response: shorten introductions"
              .formatted(bytes, MAX_RESPONSE_BYTES));
    }
  }

  /** A function's response is JSON within a JSON string. */
  private static int responseBytes(Stream<?> values) {
    return values
        .map(Json.MAPPER::writeValueAsString)
        .mapToInt(json -> Json.MAPPER.writeValueAsBytes(json).length)
        .sum();
  }

  private static List<Paper> withNeighbours(List<Paper> papers) {
    return IntStream.range(0, papers.size())
        .mapToObj(
            at -> papers.get(at).between(neighbour(papers, at - 1), neighbour(papers, at + 1)))
        .toList();
  }

  private static Optional<Neighbour> neighbour(List<Paper> papers, int at) {
    return at < 0 || at == papers.size()
        ? Optional.empty()
        : Optional.of(papers.get(at).asNeighbour());
  }
}
