package paperreviews.search.query;

/**
 * How many letters must be added, taken away or replaced, or neighbours exchanged, to make other
 * words of one word. All rows of a column of the usual table are bits of one number (Hyyrö 2003, "A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances"): a typo is looked for
 * in thousands of words, and to make Lucene's automaton takes longer than to look through them all.
 */
final class EditDistance {
  /** How many UTF-16 units a word may have. */
  static final int MAX_LENGTH = Long.SIZE;

  private final int length;

  /** The places of each character in the word, as bits. */
  private final long[] places;

  EditDistance(String word) {
    length = word.length();
    int most = 0;
    for (int at = 0; at < length; at++) {
      most = Math.max(most, word.charAt(at));
    }
    places = new long[most + 1];
    for (int at = 0; at < length; at++) {
      places[word.charAt(at)] |= 1L << at;
    }
  }

  int to(String other) {
    int distance = length;
    long last = 1L << (length - 1);
    long up = -1;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    for (int at = 0; at < other.length(); at++) {
      char character = other.charAt(at);
      long here = character < places.length ? places[character] : 0;
      long exchanged = ((~diagonal & here) << 1) & before;
      diagonal = (((here & up) + up) ^ up) | here | down | exchanged;
      long right = down | ~(diagonal | up);
      long left = diagonal & up;
      distance += (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
      right = right << 1 | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = right & diagonal;
      before = here;
    }
    return distance;
  }
}
