package paperreviews.search.index;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import paperreviews.model.Paper;
import paperreviews.model.PaperId;
import paperreviews.search.analysis.Analysis;

/** A paper as a document of the index: what is searched, counted, and shown. */
public final class PaperDocument {
  /** The number of the section in the outline, to filter by and to count by. */
  public static final String SECTION = "section";

  /** The keywords, to filter by and to count by. */
  public static final String KEYWORD = "keyword";

  /** The authors, to filter by and to count by. */
  public static final String AUTHOR = "author";

  /** What is shown: not compressed, since the chunks of a packed index are, as a whole. */
  public static final String STORED = "stored";

  /** The id in lower case. */
  private static final String ID = "id";

  private static final FieldType SEARCHED = new FieldType();

  static {
    SEARCHED.setTokenized(true);
    SEARCHED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    SEARCHED.freeze();
  }

  private PaperDocument() {}

  /**
   * The document of a paper.
   *
   * @param section the number of its section in the outline
   * @param keywords all keywords of the catalogue, {@linkplain KeywordValue#of(Collection) as they
   *     are shown}
   */
  static Document of(Paper paper, int section, Map<String, KeywordValue> keywords) {
    var document = new Document();
    var summary = paper.summary();
    document.add(new StringField(ID, folded(summary.id()), Field.Store.NO));
    document.add(new NumericDocValuesField(SECTION, section));
    KeywordValue.of(summary)
        .map(keyword -> keywords.get(keyword.prefix()).bytes())
        .distinct()
        .forEach(value -> document.add(new SortedSetDocValuesField(KEYWORD, value)));

    summary.authors().stream()
        .map(author -> AuthorValue.of(author).bytes())
        .distinct()
        .forEach(value -> document.add(new SortedSetDocValuesField(AUTHOR, value)));

    search(document, SearchField.TITLE, summary.title());
    summary.keywords().ja().forEach(word -> search(document, SearchField.KEYWORDS, word));
    summary.keywords().en().forEach(word -> search(document, SearchField.KEYWORDS, word));
    search(document, SearchField.SECTION, paper.section().title().ja());
    search(document, SearchField.SECTION, paper.section().title().en());
    search(document, SearchField.TEXT, paper.review().ja());
    search(document, SearchField.TEXT, paper.review().en());
    search(document, SearchField.TEXT, summary.id());
    for (var link : paper.links()) {
      search(document, SearchField.TEXT, link.title());
      link.url()
          .flatMap(PaperId::ofAddress)
          .ifPresent(id -> search(document, SearchField.TEXT, id));
    }

    document.add(new BinaryDocValuesField(STORED, StoredPaper.write(paper)));
    return document;
  }

  private static void search(Document document, SearchField field, String text) {
    for (var analysis : Analysis.values()) {
      for (int times = 0; times < field.weight(); times++) {
        document.add(new Field(analysis.field(), text, SEARCHED));
      }
    }
  }

  /** The paper with this id, in any case. */
  public static Query withId(String id) {
    return new TermQuery(new Term(ID, folded(id)));
  }

  /** Ids differ in more than case; people paste them in any. */
  private static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
