package paperreviews.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import paperreviews.model.Json;
import tools.jackson.core.JacksonException;

/**
 * Shows people what happens: one short line for each request, and a failure with its first cause. A
 * function's own log lines are not shown, but for what else it prints.
 */
final class Console implements FunctionLog, RequestLog {
  private static final Set<String> SILENT_LEVELS = Set.of("TRACE", "DEBUG", "INFO");
  private static final int MAX_TARGET = 200;
  private static final int NOT_MODIFIED = 304;

  /** How long to wait for the log line of a request that failed. */
  private static final Duration MAX_LAG = Duration.ofSeconds(1);

  private final PrintStream out;
  private final Map<String, String> causes = new HashMap<>();
  private final AtomicReference<String> unchanged = new AtomicReference<>("");

  Console(PrintStream out) {
    this.out = out;
  }

  @Override
  public void handled(Request request) {
    if (request.status() == NOT_MODIFIED
        && unchanged.getAndSet(request.target()).equals(request.target())) {
      // The page asks again and again whether there is a new edition.
      return;
    }
    if (request.status() < 500) {
      print(describe(request));
    } else {
      // Its cause may still be on its way here.
      Thread.startVirtualThread(() -> printFailure(request));
    }
  }

  private void printFailure(Request request) {
    var cause = request.error().or(() -> awaitCause(request.id()));
    print("FAILED  " + describe(request) + cause.map(Console::indented).orElse(""));
  }

  @Override
  public void line(String functionName, String line) {
    var fields = fields(line);
    if (!fields.containsKey("level")) {
      if (!line.isBlank() && !RootCause.isStackFrame(line)) {
        print("[%s] %s".formatted(functionName, line));
      }
    } else if (!SILENT_LEVELS.contains(text(fields, "level"))) {
      var cause = cause(fields);
      if (text(fields, "message").equals("request")) {
        addCause(text(fields, "requestId"), cause);
      } else {
        print("FAILED  %s, %s%s".formatted(functionName, text(fields, "message"), indented(cause)));
      }
    }
  }

  void print(String text) {
    synchronized (out) {
      out.println(withoutControlCharacters(text));
    }
  }

  private static String describe(Request request) {
    var parts = request.target().split("\\?", 2);
    var target =
        PercentDecoding.decode(parts[0])
            + (parts.length > 1 ? "?" + PercentDecoding.decodeQuery(parts[1]) : "");
    var shortened =
        target.length() > MAX_TARGET ? target.substring(0, MAX_TARGET - 1) + "…" : target;
    return "%s %s %d %d ms"
        .formatted(request.method(), shortened, request.status(), request.milliseconds());
  }

  private static String indented(String cause) {
    return ("\n" + cause).replace("\n", "\n        ");
  }

  private static String cause(Map<String, Object> fields) {
    var stackTrace = text(fields, "stackTrace");
    return stackTrace.isEmpty() ? text(fields, "error") : RootCause.ofStackTrace(stackTrace);
  }

  private synchronized void addCause(String requestId, String cause) {
    causes.put(requestId, cause);
    notifyAll();
  }

  private synchronized Optional<String> awaitCause(String requestId) {
    long end = System.nanoTime() + MAX_LAG.toNanos();
    try {
      for (long left = MAX_LAG.toNanos(); left > 0 && !causes.containsKey(requestId); ) {
        wait(left / 1_000_000 + 1);
        left = end - System.nanoTime();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(causes.remove(requestId));
  }

  private static Map<String, Object> fields(String line) {
    try {
      return line.startsWith("{") ? Json.map(line) : Map.of();
    } catch (JacksonException _) {
      return Map.of();
    }
  }

  private static String text(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  /** Replaces characters that would move a terminal's cursor or colour it, but not line ends. */
  private static String withoutControlCharacters(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]", "�");
  }
}
