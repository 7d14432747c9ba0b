package paperreviews.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is told of many measurements of one thing.
 *
 * @param least the least
 * @param median the value that half of them do not exceed
 * @param slow the value that 99 of 100 do not exceed
 * @param most the greatest
 */
record Distribution(double least, double median, double slow, double most) {

  /**
   * Sums measurements up, in any order.
   *
   * @throws IllegalArgumentException if there are none
   */
  static Distribution of(double[] measurements) {
    if (measurements.length == 0) {
      throw new IllegalArgumentException("There is nothing to sum up.");
    }
    var sorted = measurements.clone();
    Arrays.sort(sorted);
    return new Distribution(
        sorted[0],
        Evaluation.percentile(sorted, 50),
        Evaluation.percentile(sorted, 99),
        sorted[sorted.length - 1]);
  }

  Map<String, Object> json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("least", rounded(least));
    fields.put("median", rounded(median));
    fields.put("p99", rounded(slow));
    fields.put("most", rounded(most));
    return fields;
  }

  /** Three digits behind the point: more would be noise. */
  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
