package paperreviews.search.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import paperreviews.search.index.PaperSet;
import paperreviews.search.index.ValueColumn;

/** Counts the values of papers: the rare ones only where they can be among the most frequent. */
final class ValueCounter {
  private final PaperSet papers;
  private final ValueColumn column;
  private final boolean isFiltered;
  private final IntPredicate isNamed;
  private final int[] counts;

  /** The rare values of the papers, once they are counted. */
  private int[] rare = new int[1024];

  private int rareCount = -1;

  /**
   * Counts the values of papers.
   *
   * @param isFiltered whether a filter names values
   * @param isNamed whether it names this one
   */
  ValueCounter(PaperSet papers, ValueColumn column, boolean isFiltered, IntPredicate isNamed) {
    this.papers = papers;
    this.column = column;
    this.isFiltered = isFiltered;
    this.isNamed = isNamed;
    this.counts = new int[column.count()];
    IntConsumer count = ordinal -> counts[ordinal]++;
    papers.forEach(paper -> column.forEachFrequent(paper, count));
  }

  /** How many papers have a value. */
  int count(int ordinal) {
    return counts[ordinal];
  }

  /** The most frequent of the values in a range, and those that the filter names. */
  SortedSet<Integer> mostFrequent(int first, int end, int limit) {
    var best = new MostFrequent(counts, limit);
    for (int ordinal : column.frequent()) {
      if (first <= ordinal && ordinal < end) {
        best.add(ordinal, isNamed);
      }
    }
    if (isFiltered || !ValueColumn.isFrequent(best.least())) {
      countRare();
      for (int n = 0; n < rareCount; n++) {
        if (first <= rare[n] && rare[n] < end) {
          best.add(rare[n], isNamed);
        }
      }
    }
    return best.ordinals();
  }

  private void countRare() {
    if (rareCount >= 0) {
      return;
    }
    rareCount = 0;
    IntConsumer count = this::countRare;
    papers.forEach(paper -> column.forEachRare(paper, count));
  }

  private void countRare(int ordinal) {
    if (counts[ordinal]++ == 0) {
      if (rareCount == rare.length) {
        rare = Arrays.copyOf(rare, 2 * rareCount);
      }
      rare[rareCount++] = ordinal;
    }
  }

  /** The highest of some counts; of equal ones, the first. */
  static final class MostFrequent {
    private final int[] counts;
    private final int limit;
    private final PriorityQueue<Integer> worstFirst;

    /** In their own order, since Lucene compresses neighbours together. */
    private final SortedSet<Integer> named = new TreeSet<>();

    MostFrequent(int[] counts, int limit) {
      this.counts = counts;
      this.limit = limit;
      this.worstFirst =
          new PriorityQueue<>(
              Comparator.<Integer>comparingInt(ordinal -> counts[ordinal])
                  .thenComparing(Comparator.reverseOrder()));
    }

    /** The most frequent of all, and those that are named. */
    static SortedSet<Integer> of(int[] counts, int limit, IntPredicate isNamed) {
      var best = new MostFrequent(counts, limit);
      IntStream.range(0, counts.length).forEach(ordinal -> best.add(ordinal, isNamed));
      return best.ordinals();
    }

    void add(int ordinal, IntPredicate isNamed) {
      if (counts[ordinal] == 0) {
        return;
      }
      if (isNamed.test(ordinal)) {
        named.add(ordinal);
      }
      // Most are no better than the worst so far.
      if (counts[ordinal] >= least()) {
        worstFirst.add(ordinal);
        if (worstFirst.size() > limit) {
          worstFirst.poll();
        }
      }
    }

    /** What a count must have to be among them. */
    int least() {
      return worstFirst.size() < limit
          ? 0
          : limit == 0 ? Integer.MAX_VALUE : counts[worstFirst.peek()];
    }

    SortedSet<Integer> ordinals() {
      named.addAll(worstFirst);
      return named;
    }
  }
}
