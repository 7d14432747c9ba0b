package paperreviews.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sums up an error: what was thrown, what caused it first, and where in the code that was. */
final class RootCause {
  private static final String CAUSED_BY = "Caused by: ";

  private RootCause() {}

  /** Sums up a stack trace as {@link Throwable#printStackTrace()} writes it. */
  static String ofStackTrace(String stackTrace) {
    var lines = stackTrace.lines().toList();
    if (lines.isEmpty()) {
      return "";
    }
    int root = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(CAUSED_BY)) {
        root = i;
      }
    }
    var frames =
        lines.stream().skip(root + 1L).map(String::strip).filter(line -> line.startsWith("at "));
    var place = place(frames.map(line -> line.substring(3)));
    return (root == 0 ? "" : lines.getFirst() + "\n") + lines.get(root) + place;
  }

  /** Sums up an error as the runtime interface client reports it. */
  static String ofError(Map<?, ?> error) {
    var causes = new ArrayList<Map<?, ?>>(List.of(error));
    while (causes.getLast().get("cause") instanceof Map<?, ?> cause) {
      causes.add(cause);
    }
    var root = causes.getLast();
    var place =
        root.get("stackTrace") instanceof List<?> frames
            ? place(frames.stream().map(Object::toString))
            : "";
    return (causes.size() == 1 ? "" : message(error) + "\n" + CAUSED_BY) + message(root) + place;
  }

  static boolean isStackFrame(String line) {
    return line.matches("\\s+(at .*|\\.\\.\\. \\d+ more)");
  }

  private static String message(Map<?, ?> error) {
    return error.get("errorType") + ": " + error.get("errorMessage");
  }

  /** Returns the first place outside the JDK. */
  private static String place(Stream<String> frames) {
    return frames
        .filter(frame -> !frame.startsWith("java.") && !frame.startsWith("jdk."))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }
}
