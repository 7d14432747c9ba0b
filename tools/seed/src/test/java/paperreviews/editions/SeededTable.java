package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import paperreviews.editions.Functions.Reply;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.Silence;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table of its own, what seeders do to it, and what readers see of it. */
final class SeededTable {
  private final Database database;
  private final String name;

  /** What the clocks of all seeders show. */
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  SeededTable(Database database) {
    this.database = database;
    this.name = database.newTable();
  }

  String name() {
    return name;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Edition publish(Catalogue catalogue) {
    return publish(database.client(), catalogue);
  }

  Edition publish(DynamoDbClient client, Catalogue catalogue) {
    try {
      return new Editions(client, name, Silence.OUT, () -> now).publish(catalogue);
    } catch (LostRaceException lost) {
      throw new AssertionError(lost);
    }
  }

  /** Publishes; returns false if another publisher won. */
  boolean publishOrLose(DynamoDbClient client, Catalogue catalogue) {
    try {
      new Editions(client, name, Silence.OUT, () -> now).publish(catalogue);
      return true;
    } catch (LostRaceException lost) {
      return false;
    }
  }

  void rollBack() {
    try {
      editions(database.client(), new Prints()).rollBack(Optional.empty());
    } catch (LostRaceException | RollbackRefusedException failure) {
      throw new AssertionError(failure);
    }
  }

  Editions editions(DynamoDbClient client, Prints prints) {
    return new Editions(client, name, prints.stream(), () -> now);
  }

  void prune(int keep, Duration grace) {
    prune(database.client(), keep, grace, new Prints());
  }

  void prune(DynamoDbClient client, int keep, Duration grace, Prints prints) {
    editions(client, prints).prune(keep, grace);
  }

  EditionRegister register() {
    return new EditionRegister(database.client(), name);
  }

  /** The current edition's id. */
  String current() {
    return register().read().current().orElseThrow().id();
  }

  /** Functions that have just started, and keep to the edition that is current now. */
  Functions functions() {
    return new Functions(new Table(database.client(), name), Duration.ofDays(1));
  }

  /** What the API answers to those who read the whole of a catalogue that was published alone. */
  static Map<String, Reply> answers(Database database, Catalogue catalogue, List<String> paths) {
    var table = new SeededTable(database);
    table.publish(catalogue);
    return table.functions().answers(paths);
  }

  /** The keys of all items that belong to no edition of the register. */
  Set<Key> orphans() {
    var keys =
        database.everything(name).values().stream()
            .map(item -> new Item(item).key())
            .collect(Collectors.toCollection(HashSet::new));
    keys.removeIf(key -> key.pk().equals(Key.CATALOGUE));
    for (var record : register().read().records()) {
      keys.removeIf(key -> key.pk().startsWith(record.buildId() + "#"));
    }
    return keys;
  }

  /** The table holds these editions, each whole once, and nothing else. */
  void assertHoldsOnly(Catalogue... catalogues) {
    var expected = new HashSet<String>();
    for (var catalogue : catalogues) {
      expected.add(EditionId.of(catalogue));
    }
    var records = register().read().records();
    assertEquals(expected, records.stream().map(EditionRecord::id).collect(Collectors.toSet()));
    assertEquals(expected.size(), records.size(), records::toString);
    assertEquals(Set.of(), orphans());
    for (var record : records) {
      assertTrue(
          record.state() == EditionRecord.State.CURRENT
              || record.state() == EditionRecord.State.WHOLE,
          records::toString);
    }
  }
}
