package paperreviews.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is logged about one request: gathered while it is handled, written as one JSON line. */
final class RequestLog {
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private String level = "INFO";

  RequestLog(String message) {
    fields.put("message", message);
  }

  void put(String name, Object value) {
    fields.put(name, value);
  }

  /** Notes a failure that an operator should see, with all that is known of it. */
  void failure(Throwable cause) {
    level = "ERROR";
    var trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    fields.put("error", cause.toString());
    fields.put("stackTrace", trace.toString());
  }

  /** Writes the line to standard output, which Lambda passes on to CloudWatch as it is. */
  void write() {
    var line = new LinkedHashMap<String, Object>();
    line.put("timestamp", Instant.now().toString());
    line.put("level", level);
    line.putAll(fields);
    try {
      System.out.println(JSON.std.asString(line));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
