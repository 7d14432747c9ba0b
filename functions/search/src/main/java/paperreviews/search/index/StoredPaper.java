package paperreviews.search.index;

import java.util.List;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Bilingual;
import paperreviews.model.Json;
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
    var links = paper.links().stream().map(Link::title).toList();
    return new BytesRef(
        Json.MAPPER.writeValueAsBytes(new StoredPaper(paper.summary(), paper.review(), links)));
  }

  /** Reads a paper. */
  public static StoredPaper read(BytesRef stored) {
    return Json.MAPPER.readValue(stored.bytes, stored.offset, stored.length, StoredPaper.class);
  }
}
