package paperreviews.benchmark;

import java.util.Arrays;

/**
 * Many measurements of one thing.
 *
 * @param p99 the value that 99 of 100 do not exceed
 */
record Distribution(double min, double median, double p99, double max) {

  /**
   * Summarizes measurements, in any order.
   *
   * @throws IllegalArgumentException if there are none
   */
  static Distribution of(double[] measurements) {
    if (measurements.length == 0) {
      throw new IllegalArgumentException("There are no measurements.");
    }
    var sorted = measurements.clone();
    Arrays.sort(sorted);
    return new Distribution(
        sorted[0],
        Evaluation.percentile(sorted, 50),
        Evaluation.percentile(sorted, 99),
        sorted[sorted.length - 1]);
  }

  /** Returns the median and the range, such as {@code 32.1 (30.0–41.7)}. */
  String text(String format) {
    return (format + " (" + format + "–" + format + ")").formatted(median, min, max);
  }
}
