package paperreviews.editions;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.editions.EditionRecord.State;
import paperreviews.store.CatalogueItems;
import paperreviews.store.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Deletes editions that nobody reads, wholly; see {@link EditionRegister} for why that is safe. */
public final class Pruner {
  private final DynamoDbClient client;
  private final String table;
  private final PrintStream out;
  private final InstantSource clock;
  private final EditionRegister register;

  /** Deletes from this table and prints what it does. */
  public Pruner(DynamoDbClient client, String table, PrintStream out) {
    this(client, table, out, InstantSource.system());
  }

  Pruner(DynamoDbClient client, String table, PrintStream out, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.out = out;
    this.clock = clock;
    this.register = new EditionRegister(client, table);
  }

  /**
   * Deletes all but the current edition and those that were last current, and what killed seeders
   * left.
   *
   * @param keep how many editions to keep, with the current one: 1 or more
   * @param grace how long an edition is kept after it was current, whatever its place: a reader may
   *     still be at it
   */
  public void prune(int keep, Duration grace) {
    var now = clock.instant();
    var whole =
        register.read().records().stream()
            .filter(record -> record.state() == State.WHOLE)
            .sorted(Comparator.comparing(EditionRecord::lastOfUse).reversed())
            .toList();
    int deleted = sweep();
    for (var record : whole.subList(Math.min(keep - 1, whole.size()), whole.size())) {
      var readUntil = record.lastOfUse().plus(grace);
      if (now.isBefore(readUntil)) {
        out.printf(
            "Edition %s is kept until %s: readers may still be at it.%n",
            record.id(), Times.text(readUntil));
      } else if (record.retiredAt().isEmpty() && record.isLeased(now)) {
        out.printf("Edition %s is kept: its seeder may still be at work.%n", record.id());
      } else if (register.condemn(record)) {
        out.printf("Deleting edition %s.%n", record.id());
        delete(record);
        deleted++;
      }
    }
    if (deleted == 0) {
      out.println("Nothing to delete.");
    } else {
      out.printf("Deleted: %,d.%n", deleted);
    }
  }

  /**
   * Deletes what no reader ever sees: what killed seeders left, and editions of which deleting was
   * begun and not ended.
   *
   * @return how many there were
   */
  int sweep() {
    var now = clock.instant();
    int count = 0;
    for (var record : register.read().records()) {
      boolean abandoned = record.state() == State.WRITING && !record.isLeased(now);
      if (record.state() == State.DELETING || abandoned && register.condemn(record)) {
        out.printf("Deleting what is left of edition %s.%n", record.id());
        delete(record);
        count++;
      }
    }
    return count;
  }

  /** Deletes a whole edition that never was current. */
  void discard(EditionRecord record) {
    // Read anew, since its lease has been renewed meanwhile.
    register.read().find(record.buildId()).filter(register::condemn).ifPresent(this::delete);
  }

  private void delete(EditionRecord record) {
    var buildId = record.buildId();
    int total = CatalogueItems.count(record.edition()) + record.chunkCount() + 1;
    var pages = new ArrayList<Key>();
    try (var progress = Progress.of(out, total, "items deleted");
        var writer = new BatchWriter(client, table, () -> {}, progress::reached)) {
      Stream.of(
              IntStream.rangeClosed(1, record.edition().articleCount())
                  .mapToObj(n -> Key.article(buildId, n)),
              IntStream.rangeClosed(1, record.edition().sectionCount())
                  .mapToObj(n -> Key.section(buildId, n)),
              IntStream.rangeClosed(1, record.chunkCount())
                  .mapToObj(n -> Key.indexChunk(buildId, n)),
              Stream.of(Key.indexManifest(buildId)))
          .flatMap(keys -> keys)
          .forEachOrdered(writer::delete);
      Inventory.read(client, table, buildId)
          .peek(page -> pages.add(page.key()))
          .flatMap(page -> page.entries().stream())
          .flatMap(entry -> Inventory.keys(buildId, entry))
          .forEachOrdered(writer::delete);
      writer.finish();
    }
    try (var writer = new BatchWriter(client, table, () -> {}, _ -> {})) {
      pages.forEach(writer::delete);
      writer.finish();
    }
    register.remove(record);
  }
}
