package paperreviews.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Bilingual;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.PaperId;
import paperreviews.model.PaperSummary;

/** A paper as the index holds it: what is searched, and what a hit shows without another read. */
final class PaperDocument {
  /** The id in lower case. */
  static final String ID = "id";

  /** The number of the section in the outline, to filter by and to count by. */
  static final String SECTION = "section";

  /** The keywords, to filter by and to count by. */
  static final String KEYWORD = "keyword";

  /** What is shown: not compressed, since a table pays for bytes only once, as a whole. */
  static final String SHOWN = "shown";

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

    document.add(new BinaryDocValuesField(SHOWN, new BytesRef(shown(paper))));
    return document;
  }

  private static void search(Document document, SearchField field, String text) {
    for (var chain : Chain.values()) {
      for (int times = 0; times < field.weight(); times++) {
        document.add(new Field(chain.field(), text, SEARCHED));
      }
    }
  }

  /** Ids differ in more than case; people paste them in any. */
  static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static byte[] shown(Paper paper) {
    var out = new ByteBuffersDataOutput();
    var summary = paper.summary();
    try {
      out.writeString(summary.id());
      out.writeString(summary.title());
      out.writeString(summary.url());
      out.writeVInt(summary.number());
      write(summary.keywords().ja(), out);
      write(summary.keywords().en(), out);
      out.writeString(paper.review().ja());
      out.writeString(paper.review().en());
      write(paper.links().stream().map(Link::title).toList(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toArrayCopy();
  }

  /** The id alone. */
  static String id(BytesRef shown) throws IOException {
    return new ByteArrayDataInput(shown.bytes, shown.offset, shown.length).readString();
  }

  /** The title alone. */
  static String title(BytesRef shown) throws IOException {
    var in = new ByteArrayDataInput(shown.bytes, shown.offset, shown.length);
    in.readString();
    return in.readString();
  }

  /**
   * What a document shows of its paper.
   *
   * @param sectionId the section that the document belongs to
   */
  static Shown shown(BytesRef bytes, String sectionId) throws IOException {
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    var id = in.readString();
    var title = in.readString();
    var url = in.readString();
    int number = in.readVInt();
    var keywords = new Keywords(texts(in), texts(in));
    var review = new Bilingual(in.readString(), in.readString());
    var summary = new PaperSummary(id, title, url, sectionId, number, keywords);
    return new Shown(summary, review, texts(in));
  }

  private static void write(List<String> texts, DataOutput out) throws IOException {
    out.writeVInt(texts.size());
    for (var text : texts) {
      out.writeString(text);
    }
  }

  private static List<String> texts(DataInput in) throws IOException {
    var texts = new ArrayList<String>();
    for (int left = in.readVInt(); left > 0; left--) {
      texts.add(in.readString());
    }
    return texts;
  }

  /**
   * What the index keeps of a paper to show it.
   *
   * @param summary the paper as lists show it
   * @param review the review
   * @param links the titles of its links
   */
  record Shown(PaperSummary summary, Bilingual review, List<String> links) {}
}
