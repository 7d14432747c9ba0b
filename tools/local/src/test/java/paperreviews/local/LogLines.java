package paperreviews.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what functions print, for a test to wait for. */
final class LogLines implements FunctionLog {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void line(String functionName, String line) {
    lines.add(functionName + ": " + line);
    notifyAll();
  }

  /** Waits for a line, such as {@code Echo: hanging}. */
  synchronized String await(Predicate<String> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (var line : lines) {
        if (wanted.test(line)) {
          return line;
        }
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("no such line in " + lines);
      }
      wait(left / 1_000_000 + 1);
    }
  }
}
