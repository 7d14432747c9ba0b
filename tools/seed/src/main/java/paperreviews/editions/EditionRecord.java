package paperreviews.editions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import paperreviews.model.Edition;
import paperreviews.store.Item;
import paperreviews.store.Key;

/**
 * The record of an edition in the table: its state, beside its content.
 *
 * @param edition the edition
 * @param state how far it is
 * @param format the form of its search index
 * @param chunkCount how many chunks its search index has
 * @param leaseUntil until when its seeder is at work unless it says so again
 * @param retiredAt when it stopped being current; nothing while it is, and if it never was
 * @param replaced the id of the edition that was current before it was published
 */
record EditionRecord(
    @JsonUnwrapped Edition edition,
    State state,
    String format,
    int chunkCount,
    Instant leaseUntil,
    Optional<Instant> retiredAt,
    Optional<String> replaced) {

  /** How far an edition is; see {@link EditionRegister}. */
  enum State {
    WRITING,
    WHOLE,
    CURRENT,
    DELETING;

    /** Returns the word for the state in the table. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String id() {
    return edition.id();
  }

  String buildId() {
    return edition.buildId();
  }

  /** Whether a seeder may still be at work on it. */
  boolean isLeased(Instant now) {
    return now.isBefore(leaseUntil);
  }

  /** When it stopped being current, or when it was written. */
  Instant lastUsedAt() {
    return retiredAt.orElse(edition.publishedAt());
  }

  Item item() {
    return Item.of(Key.edition(buildId()), this);
  }
}
