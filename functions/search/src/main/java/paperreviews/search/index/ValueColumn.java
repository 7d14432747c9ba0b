package paperreviews.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;

/**
 * The values of a multi-valued field by document, as ordinals in the field's sorted values.
 *
 * @param first where each document's ordinals begin, and at last where all of them end
 * @param ordinals the ordinals of one document after another
 */
public record ValueColumn(int[] first, int[] ordinals) {

  static ValueColumn read(LeafReader segment, String field) throws IOException {
    int documents = segment.maxDoc();
    var first = new int[documents + 1];
    var ordinals = new int[documents];
    int count = 0;
    var values = DocValues.getSortedSet(segment, field);
    for (int document = 0; document < documents; document++) {
      first[document] = count;
      int here = values.advanceExact(document) ? values.docValueCount() : 0;
      if (count + here > ordinals.length) {
        ordinals = Arrays.copyOf(ordinals, 2 * (count + here));
      }
      for (int n = 0; n < here; n++) {
        ordinals[count++] = (int) values.nextOrd();
      }
    }
    first[documents] = count;
    return new ValueColumn(first, Arrays.copyOf(ordinals, count));
  }

  /** Returns the ordinals of a document. */
  public IntStream of(int document) {
    return IntStream.range(first[document], first[document + 1]).map(n -> ordinals[n]);
  }

  /** Counts the values of a document. */
  public void count(int document, int[] counts) {
    for (int n = first[document]; n < first[document + 1]; n++) {
      counts[ordinals[n]]++;
    }
  }
}
