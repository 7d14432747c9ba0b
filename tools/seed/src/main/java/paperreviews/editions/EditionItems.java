package paperreviews.editions;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.editions.EditionRecord.State;
import paperreviews.editions.Inventory.Entry;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.search.index.IndexFiles;
import paperreviews.search.index.IndexManifest;
import paperreviews.search.index.PackedIndex;
import paperreviews.store.CatalogueItems;
import paperreviews.store.IndexChunk;
import paperreviews.store.Item;
import paperreviews.store.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Writes and deletes all items of an edition. */
final class EditionItems {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DynamoDbClient client;
  private final String table;
  private final PrintStream out;
  private final InstantSource clock;
  private final EditionRegister register;

  EditionItems(
      DynamoDbClient client,
      String table,
      PrintStream out,
      InstantSource clock,
      EditionRegister register) {
    this.client = client;
    this.table = table;
    this.out = out;
    this.clock = clock;
    this.register = register;
  }

  /** Writes a whole edition, which no reader sees yet. Each item is built once, when it is sent. */
  EditionRecord write(String id, Catalogue catalogue, List<Entry> inventory) {
    try (var index = index(PlainText.of(catalogue))) {
      var manifest = index.manifest();
      var record = enter(id, catalogue, manifest);
      var edition = record.edition();
      var buildId = edition.buildId();
      var lease = new Lease(register, record, clock);
      out.printf("Writing edition %s; its search index has %,d bytes.%n", id, manifest.length());
      try (var writer = new BatchWriter(client, table, lease::keep, _ -> {})) {
        Inventory.pages(buildId, inventory).forEach(writer::put);
        writer.finish();
      }
      write(lease, CatalogueItems.count(edition), "items", CatalogueItems.of(buildId, catalogue));
      write(lease, manifest.chunkCount(), "index chunks", chunks(buildId, index));
      lease.keep();
      var last = Item.of(Key.indexManifest(buildId), manifest);
      client.putItem(request -> request.tableName(table).item(last.attributes()));
      if (!register.complete(record)) {
        throw new LeaseLostException(id);
      }
      return record;
    }
  }

  private IndexFiles index(Catalogue catalogue) {
    try (var progress = Progress.of(out, catalogue.papers().size(), "papers indexed")) {
      return IndexFiles.build(catalogue, new JapaneseReadings(), progress::reached);
    }
  }

  /** Returns the chunks of an index; each is read when the stream reaches it. */
  private static Stream<Item> chunks(String buildId, IndexFiles index) {
    var number = new AtomicInteger();
    return index
        .chunks()
        .map(
            bytes ->
                Item.of(Key.indexChunk(buildId, number.incrementAndGet()), new IndexChunk(bytes)));
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

  /** Deletes an edition that is condemned, its record last. */
  void delete(EditionRecord record) {
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

  /** Returns the articles, sections and papers that the table has of an edition. */
  List<Entry> inventory(String buildId) {
    return Inventory.read(client, table, buildId).flatMap(page -> page.entries().stream()).toList();
  }
}
