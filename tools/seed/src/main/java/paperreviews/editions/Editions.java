package paperreviews.editions;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import paperreviews.editions.EditionRecord.State;
import paperreviews.editions.EditionRegister.Contents;
import paperreviews.editions.EditionRegister.Moved;
import paperreviews.editions.Inventory.Entry;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.search.index.PackedIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The editions in a table: publishes, lists, compares, rolls back and deletes them, whatever other
 * seeders do at the same time and wherever one is killed; see {@link EditionRegister}. Every method
 * prints what it does.
 */
public final class Editions {
  private static final String ROW = "%-16s  %-23s  %8s  %8s  %8s  %s";

  private final PrintStream out;
  private final InstantSource clock;
  private final EditionRegister register;
  private final EditionItems items;

  /** Works on this table, and prints there. */
  public Editions(DynamoDbClient client, String table, PrintStream out) {
    this(client, table, out, InstantSource.system());
  }

  Editions(DynamoDbClient client, String table, PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.register = new EditionRegister(client, table);
    this.items = new EditionItems(client, table, out, clock, register);
  }

  /**
   * Publishes a catalogue, and deletes what killed seeders left. The same catalogue again changes
   * nothing.
   *
   * @return the current edition
   * @throws LostRaceException if another edition became current in the meantime
   * @throws LeaseLostException if it was delayed for too long
   * @throws software.amazon.awssdk.core.exception.SdkException if the table fails; the current
   *     edition then is the one before, or this one if only the last answer was lost
   */
  public Edition publish(Catalogue catalogue) throws LostRaceException {
    var inventory = Inventory.of(catalogue);
    var id = EditionId.of(catalogue, inventory);
    var seen = register.read();
    var before = seen.current();
    if (isCurrent(before, id)) {
      sweep();
      return before.get();
    }
    var existing = seen.whole(id);
    var record = existing.isPresent() ? existing.get() : items.write(id, catalogue, inventory);
    var moved = register.makeCurrent(record, before, true, clock.instant());
    if (moved == Moved.NOT_WHOLE && existing.isPresent()) {
      // Another seeder has begun to delete it.
      record = items.write(id, catalogue, inventory);
      moved = register.makeCurrent(record, before, true, clock.instant());
    }
    var edition =
        switch (moved) {
          case DONE -> record.edition();
          case OVERTAKEN -> sameAs(record, existing.isPresent());
          case NOT_WHOLE -> throw new LeaseLostException(id);
        };
    print(
        "Edition %s is current now%s.",
        id, before.map(old -> "; before it was " + old.id()).orElse(""));
    sweep();
    return edition;
  }

  private boolean isCurrent(Optional<Edition> current, String id) {
    boolean same = current.isPresent() && current.get().id().equals(id);
    if (same) {
      print("Nothing changed: edition %s is current already.", id);
    }
    return same;
  }

  /** Returns the current edition, if another seeder has published the same content. */
  private Edition sameAs(EditionRecord own, boolean existed) throws LostRaceException {
    var current = register.read().current().orElseThrow();
    if (!current.id().equals(own.id())) {
      throw new LostRaceException(own.id(), current.id());
    }
    if (!existed) {
      // Read again, since its lease has been renewed since then.
      register.read().find(own.buildId()).filter(register::condemn).ifPresent(items::delete);
    }
    return current;
  }

  /**
   * Makes an edition current that is in the table already: one transaction, whatever its size.
   *
   * @param wanted its id; if absent, the edition that the current one replaced
   * @return the current edition
   * @throws RollbackRefusedException if it is not there, not whole, or of another version of the
   *     code
   * @throws LostRaceException if another edition became current in the meantime
   */
  public Edition rollBack(Optional<String> wanted)
      throws RollbackRefusedException, LostRaceException {
    var seen = register.read();
    var current =
        seen.current()
            .orElseThrow(
                () -> new RollbackRefusedException("Nothing was ever published in this table."));
    var id = wanted.isPresent() ? wanted.get() : replaced(seen, current);
    if (isCurrent(seen.current(), id)) {
      return current;
    }
    var record =
        seen.whole(id)
            .orElseThrow(
                () ->
                    new RollbackRefusedException(
                        unavailable(seen, id) + " ./seed editions lists all."));
    if (!record.format().equals(PackedIndex.FORMAT)) {
      throw new RollbackRefusedException(
          "Edition %s has a search index of the form \"%s\"; this version reads \"%s\". Publish its reviews again, or go back to the version of the code that wrote it."
              .formatted(id, record.format(), PackedIndex.FORMAT));
    }
    switch (register.makeCurrent(record, seen.current(), false, clock.instant())) {
      case DONE -> {}
      case OVERTAKEN ->
          throw new LostRaceException(id, register.read().current().orElseThrow().id());
      case NOT_WHOLE ->
          throw new RollbackRefusedException(
              "Edition %s is being deleted. Publish its reviews again.".formatted(id));
    }
    print("Edition %s is current now; before it was %s.", id, current.id());
    return record.edition();
  }

