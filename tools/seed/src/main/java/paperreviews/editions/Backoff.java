package paperreviews.editions;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between attempts: up to twice as long each time, and of that a random part, so that
 * requests that failed together are not repeated together.
 *
 * @see <a
 *     href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">Timeouts,
 *     retries and backoff with jitter</a>
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration MAX = Duration.ofSeconds(10);

  private Backoff() {}

  /** Waits after so many failures, counted from one. */
  static void pause(int failures) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest(failures).toMillis() + 1));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }

  /** The longest that it may wait after so many failures. */
  static Duration longest(int failures) {
    var wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
    return wait.compareTo(MAX) > 0 ? MAX : wait;
  }
}
