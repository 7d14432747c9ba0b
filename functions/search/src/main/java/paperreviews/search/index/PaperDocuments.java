package paperreviews.search.index;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import paperreviews.model.Catalogue;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.PaperId;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.NameKey;

/** Turns the papers of a catalogue into documents of the index. */
final class PaperDocuments {
  private static final FieldType TEXT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  private static final FieldType CONCEPT = type(IndexOptions.DOCS_AND_FREQS, true);

  /** What ends the name of a method at the beginning of a title. */
  private static final Pattern END_OF_NAME = Pattern.compile("[:：—–]|\\s-\\s");

  private final Map<String, Integer> sectionNumbers;
  private final Map<String, KeywordValue> keywords;
  private final ConceptMatcher concepts;
  private final Map<String, Integer> mentions = new HashMap<>();

  /** The concepts of a document, and the weights of the best fields that name them. */
  private final Map<String, Integer> weights = new LinkedHashMap<>();

  PaperDocuments(Catalogue catalogue, CatalogueOutline outline) {
    sectionNumbers = outline.numbers();
    keywords = KeywordValue.of(catalogue.papers().stream().map(Paper::summary).toList());
    concepts = Concepts.matcher(catalogue.concepts());
  }

  private static FieldType type(IndexOptions options, boolean omitsNorms) {
    var type = new FieldType();
    type.setTokenized(!omitsNorms);
    type.setOmitNorms(omitsNorms);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /** How many of the documents that were made name each concept, if any do. */
  Map<String, Integer> mentions() {
    return mentions;
  }

  /** The document of a paper. */
  Document of(Paper paper) {
    var document = new Document();
    var summary = paper.summary();
    addIds(document, paper);
    int section = sectionNumbers.get(paper.section().id());
    document.add(new NumericDocValuesField(PaperDocument.SECTION, section));
    document.add(new StringField(PaperDocument.SECTION, Integer.toString(section), Field.Store.NO));
    KeywordValue.of(summary)
        .map(keyword -> keywords.get(keyword.prefix()).bytes())
        .distinct()
        .forEach(value -> document.add(new SortedSetDocValuesField(PaperDocument.KEYWORD, value)));

    var inTitle =
        concepts.matches(summary.title()).stream()
            .map(match -> match.name().concept())
            .collect(Collectors.toSet());
    KeywordValue.of(summary)
        .map(keyword -> concepts.named(keyword.key()).orElse(keyword.key()))
        .distinct()
        .flatMap(topic -> inTitle.contains(topic) ? Stream.of(topic, topic) : Stream.of(topic))
        .forEach(topic -> document.add(new Field(PaperDocument.TOPIC, topic, CONCEPT)));
    summary.authors().stream()
        .map(author -> AuthorValue.of(author).bytes())
        .distinct()
        .forEach(value -> document.add(new SortedSetDocValuesField(PaperDocument.AUTHOR, value)));

    add(document, SearchField.TITLE, summary.title());
    summary.keywords().ja().forEach(word -> add(document, SearchField.KEYWORDS, word));
    summary.keywords().en().forEach(word -> add(document, SearchField.KEYWORDS, word));
    add(document, SearchField.TEXT, paper.review().ja());
    add(document, SearchField.TEXT, paper.review().en());
    add(document, SearchField.TEXT, summary.id());
    paper.links().forEach(link -> addLink(document, link));
    summary.authors().forEach(author -> addAuthor(document, author));
    summary.year().ifPresent(year -> addText(document, year + "年"));
    summary.venue().ifPresent(venue -> add(document, SearchField.TEXT, venue));
    addConcepts(document);

    document.add(new BinaryDocValuesField(PaperDocument.STORED, StoredPaper.write(paper)));
    return document;
  }

  private static void addIds(Document document, Paper paper) {
    var title = paper.summary().title();
    Stream.concat(Stream.of(paper.id()), paper.summary().doi().stream())
        .map(PaperDocument::folded)
        .forEach(id -> document.add(new StringField(PaperDocument.ID, id, Field.Store.NO)));
    document.add(new StringField(PaperDocument.SLUG, PaperId.ofTitle(title), Field.Store.NO));
    for (var name : Set.of(title, END_OF_NAME.split(title + " ", 2)[0])) {
      document.add(new StringField(PaperDocument.NAME, NameKey.of(name), Field.Store.NO));
    }
  }

  private void add(Document document, SearchField field, String text) {
    for (int times = 0; times < field.weight(); times++) {
      addText(document, text);
    }
    for (var match : concepts.matches(text)) {
      // A keyword that is the name says more than one that has it within.
      boolean isAll = match.start() == 0 && match.end() == text.length();
      weights.merge(match.name().concept(), field.weight() + (isAll ? 1 : 0), Math::max);
    }
  }

  static void addText(Document document, String text) {
    for (var analysis : Analysis.values()) {
      document.add(new Field(analysis.field(), text, TEXT));
    }
  }

  /** An author's name as it is written, and without accents where it has some. */
  private static void addAuthor(Document document, String author) {
    addText(document, author);
    var plain = AuthorValue.of(author).key();
    if (!plain.equals(AuthorValue.of(author).name().toLowerCase(Locale.ROOT))) {
      addText(document, plain);
    }
  }

  /** A paper that names a concept several times is no better answer than one that does once. */
  private void addConcepts(Document document) {
    weights.forEach(
        (concept, weight) -> {
          mentions.merge(concept, 1, Integer::sum);
          for (int times = 0; times < weight; times++) {
            document.add(new Field(PaperDocument.CONCEPT, concept, CONCEPT));
          }
        });
    weights.clear();
  }

  private void addLink(Document document, Link link) {
    add(document, SearchField.TEXT, link.title());
    link.url().flatMap(PaperId::ofAddress).ifPresent(id -> add(document, SearchField.TEXT, id));
  }
}
