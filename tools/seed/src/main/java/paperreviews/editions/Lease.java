package paperreviews.editions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What keeps others from taking a publisher for dead. While it is at work it renews the lease long
 * before the end. One that was delayed, for example because its machine slept, renews it before it
 * writes again, and then learns whether others are deleting what it wrote.
 */
final class Lease {
  /** How long a publisher is taken to be at work unless it says so again. */
  static final Duration LENGTH = Duration.ofMinutes(5);

  private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(4);

  private final EditionRegister register;
  private final EditionRecord record;
  private final InstantSource clock;
  private Instant until;

  Lease(EditionRegister register, EditionRecord record, InstantSource clock) {
    this.register = register;
    this.record = record;
    this.clock = clock;
    this.until = record.leaseUntil();
  }

  /**
   * To be called before each write.
   *
   * @throws LeaseLostException if others took the publisher for dead
   */
  synchronized void keep() {
    var now = clock.instant();
    if (now.plus(RENEWED_BEFORE_END).isAfter(until)) {
      var renewed = now.plus(LENGTH);
      if (!register.renew(record, renewed)) {
        throw new LeaseLostException(record.id());
      }
      until = renewed;
    }
  }
}
