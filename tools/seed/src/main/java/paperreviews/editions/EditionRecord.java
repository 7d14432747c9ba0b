package paperreviews.editions;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import paperreviews.model.Edition;
import paperreviews.store.Editions;
import paperreviews.store.Item;
import paperreviews.store.Key;

/**
 * What the table says of an edition beside its content.
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
    Edition edition,
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

    /** As the table has it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  String id() {
    return edition.id();
  }

  String printing() {
    return edition.printing();
  }

  /** Whether a seeder may still be at work on it. */
  boolean isLeased(Instant now) {
    return now.isBefore(leaseUntil);
  }

  /**
   * When it was last of use: since then it is not current, or it never was since it was written.
   */
  Instant lastOfUse() {
    return retiredAt.orElse(edition.publishedAt());
  }

  Item item() {
    var item =
        Editions.item(Key.edition(printing()), edition)
            .with("state", state.word())
            .with("format", format)
            .with("chunkCount", chunkCount)
            .with("leaseUntil", leaseUntil.toString());
    retiredAt.ifPresent(at -> item.with("retiredAt", at.toString()));
    replaced.ifPresent(id -> item.with("replaced", id));
    return item;
  }

  static EditionRecord of(Item item) {
    return new EditionRecord(
        Editions.edition(item),
        State.of(item.text("state")),
        item.text("format"),
        item.number("chunkCount"),
        Instant.parse(item.text("leaseUntil")),
        item.optionalText("retiredAt").map(Instant::parse),
        item.optionalText("replaced"));
  }
}
