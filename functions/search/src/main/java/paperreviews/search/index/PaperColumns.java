package paperreviews.search.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The section and the keywords of each paper, by which matches are filtered and counted. They are
 * read once, since Lucene puts them together from bytes at every look, which for a search that
 * finds most papers took more than half of its time.
 *
 * @param section the number of each document's section in the outline
 * @param firstKeyword where each document's keywords begin, and at last where all of them end
 * @param keywords the ordinals of the keywords of one document after another
 */
public record PaperColumns(int[] section, int[] firstKeyword, int[] keywords) {

  /** Reads the columns of an index. */
  public static PaperColumns read(LeafReader segment) throws IOException {
    int documents = segment.maxDoc();
    var section = new int[documents];
    var sections = DocValues.getNumeric(segment, PaperDocument.SECTION);
    while (sections.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      section[sections.docID()] = (int) sections.longValue();
    }
    var first = new int[documents + 1];
    var keywords = new int[documents];
    int count = 0;
    var values = DocValues.getSortedSet(segment, PaperDocument.KEYWORD);
    for (int document = 0; document < documents; document++) {
      first[document] = count;
      int here = values.advanceExact(document) ? values.docValueCount() : 0;
      if (count + here > keywords.length) {
        keywords = Arrays.copyOf(keywords, 2 * (count + here));
      }
      for (int n = 0; n < here; n++) {
        keywords[count++] = (int) values.nextOrd();
      }
    }
    first[documents] = count;
    return new PaperColumns(section, first, Arrays.copyOf(keywords, count));
  }
}
