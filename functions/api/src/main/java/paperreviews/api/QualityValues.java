package paperreviews.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A header that lists what a client accepts, each with a weight (RFC 9110, section 12.4.2), such as
 * {@code gzip;q=0.5, *;q=0}. What is not well-formed is passed over.
 *
 * @param weights from 0, not acceptable, to 1, by names in lower case, in the header's order
 */
record QualityValues(Map<String, Double> weights) {
  private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

  static QualityValues read(String header) {
    var weights = new LinkedHashMap<String, Double>();
    for (var element : header.toLowerCase(Locale.ROOT).split(",")) {
      var parts = element.split(";");
      var weight = "1";
      for (var parameter : parts) {
        var text = parameter.strip();
        weight = text.startsWith("q=") ? text.substring(2) : weight;
      }
      if (parts.length > 0 && WEIGHT.matcher(weight).matches()) {
        weights.putIfAbsent(parts[0].strip(), Double.parseDouble(weight));
      }
    }
    return new QualityValues(weights);
  }

  boolean names(String name) {
    return weights.containsKey(name);
  }

  /** The weight of the first of these names that the header has; 0 if it has none. */
  double of(String... names) {
    for (var name : names) {
      if (names(name)) {
        return weights.get(name);
      }
    }
    return 0;
  }
}
