package paperreviews.api;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paperreviews.model.Json;

/**
 * The log line of one request: collected while it is handled, written as one line of JSON.
 *
 * <p>Some of its fields are metrics, which the member {@code _aws} declares to CloudWatch (<a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>). Lambda's JSON log format leaves a line that is JSON as it is.
 */
public final class RequestLog {
  static final ScopedValue<RequestLog> CURRENT = ScopedValue.newInstance();

  private String metricsNamespace;
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Map<String, String>> metrics = new ArrayList<>();
  private final List<Map<String, String>> metricsByFunction = new ArrayList<>();
  private boolean failed;

  /**
   * Starts a line.
   *
   * @param function the function's name, a dimension of some metrics
   * @param metricsNamespace where its metrics go; empty for no metrics
   */
  RequestLog(String message, String function, String metricsNamespace) {
    this.metricsNamespace = metricsNamespace;
    fields.put("message", message);
    fields.put("function", function);
  }

  /** Returns the log line of the request that this thread handles. */
  public static RequestLog current() {
    return CURRENT.get();
  }

  /** Marks the line as one of no client: under another message, and without metrics. */
  void keptWarm() {
    fields.put("message", "kept warm");
    metricsNamespace = "";
  }

  void put(String name, Object value) {
    fields.put(name, value);
  }

  /**
   * Puts a number that is a metric over all functions; each such name costs what a metric costs.
   */
  public void metric(String name, Number value, String unit) {
    fields.put(name, value);
    metrics.add(Map.of("Name", name, "Unit", unit));
  }

  /** Puts a number that is a metric for each function: as many metrics as there are functions. */
  void metricByFunction(String name, Number value, String unit) {
    fields.put(name, value);
    metricsByFunction.add(Map.of("Name", name, "Unit", unit));
  }

  /** Logs the hit count of a search, and its text only if nothing was found. */
  void search(Answer.Search search) {
    metric("hits", search.hits(), "Count");
    metric("zeroHits", search.hits() == 0 ? 1 : 0, "Count");
    if (search.hits() == 0) {
      put("query", search.query());
    }
  }

  /** Notes a failure that an operator should see, with all that is known of it. */
  void failure(Throwable cause) {
    failed = true;
    var trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    fields.put("error", cause.toString());
    fields.put("stackTrace", trace.toString());
  }

  boolean hasFailed() {
    return failed;
  }

  /** Writes the line to standard output. */
  void write() {
    var now = Instant.now();
    var line = new LinkedHashMap<String, Object>();
    line.put("timestamp", now.toString());
    line.put("level", failed ? "ERROR" : "INFO");
    line.putAll(fields);
    if (!metricsNamespace.isEmpty()) {
      line.put("_aws", metadata(now));
    }
    System.out.println(onOneLine(Json.MAPPER.writeValueAsString(line)));
  }

  private Map<String, Object> metadata(Instant now) {
    var directives = new ArrayList<Map<String, Object>>();
    if (!metricsByFunction.isEmpty()) {
      directives.add(directive(List.of("function"), metricsByFunction));
    }
    if (!metrics.isEmpty()) {
      directives.add(directive(List.of(), metrics));
    }
    return Map.of("Timestamp", now.toEpochMilli(), "CloudWatchMetrics", directives);
  }

  private Map<String, Object> directive(
      List<String> dimensions, List<Map<String, String>> definitions) {
    return Map.of(
        "Namespace", metricsNamespace, "Dimensions", List.of(dimensions), "Metrics", definitions);
  }

  /**
   * Escapes what JSON allows in a text, but a viewer of logs may take for the end of a line or for
   * a command: U+0085, U+2028, the controls from U+007F to U+009F, marks that turn the direction.
   */
  private static String onOneLine(String json) {
    var escaped = new StringBuilder(json.length());
    for (int at = 0; at < json.length(); at++) {
      char character = json.charAt(at);
      switch (Character.getType(character)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            escaped.append("\\u%04x".formatted((int) character));
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }
}
