package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Bilingual;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.PaperSummary;

/**
 * What the index stores of a paper to show it.
 *
 * @param summary the paper as lists show it
 * @param review the review
 * @param links the titles of its links
 */
public record StoredPaper(PaperSummary summary, Bilingual review, List<String> links) {

  static BytesRef write(Paper paper) {
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
    return new BytesRef(out.toArrayCopy());
  }

  /** The id alone. */
  public static String id(BytesRef stored) throws IOException {
    return input(stored).readString();
  }

  /** The title alone. */
  public static String title(BytesRef stored) throws IOException {
    var in = input(stored);
    in.readString();
    return in.readString();
  }

  /**
   * Reads a paper.
   *
   * @param sectionId the section of its document
   */
  public static StoredPaper read(BytesRef stored, String sectionId) throws IOException {
    var in = input(stored);
    var id = in.readString();
    var title = in.readString();
    var url = in.readString();
    int number = in.readVInt();
    var keywords = new Keywords(texts(in), texts(in));
    var review = new Bilingual(in.readString(), in.readString());
    var summary = new PaperSummary(id, title, url, sectionId, number, keywords);
    return new StoredPaper(summary, review, texts(in));
  }

  private static ByteArrayDataInput input(BytesRef stored) {
    return new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
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
}
