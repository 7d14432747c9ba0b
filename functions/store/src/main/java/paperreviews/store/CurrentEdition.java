package paperreviews.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import paperreviews.model.Edition;

/** The current edition: the pointer, cached for a short time. */
public final class CurrentEdition {
  private static final Duration DEFAULT_MAX_AGE = Duration.ofSeconds(5);

  private static final Pattern ID = Pattern.compile("[\\w.-]{1,100}");

  private final Table table;
  private final long maxAgeNanos;
  private final LongSupplier nanoTime;

  private Optional<Edition> cached = Optional.empty();
  private long cachedAt;

  /** Rereads the pointer once the cached one is older than this. */
  public CurrentEdition(Table table, Duration maxAge) {
    this(table, maxAge, System::nanoTime);
  }

  CurrentEdition(Table table, Duration maxAge, LongSupplier nanoTime) {
    this.table = table;
    this.maxAgeNanos = maxAge.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * Returns the maximum age of the cached pointer: {@code EDITION_MAX_AGE_SECONDS} of the
   * environment, five seconds by default.
   *
   * @throws IllegalStateException if it is not a whole number of seconds, at least 0
   */
  public static Duration maxAgeFromEnvironment() {
    var seconds = System.getenv().getOrDefault("EDITION_MAX_AGE_SECONDS", "");
    if (seconds.isEmpty()) {
      return DEFAULT_MAX_AGE;
    }
    if (!seconds.matches("\\d{1,6}")) {
      throw new IllegalStateException(
          "EDITION_MAX_AGE_SECONDS is \"%s\"; give a whole number of seconds, such as 5."
              .formatted(seconds));
    }
    return Duration.ofSeconds(Integer.parseInt(seconds));
  }

  /** Returns the current edition, or nothing if none has been published. */
  public synchronized Optional<Edition> get() {
    // An absent edition is never cached: the first publication shows at once.
    if (cached.isEmpty() || nanoTime.getAsLong() - cachedAt > maxAgeNanos) {
      read(false);
    }
    return cached;
  }

  /**
   * Rereads the pointer consistently, bypassing the cache, because something was not found.
   *
   * @throws UnreadableEditionException if the record of the edition is missing: then what was not
   *     found may well exist
   */
  public synchronized Optional<Edition> refresh() {
    read(true);
    cached.map(edition -> Key.edition(edition.buildId())).ifPresent(this::checkRecord);
    return cached;
  }

  private void checkRecord(Key record) {
    if (table.item(record, true).isEmpty()) {
      throw new UnreadableEditionException(
          "The current edition's record, %s, is missing".formatted(record));
    }
  }

  private void read(boolean consistent) {
    long now = nanoTime.getAsLong();
    cached = table.item(Key.current(), consistent).map(CurrentEdition::edition);
    cachedAt = now;
  }

  private static Edition edition(Item pointer) {
    Edition edition;
    try {
      edition = pointer.as(Edition.class);
    } catch (RuntimeException damaged) {
      throw new UnreadableEditionException(damaged.getMessage(), damaged);
    }
    if (!isWhole(edition)) {
      throw new UnreadableEditionException("The item %s is damaged".formatted(pointer.key()));
    }
    return edition;
  }

  /** Returns whether keys and headers can be built of an edition's ids, and it is not empty. */
  private static boolean isWhole(Edition edition) {
    return ID.matcher(edition.id()).matches()
        && ID.matcher(edition.buildId()).matches()
        && edition.articleCount() > 0
        && edition.sectionCount() > 0
        && edition.paperCount() > 0;
  }

  /** Clears the cache, for example after a snapshot of this process was restored. */
  public synchronized void clear() {
    cached = Optional.empty();
  }
}