  private static String replaced(Contents seen, Edition current) throws RollbackRefusedException {
    return seen.find(current.buildId())
        .flatMap(EditionRecord::replaced)
        .orElseThrow(
            () ->
                new RollbackRefusedException(
                    "Edition %s is the first; there is none before it.".formatted(current.id())));
  }

  private static String unavailable(Contents seen, String id) {
    return seen.records().stream()
        .filter(record -> record.id().equals(id))
        .findFirst()
        .map(
            record ->
                record.state() == State.DELETING
                    ? "Edition %s is being deleted.".formatted(id)
                    : "Edition %s is not whole.".formatted(id))
        .orElse("There is no edition %s.".formatted(id));
  }

  /**
   * Deletes all but the current edition and those that were last current, and what killed seeders
   * left.
   *
   * @param keep how many editions to keep, with the current one: 1 or more
   * @param grace how long an edition is kept after it was current, since readers may still use it
   */
  public void prune(int keep, Duration grace) {
    var now = clock.instant();
    var whole =
        register.read().records().stream()
            .filter(record -> record.state() == State.WHOLE)
            .sorted(Comparator.comparing(EditionRecord::lastUsedAt).reversed())
            .toList();
    int deleted = sweep();
    for (var record : whole.subList(Math.min(keep - 1, whole.size()), whole.size())) {
      var readUntil = record.lastUsedAt().plus(grace);
      if (now.isBefore(readUntil)) {
        print(
            "Edition %s is kept until %s: readers may still use it.",
            record.id(), Times.text(readUntil));
      } else if (record.retiredAt().isEmpty() && record.isLeased(now)) {
        print("Edition %s is kept: its seeder may still be at work.", record.id());
      } else if (register.condemn(record)) {
        print("Deleting edition %s.", record.id());
        items.delete(record);
        deleted++;
      }
    }
    if (deleted == 0) {
      out.println("Nothing to delete.");
    } else {
      print("Deleted: %,d.", deleted);
    }
  }

  /**
   * Deletes what no reader ever sees: what killed seeders left, and editions whose deletion was
   * begun and not ended. Returns how many there were.
   */
  private int sweep() {
    var now = clock.instant();
    int count = 0;
    for (var record : register.read().records()) {
      boolean abandoned = record.state() == State.WRITING && !record.isLeased(now);
      if (record.state() == State.DELETING || abandoned && register.condemn(record)) {
        print("Deleting what is left of edition %s.", record.id());
        items.delete(record);
        count++;
      }
    }
    return count;
  }

  /** Prints all editions, the newest first. */
  public void list() {
    var records = register.read().records();
    if (records.isEmpty()) {
      out.println("Nothing was ever published in this table.");
      return;
    }
    var now = clock.instant();
    print(ROW, "EDITION", "WRITTEN", "ARTICLES", "SECTIONS", "PAPERS", "STATE");
    for (var record : records.reversed()) {
      var edition = record.edition();
      print(
          ROW,
          edition.id(),
          Times.text(edition.publishedAt()),
          "%,d".formatted(edition.articleCount()),
          "%,d".formatted(edition.sectionCount()),
          "%,d".formatted(edition.paperCount()),
          state(record, now));
    }
  }

  private static String state(EditionRecord record, Instant now) {
    return switch (record.state()) {
      case CURRENT -> "current";
      case WHOLE ->
          record
              .retiredAt()
              .map(at -> "whole, current until " + Times.text(at))
              .orElse("whole, never current");
      case WRITING ->
          record.isLeased(now)
              ? "unfinished: being written"
              : "unfinished: its seeder has ended; prune deletes it";
      case DELETING -> "being deleted; prune continues";
    };
  }

  private void print(String line, Object... details) {
    out.println(Printable.of(line.formatted(details)));
  }

  /** Prints what publishing a catalogue would add, change and remove, by id; changes nothing. */
  public void diff(Catalogue catalogue) {
    var inventory = Inventory.of(catalogue);
    var id = EditionId.of(catalogue, inventory);
    var current = register.read().current();
    if (current.isPresent() && current.get().id().equals(id)) {
      print("Nothing would change: edition %s is current already.", id);
      return;
    }
    print(
        "Edition %s would become current%s.",
        id, current.map(now -> "; now it is " + now.id()).orElse(", the first"));
    List<Entry> before = current.map(now -> items.inventory(now.buildId())).orElse(List.of());
    Changes.between(before, inventory).print(out);
    out.println("Nothing was published.");
  }
}
