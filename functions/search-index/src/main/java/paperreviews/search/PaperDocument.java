package paperreviews.search;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import paperreviews.catalogue.Bilingual;
import paperreviews.catalogue.Keywords;
import paperreviews.catalogue.Paper;
import paperreviews.catalogue.Paper.SectionHeading;
import paperreviews.catalogue.PaperId;
import paperreviews.catalogue.PaperSummary;

/** A paper as the index holds it: what is searched, and what a hit shows without another read. */
final class PaperDocument {
  /** The id in lower case. */
  static final String ID = "id";

  /** The section's id, to filter by and to count by. */
  static final String SECTION = "sectionId";

  private static final FieldType SEARCHED = new FieldType();

  static {
    SEARCHED.setTokenized(true);
    SEARCHED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    SEARCHED.freeze();
  }

  private PaperDocument() {}

  static Document of(Paper paper) {
    var document = new Document();
    var summary = paper.summary();
    var section = paper.section();
    document.add(new StringField(ID, folded(summary.id()), Field.Store.NO));
    document.add(new StringField(SECTION, section.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(SECTION, new BytesRef(section.id())));

    search(document, SearchField.TITLE, summary.title());
    summary.keywords().ja().forEach(word -> search(document, SearchField.KEYWORDS, word));
    summary.keywords().en().forEach(word -> search(document, SearchField.KEYWORDS, word));
    search(document, SearchField.SECTION, section.title().ja());
    search(document, SearchField.SECTION, section.title().en());
    search(document, SearchField.TEXT, paper.review().ja());
    search(document, SearchField.TEXT, paper.review().en());
    search(document, SearchField.TEXT, summary.id());
    for (var link : paper.links()) {
      search(document, SearchField.TEXT, link.title());
      link.url()
          .flatMap(PaperId::ofAddress)
          .ifPresent(id -> search(document, SearchField.TEXT, id));
    }

    store(document, "stored.id", summary.id());
    store(document, "stored.title", summary.title());
    store(document, "stored.url", summary.url());
    store(document, "stored.number", Integer.toString(summary.number()));
    summary.keywords().ja().forEach(word -> store(document, "stored.keywords.ja", word));
    summary.keywords().en().forEach(word -> store(document, "stored.keywords.en", word));
    store(document, "stored.review.ja", paper.review().ja());
    store(document, "stored.review.en", paper.review().en());
    store(document, "stored.section.id", section.id());
    store(document, "stored.section.articleId", section.articleId());
    store(document, "stored.section.number", Integer.toString(section.number()));
    store(document, "stored.section.title.ja", section.title().ja());
    store(document, "stored.section.title.en", section.title().en());
    return document;
  }

  private static void search(Document document, SearchField field, String text) {
    for (var chain : Chain.values()) {
      for (int times = 0; times < field.weight(); times++) {
        document.add(new Field(chain.field(), text, SEARCHED));
      }
    }
  }

  private static void store(Document document, String field, String value) {
    document.add(new StoredField(field, value));
  }

  /** Ids differ in more than case; people paste them in any. */
  static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /** What a document says of its paper. */
  static Found read(StoredFields documents, int number) throws IOException {
    var document = documents.document(number);
    var summary =
        new PaperSummary(
            document.get("stored.id"),
            document.get("stored.title"),
            document.get("stored.url"),
            document.get("stored.section.id"),
            Integer.parseInt(document.get("stored.number")),
            new Keywords(
                List.of(document.getValues("stored.keywords.ja")),
                List.of(document.getValues("stored.keywords.en"))));
    var review = new Bilingual(document.get("stored.review.ja"), document.get("stored.review.en"));
    var section =
        new SectionHeading(
            document.get("stored.section.id"),
            document.get("stored.section.articleId"),
            Integer.parseInt(document.get("stored.section.number")),
            new Bilingual(
                document.get("stored.section.title.ja"), document.get("stored.section.title.en")));
    return new Found(summary, review, section);
  }

  /** What the index stores of a paper. */
  record Found(PaperSummary summary, Bilingual review, SectionHeading section) {}
}
