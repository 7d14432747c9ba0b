package paperreviews.local;

import java.util.List;
import java.util.Map;

/** Tells in one line what went wrong first, and where. */
final class RootCause {
  private static final String CAUSED_BY = "Caused by: ";

  private RootCause() {}

  /** Reads a stack trace as {@link Throwable#printStackTrace()} writes it. */
  static String ofStackTrace(String stackTrace) {
    var lines = stackTrace.lines().toList();
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(CAUSED_BY)) {
        first = i;
      }
    }
    var place =
        lines.stream()
            .skip(first + 1L)
            .filter(RootCause::isStackFrame)
            .map(String::strip)
            .findFirst();
    var cause = lines.isEmpty() ? "" : lines.get(first).replaceFirst("^" + CAUSED_BY, "");
    return cause + place.map(frame -> " " + frame).orElse("");
  }

  /** Reads an error as the runtime interface client reports it. */
  static String ofError(Map<?, ?> error) {
    if (error.get("cause") instanceof Map<?, ?> cause) {
      return ofError(cause);
    }
    var place =
        error.get("stackTrace") instanceof List<?> frames && !frames.isEmpty()
            ? " at " + frames.getFirst()
            : "";
    return error.get("errorType") + ": " + error.get("errorMessage") + place;
  }

  static boolean isStackFrame(String line) {
    return line.matches("\\s+(at .*|\\.\\.\\. \\d+ more)");
  }
}
