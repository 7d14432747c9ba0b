package paperreviews.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The values of a multi-valued field by document, as ordinals in the field's sorted values. Those
 * of few documents come last: the most frequent values of many documents are counted without them.
 *
 * @param first where each document's ordinals begin, and at last where all of them end
 * @param firstRare where each document's rare ordinals begin
 * @param ordinals the ordinals of one document after another
 * @param count how many values there are
 * @param frequent the ordinals that are not rare, in order
 * @param frequentValues their values: Lucene decompresses many to look up one
 */
public record ValueColumn(
    int[] first,
    int[] firstRare,
    int[] ordinals,
    int count,
    int[] frequent,
    BytesRef[] frequentValues) {
  /** In how many documents a rare value is at most. */
  private static final int MAX_RARE = 32;

  static ValueColumn read(LeafReader segment, String field) throws IOException {
    int documents = segment.maxDoc();
    var first = new int[documents + 1];
    var ordinals = new int[documents];
    int count = 0;
    var values = DocValues.getSortedSet(segment, field);
    var papersWith = new int[Math.toIntExact(values.getValueCount())];
    for (int document = 0; document < documents; document++) {
      first[document] = count;
      int here = values.advanceExact(document) ? values.docValueCount() : 0;
      if (count + here > ordinals.length) {
        ordinals = Arrays.copyOf(ordinals, 2 * (count + here));
      }
      for (int n = 0; n < here; n++) {
        ordinals[count] = (int) values.nextOrd();
        papersWith[ordinals[count++]]++;
      }
    }
    first[documents] = count;
    var frequent =
        IntStream.range(0, papersWith.length).filter(n -> papersWith[n] > MAX_RARE).toArray();
    var frequentValues = new BytesRef[frequent.length];
    for (int n = 0; n < frequent.length; n++) {
      frequentValues[n] = BytesRef.deepCopyOf(values.lookupOrd(frequent[n]));
    }
    return new ValueColumn(
        first,
        rareLast(first, ordinals, papersWith),
        Arrays.copyOf(ordinals, count),
        papersWith.length,
        frequent,
        frequentValues);
  }

  /** Puts each document's rare ordinals behind its others, and returns where they begin. */
  private static int[] rareLast(int[] first, int[] ordinals, int[] papersWith) {
    var firstRare = new int[first.length - 1];
    for (int document = 0; document < firstRare.length; document++) {
      int frequentEnd = first[document];
      for (int at = first[document]; at < first[document + 1]; at++) {
        int ordinal = ordinals[at];
        if (papersWith[ordinal] > MAX_RARE) {
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
    return Arrays.stream(ordinals, first[document], first[document + 1]);
  }

  /** Returns the value of an ordinal. */
  public BytesRef value(int ordinal, SortedSetDocValues values) throws IOException {
    int place = Arrays.binarySearch(frequent, ordinal);
    return place >= 0 ? frequentValues[place] : values.lookupOrd(ordinal);
  }

  /** Whether so high a count is that of a frequent value. */
  public static boolean isFrequent(int papers) {
    return papers > MAX_RARE;
  }

  /** Passes each ordinal of a document that is not rare to an action. */
  public void forEachFrequent(int document, IntConsumer action) {
    for (int n = first[document]; n < firstRare[document]; n++) {
      action.accept(ordinals[n]);
    }
  }

  /** Passes each rare ordinal of a document to an action. */
  public void forEachRare(int document, IntConsumer action) {
    for (int n = firstRare[document]; n < first[document + 1]; n++) {
      action.accept(ordinals[n]);
    }
  }
}
