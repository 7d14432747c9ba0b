package paperreviews.seed;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import paperreviews.catalogue.Catalogue;
import paperreviews.catalogue.Edition;
import paperreviews.search.PackedIndex;
import paperreviews.table.Editions;
import paperreviews.table.Item;
import paperreviews.table.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Publishes a catalogue as an edition.
 *
 * <p>The order makes it safe to be killed at any moment: first the edition's items, which nothing
 * points to, then its index's chunks and manifest, then the record that it is whole, last the
 * pointer. The pointer moves only if it still is where this publisher found it.
 */
public final class Publisher {
  private final DynamoDbClient client;
  private final String table;
  private final PrintStream out;

  /** Publishes to this table and prints what it does. */
  public Publisher(DynamoDbClient client, String table, PrintStream out) {
    this.client = client;
    this.table = table;
    this.out = out;
  }

  /**
   * Publishes a catalogue. The same catalogue again changes nothing.
   *
   * @return the edition that is current now
   * @throws LostRaceException if another publisher moved the pointer meanwhile
   * @throws software.amazon.awssdk.core.exception.SdkException if the table fails; the current
   *     edition then is the one before, or this one if only the last answer was lost
   */
  public Edition publish(Catalogue catalogue) throws LostRaceException {
    var id = EditionId.of(catalogue);
    var current = edition(Key.current());
    if (current.isPresent() && current.get().id().equals(id)) {
      out.printf("Nothing changed: edition %s is current already.%n", id);
      return current.get();
    }
    var edition = edition(Key.edition(id)).orElseGet(() -> write(id, catalogue));
    makeCurrent(edition, current);
    out.printf(
        "Edition %s is current now%s.%n",
        id, current.map(before -> "; before it was " + before.id()).orElse(""));
    return edition;
  }

  private Optional<Edition> edition(Key key) {
    var response =
        client.getItem(
            request -> request.tableName(table).key(attributes(key)).consistentRead(true));
    return response.hasItem()
        ? Optional.of(Editions.edition(new Item(response.item())))
        : Optional.empty();
  }

  private static Map<String, AttributeValue> attributes(Key key) {
    return Item.at(key).attributes();
  }

  private Edition write(String id, Catalogue catalogue) {
    var edition =
        new Edition(
            id,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            catalogue.articles().size(),
            catalogue.sections().size(),
            catalogue.papers().size(),
            catalogue.papers().getFirst().id());
    var index = PackedIndex.build(catalogue);
    out.printf("Writing edition %s; its search index has %,d bytes.%n", id, index.bytes().length);
    write(EditionItems.of(id, catalogue), EditionItems.count(catalogue), "items");
    var chunks = index.chunks(id).toList();
    write(chunks.stream(), chunks.size(), "chunks of the search index");
    put(index.manifest(id));
    put(Editions.item(Key.edition(id), edition));
    return edition;
  }

  private void write(Stream<Item> items, int total, String what) {
    var progress = new Progress(out, total, what);
    var writer = new BatchWriter(client, table, progress::reached);
    items.forEachOrdered(writer::write);
    writer.flush();
  }

  private void put(Item item) {
    client.putItem(request -> request.tableName(table).item(item.attributes()));
  }

  private void makeCurrent(Edition edition, Optional<Edition> before) throws LostRaceException {
    var item = Editions.item(Key.current(), edition).attributes();
    try {
      client.putItem(
          request -> {
            request.tableName(table).item(item);
            if (before.isPresent()) {
              request
                  .conditionExpression("edition = :before")
                  .expressionAttributeValues(
                      Map.of(":before", AttributeValue.fromS(before.get().id())));
            } else {
              request.conditionExpression("attribute_not_exists(edition)");
            }
          });
    } catch (ConditionalCheckFailedException moved) {
      // A retry of a write that had succeeded after all fails in the same way.
      if (!edition(Key.current()).map(Edition::id).equals(Optional.of(edition.id()))) {
        throw new LostRaceException(edition.id());
      }
    }
  }
}
