package paperreviews.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;

/**
 * The values of a multi-valued field by document, as ordinals in the field's sorted values. Those
 * of few documents come last: the most frequent values of many documents are counted without them.
 *
 * @param first where each document's ordinals begin, and at last where all of them end
 * @param firstRare where each document's rare ordinals begin
 * @param ordinals the ordinals of one document after another
 */
public record ValueColumn(int[] first, int[] firstRare, int[] ordinals) {
  /** In how many documents a rare value is at most. */
  public static final int MAX_RARE = 32;

  static ValueColumn read(LeafReader segment, String field) throws IOException {
    int documents = segment.maxDoc();
    var first = new int[documents + 1];
    var ordinals = new int[documents];
    int count = 0;
    var values = DocValues.getSortedSet(segment, field);
    var frequency = new int[Math.toIntExact(values.getValueCount())];
    for (int document = 0; document < documents; document++) {
      first[document] = count;
      int here = values.advanceExact(document) ? values.docValueCount() : 0;
      if (count + here > ordinals.length) {
        ordinals = Arrays.copyOf(ordinals, 2 * (count + here));
      }
      for (int n = 0; n < here; n++) {
        ordinals[count] = (int) values.nextOrd();
        frequency[ordinals[count++]]++;
      }
    }
    first[documents] = count;
    return new ValueColumn(
        first, rareLast(first, ordinals, frequency), Arrays.copyOf(ordinals, count));
  }

  /** Puts each document's rare ordinals behind its others, and returns where they begin. */
  private static int[] rareLast(int[] first, int[] ordinals, int[] frequency) {
    var firstRare = new int[first.length - 1];
    for (int document = 0; document < firstRare.length; document++) {
      int frequentEnd = first[document];
      for (int at = first[document]; at < first[document + 1]; at++) {
        int ordinal = ordinals[at];
        if (frequency[ordinal] > MAX_RARE) {
          ordinals[at] = ordinals[frequentEnd];
          ordinals[frequentEnd++] = ordinal;
        }
      }
      firstRare[document] = frequentEnd;
    }
    return firstRare;
  }

  /** Returns the ordinals of a document. */
  public IntStream of(int document) {
    return IntStream.range(first[document], first[document + 1]).map(n -> ordinals[n]);
  }

  /** Counts the values of a document. */
  public void count(int document, int[] counts) {
    countFrequent(document, counts);
    countRare(document, counts);
  }

  /** Counts the values of a document that are not rare. */
  public void countFrequent(int document, int[] counts) {
    count(first[document], firstRare[document], counts);
  }

  /** Counts the rare values of a document. */
  public void countRare(int document, int[] counts) {
    count(firstRare[document], first[document + 1], counts);
  }

  private void count(int from, int to, int[] counts) {
    for (int n = from; n < to; n++) {
      counts[ordinals[n]]++;
    }
  }
}
