package paperreviews.local;

import java.util.function.LongSupplier;
import paperreviews.template.Throttling;

/**
 * Takes as many requests as API Gateway would: each costs a token, of which there are at most the
 * burst, and which come back at the rate.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html">
 *     Throttle requests to your HTTP APIs</a>
 */
final class TokenBucket {
  private static final double NANOSECONDS = 1e9;

  private final Throttling throttling;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * Starts full.
   *
   * @param nanoTime a clock as {@link System#nanoTime()} is one
   */
  TokenBucket(Throttling throttling, LongSupplier nanoTime) {
    this.throttling = throttling;
    this.nanoTime = nanoTime;
    tokens = throttling.burst();
    filledAt = nanoTime.getAsLong();
  }

  /** Takes a token, if there is one. */
  synchronized boolean take() {
    long now = nanoTime.getAsLong();
    double came = (now - filledAt) / NANOSECONDS * throttling.rate();
    tokens = Math.min(throttling.burst(), tokens + came);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
