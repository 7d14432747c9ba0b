package paperreviews.benchmark;

import java.util.Arrays;
import java.util.List;
import paperreviews.benchmark.TestCollection.Query;

/**
 * How well an engine finds what queries ask for.
 *
 * @param reciprocalRank the mean of one over the rank of the first relevant document, 0 to 1; what
 *     is not among the first ten counts nothing
 * @param firstIsRelevant the share of queries whose first hit is relevant
 * @param recall the share of queries with a relevant document among the first ten
 * @param gain the mean normalized discounted cumulative gain at ten (Järvelin and Kekäläinen 2002),
 *     with the graded relevance as gain
 * @param precision the mean R-precision: of as many hits as there are relevant documents, at most
 *     ten, the share that is relevant
 * @param withoutHit the share of queries that find nothing
 * @param median the median time of a query, in microseconds
 * @param slowest the time that 99 of 100 queries do not exceed, in microseconds
 */
record Evaluation(
    double reciprocalRank,
    double firstIsRelevant,
    double recall,
    double gain,
    double precision,
    double withoutHit,
    double median,
    double slowest) {
  private static final int DEPTH = 10;

  /**
   * How many queries are asked before any is timed: the optimizing compiler waits for thousands of
   * calls of a method, and until then an engine's time tells how far it has got.
   */
  private static final int WARM_UP = 20_000;

  /**
   * Asks all queries again and again, and then once more to judge and to time the answers, so that
   * no engine pays for the warming up.
   *
   * @throws IllegalArgumentException if there is no query
   */
  static Evaluation of(Engine engine, List<Query> queries) {
    if (queries.isEmpty()) {
      throw new IllegalArgumentException("There is no query to evaluate.");
    }
    for (int asked = 0; asked < WARM_UP; asked += queries.size()) {
      queries.forEach(query -> engine.search(query.text()));
    }
    double reciprocalRank = 0;
    int first = 0;
    int found = 0;
    double gain = 0;
    double precision = 0;
    int without = 0;
    var micros = new double[queries.size()];
    for (int n = 0; n < micros.length; n++) {
      var query = queries.get(n);
      long start = System.nanoTime();
      var hits = engine.search(query.text());
      micros[n] = (System.nanoTime() - start) / 1000.0;
      int rank = rank(hits, query);
      reciprocalRank += rank == 0 ? 0 : 1.0 / rank;
      first += rank == 1 ? 1 : 0;
      found += rank > 0 ? 1 : 0;
      gain += gain(hits, query);
      precision += precision(hits, query);
      without += hits.isEmpty() ? 1 : 0;
    }
    Arrays.sort(micros);
    double count = queries.size();
    return new Evaluation(
        reciprocalRank / count,
        first / count,
        found / count,
        gain / count,
        precision / count,
        without / count,
        percentile(micros, 50),
        percentile(micros, 99));
  }

  /** The least of sorted values that so many of a hundred do not exceed. */
  static double percentile(double[] sorted, int percent) {
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
  }

  /** The rank of the first relevant hit, 0 if there is none. */
  static int rank(List<String> hits, Query query) {
    for (int at = 0; at < hits.size(); at++) {
      if (query.relevance().getOrDefault(hits.get(at), 0) > 0) {
        return at + 1;
      }
    }
    return 0;
  }

  private static double gain(List<String> hits, Query query) {
    double gain = 0;
    for (int at = 0; at < hits.size(); at++) {
      gain += discounted(query.relevance().getOrDefault(hits.get(at), 0), at);
    }
    var best = query.relevance().values().stream().sorted((a, b) -> b - a).limit(DEPTH).toList();
    double ideal = 0;
    for (int at = 0; at < best.size(); at++) {
      ideal += discounted(best.get(at), at);
    }
    return ideal == 0 ? 0 : gain / ideal;
  }

  private static double discounted(int relevance, int at) {
    return relevance * Math.log(2) / Math.log(at + 2);
  }

  private static double precision(List<String> hits, Query query) {
    long relevant = query.relevance().values().stream().filter(grade -> grade > 0).count();
    long depth = Math.min(DEPTH, relevant);
    long right =
        hits.stream().limit(depth).filter(id -> query.relevance().getOrDefault(id, 0) > 0).count();
    return depth == 0 ? 0 : right / (double) depth;
  }
}
