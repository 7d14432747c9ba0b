package paperreviews.search.result;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Where sentences and clauses of a text start and end. */
record TextBorders(String text) {
  private static final String SENTENCE_ENDS = "。．！？";
  private static final String LATIN_SENTENCE_ENDS = ".!?";
  private static final String CLAUSE_ENDS = "、，；：";
  private static final String LATIN_CLAUSE_ENDS = ",;:";
  private static final String CLOSING = "」』）】〉》\"'”’)]";

  /** The start of a sentence, or else of a clause, between two places: the nearest to a third. */
  Optional<Integer> start(int from, int to, int near) {
    return nearest(from, to, near, at -> starts(at, this::endsSentence))
        .or(() -> nearest(from, to, near, at -> starts(at, this::endsClause)));
  }

  /** The end of a sentence, or else of a clause, between two places: the nearest to a third. */
  Optional<Integer> end(int from, int to, int near) {
    return nearest(from, to, near, this::endsSentence)
        .or(() -> nearest(from, to, near, this::endsClause));
  }

  private static Optional<Integer> nearest(int from, int to, int near, IntPredicate isBorder) {
    return IntStream.rangeClosed(from, to)
        .filter(isBorder)
        .boxed()
        .min((one, other) -> Integer.compare(Math.abs(one - near), Math.abs(other - near)));
  }

  private boolean starts(int at, IntPredicate endsBefore) {
    if (at == 0) {
      return true;
    }
    if (at >= text.length() || Character.isWhitespace(text.charAt(at))) {
      return false;
    }
    int end = at;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end == 0 || endsBefore.test(end);
  }

  private boolean endsSentence(int at) {
    if (at == text.length() || at > 0 && text.charAt(at) == '\n') {
      return true;
    }
    return ends(at, SENTENCE_ENDS, LATIN_SENTENCE_ENDS) && !continues(at);
  }

  private boolean endsClause(int at) {
    return at < text.length() && ends(at, CLAUSE_ENDS, LATIN_CLAUSE_ENDS);
  }

  /** Latin marks count only before a space: there are others in numbers and addresses. */
  private boolean ends(int at, String marks, String latinMarks) {
    int mark = at - 1;
    while (mark >= 0 && CLOSING.indexOf(text.charAt(mark)) >= 0) {
      mark--;
    }
    if (mark < 0 || isMark(text.charAt(at))) {
      return false;
    }
    return marks.indexOf(text.charAt(mark)) >= 0
        || latinMarks.indexOf(text.charAt(mark)) >= 0 && Character.isWhitespace(text.charAt(at));
  }

  private static boolean isMark(char c) {
    return (SENTENCE_ENDS + CLAUSE_ENDS + CLOSING).indexOf(c) >= 0;
  }

  /** Whether a dot is one of an abbreviation, as in "Fig. 3" and "e.g. this". */
  private boolean continues(int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next > at
        && next < text.length()
        && (Character.isLowerCase(text.charAt(next)) || Character.isDigit(text.charAt(next)));
  }
}
