package paperreviews.editions;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import paperreviews.editions.EditionRecord.State;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.search.index.IndexFiles;
import paperreviews.search.index.IndexManifest;
import paperreviews.search.index.PackedIndex;
import paperreviews.store.CatalogueItems;
import paperreviews.store.Item;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Publishes a catalogue as an edition, whoever else is at it and wherever it is killed; see {@link
 * EditionRegister}.
 */
public final class Publisher {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DynamoDbClient client;
  private final String table;
  private final PrintStream out;
  private final InstantSource clock;
  private final EditionRegister register;
  private final Pruner pruner;

  /** Publishes to this table and prints what it does. */
  public Publisher(DynamoDbClient client, String table, PrintStream out) {
    this(client, table, out, InstantSource.system());
  }

  Publisher(DynamoDbClient client, String table, PrintStream out, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.out = out;
    this.clock = clock;
    this.register = new EditionRegister(client, table);
    this.pruner = new Pruner(client, table, out, clock);
  }

  /**
   * Publishes a catalogue, and cleans up what killed publishers left. The same catalogue again
   * changes nothing.
   *
   * @return the edition that is current now
   * @throws LostRaceException if somebody else moved the pointer meanwhile
   * @throws LeaseLostException if it was held up for too long
   * @throws software.amazon.awssdk.core.exception.SdkException if the table fails; the current
   *     edition then is the one before, or this one if only the last answer was lost
   */
  public Edition publish(Catalogue catalogue) throws LostRaceException {
    var id = EditionId.of(catalogue);
    var seen = register.read();
    var before = seen.current();
    if (before.isPresent() && before.get().id().equals(id)) {
      out.printf("Nothing changed: edition %s is current already.%n", id);
      pruner.sweep();
      return before.get();
    }
    var there = seen.whole(id);
    var record = there.isPresent() ? there.get() : write(id, catalogue);
    var moved = register.makeCurrent(record, before, true, clock.instant());
    if (moved == EditionRegister.Moved.NOT_WHOLE && there.isPresent()) {
      // Somebody has begun to delete it.
      record = write(id, catalogue);
      moved = register.makeCurrent(record, before, true, clock.instant());
    }
    var edition =
        switch (moved) {
          case DONE -> record.edition();
          case OVERTAKEN -> sameOf(record, there.isPresent());
          case NOT_WHOLE -> throw new LeaseLostException(id);
        };
    out.printf(
        "Edition %s is current now%s.%n",
        id, before.map(old -> "; before it was " + old.id()).orElse(""));
    pruner.sweep();
    return edition;
  }

  /** The current edition, if it is the same that somebody else has published. */
  private Edition sameOf(EditionRecord own, boolean wasThere) throws LostRaceException {
    var current = register.read().current().orElseThrow();
    if (!current.id().equals(own.id())) {
      throw new LostRaceException(own.id(), current.id());
    }
    if (!wasThere) {
      pruner.discard(own);
    }
    return current;
  }

  private EditionRecord write(String id, Catalogue catalogue) {
    try (var index = build(catalogue)) {
      var manifest = index.manifest();
      var record = enter(id, catalogue, manifest);
      var edition = record.edition();
      var lease = new Lease(register, record, clock);
      out.printf("Writing edition %s; its search index has %,d bytes.%n", id, manifest.length());
      try (var writer = new BatchWriter(client, table, lease::keep, _ -> {})) {
        Inventory.pages(edition.buildId(), Inventory.of(catalogue), writer::put);
        writer.finish();
      }
      write(
          lease,
          CatalogueItems.count(edition),
          "items",
          CatalogueItems.of(edition.buildId(), catalogue));
      write(
          lease,
          manifest.chunkCount(),
          "index chunks",
          IndexItems.chunks(edition.buildId(), index));
      lease.keep();
      put(IndexItems.manifest(edition.buildId(), manifest));
      if (!register.complete(record)) {
        throw new LeaseLostException(id);
      }
      return record;
    }
  }

  private IndexFiles build(Catalogue catalogue) {
    try (var progress = Progress.of(out, catalogue.papers().size(), "papers indexed")) {
      return IndexFiles.build(catalogue, progress::reached);
    }
  }

  private EditionRecord enter(String id, Catalogue catalogue, IndexManifest index) {
    var now = clock.instant();
    var edition =
        new Edition(
            id,
            id + "." + HexFormat.of().toHexDigits(RANDOM.nextLong()),
            now.truncatedTo(ChronoUnit.SECONDS),
            catalogue.articles().size(),
            catalogue.sections().size(),
            catalogue.papers().size(),
            catalogue.papers().getFirst().id());
    var record =
        new EditionRecord(
            edition,
            State.WRITING,
            PackedIndex.FORMAT,
            index.chunkCount(),
            now.plus(Lease.LENGTH),
            Optional.empty(),
            Optional.empty());
    register.enter(record);
    return record;
  }

  private void write(Lease lease, int total, String what, Stream<Item> items) {
    try (items;
        var progress = Progress.of(out, total, what);
        var writer = new BatchWriter(client, table, lease::keep, progress::reached)) {
      items.forEachOrdered(writer::put);
      writer.finish();
    }
  }

  private void put(Item item) {
    client.putItem(request -> request.tableName(table).item(item.attributes()));
  }
}
