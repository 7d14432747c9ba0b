package paperreviews.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import paperreviews.model.Edition;

/**
 * The current edition: what the pointer named when it was last looked at, and looked at again when
 * that was too long ago.
 */
public final class CurrentEdition {
  private final Table table;
  private final long maxAgeNanos;
  private final LongSupplier nanoTime;

  private Optional<Edition> seen = Optional.empty();
  private long seenAt;

  /** Looks at the pointer again when it was last seen longer ago than this. */
  public CurrentEdition(Table table, Duration maxAge) {
    this(table, maxAge, System::nanoTime);
  }

  CurrentEdition(Table table, Duration maxAge, LongSupplier nanoTime) {
    this.table = table;
    this.maxAgeNanos = maxAge.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * How long a look at the pointer is trusted: {@code EDITION_MAX_AGE_SECONDS} of the environment,
   * five seconds where it is not set.
   *
   * @throws IllegalStateException if it is not a whole number of seconds from 0 on
   */
  public static Duration maxAgeFromEnvironment() {
    var seconds = System.getenv("EDITION_MAX_AGE_SECONDS");
    if (seconds == null || seconds.isEmpty()) {
      return Duration.ofSeconds(5);
    }
    if (!seconds.matches("\\d{1,6}")) {
      throw new IllegalStateException(
          "EDITION_MAX_AGE_SECONDS is \"%s\"; give a whole number of seconds, such as 5."
              .formatted(seconds));
    }
    return Duration.ofSeconds(Integer.parseInt(seconds));
  }

  /** The current edition, or nothing while none has been published. */
  public synchronized Optional<Edition> get() {
    // An absent edition is never trusted: a first publication shows at once.
    if (seen.isEmpty() || nanoTime.getAsLong() - seenAt > maxAgeNanos) {
      var now = nanoTime.getAsLong();
      seen = table.itemAsSeen(Key.current()).map(Editions::edition);
      seenAt = now;
    }
    return seen;
  }

  /**
   * The current edition as the table has it now, whatever was seen before: for whoever did not find
   * in an edition what should be there.
   */
  public synchronized Optional<Edition> lookAgain() {
    var now = nanoTime.getAsLong();
    seen = table.itemAsIs(Key.current()).map(Editions::edition);
    seenAt = now;
    return seen;
  }

  /** Forgets what was seen, for example because a snapshot of this process was restored. */
  public synchronized void forget() {
    seen = Optional.empty();
  }
}
