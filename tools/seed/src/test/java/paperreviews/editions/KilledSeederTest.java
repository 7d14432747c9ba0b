package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.editions.Functions.Reply;
import paperreviews.model.Catalogue;
import paperreviews.testing.Database;
import paperreviews.testing.Faults;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Fault;
import paperreviews.testing.FaultyProxy.Killed;
import paperreviews.testing.Reviews;
import paperreviews.testing.Silence;

/** Whoever is killed, and wherever, readers see a whole edition, and the next one tidies up. */
class KilledSeederTest {
  @RegisterExtension private static final Database DATABASE = new Database();
  @RegisterExtension private static final Silence SILENCE = new Silence();

  /** More than one batch of items, so that a publication can end between two of them. */
  private static final Catalogue BEFORE = Reviews.catalogue(7, 6);

  private static final Catalogue AFTER = Reviews.revised(BEFORE, "Quite another view");
  private static final List<String> PATHS = Functions.paths(BEFORE);

  private static Map<String, Reply> before;
  private static Map<String, Reply> after;

  @BeforeAll
  static void answersOfEach() {
    before = SeededTable.answers(DATABASE, BEFORE, PATHS);
    after = SeededTable.answers(DATABASE, AFTER, PATHS);
    assertTrue(after.values().stream().allMatch(reply -> reply.status() == 200), after::toString);
  }

  /** The record, the inventory, two batches, the chunk, the manifest, the record, the pointer. */
  private static final int WRITES_OF_A_PUBLICATION = 8;

  private static int writesOf(Consumer<FaultyProxy> work) {
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.none())) {
      work.accept(proxy);
      return proxy.writes();
    }
  }

  @Test
  void writesAsOftenAsTheseTestsTakeForGranted() {
    var table = new SeededTable(DATABASE);
    table.publish(BEFORE);

    assertEquals(WRITES_OF_A_PUBLICATION, writesOf(proxy -> publish(table, proxy)));
  }

  private static void publish(SeededTable table, FaultyProxy proxy) {
    try (var client = proxy.client()) {
      table.publish(client, AFTER);
    }
  }

  private static void publishAndBeKilled(SeededTable table, Fault killed) {
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), killed)) {
      assertThrows(Killed.class, () -> publish(table, proxy));
    }
  }

  @Test
  void leavesTheEditionBeforeWhenKilledBeforeAnyWrite() {
    for (int n = 1; n <= WRITES_OF_A_PUBLICATION; n++) {
      assertPublishes(n, Faults::killedBefore, before);
    }
  }

  @Test
  void leavesTheEditionBeforeWhenKilledAfterAnyWriteButTheLast() {
    for (int n = 1; n <= WRITES_OF_A_PUBLICATION; n++) {
      // The last write moves the pointer, and its edition is whole by then.
      assertPublishes(n, Faults::killedAfter, n == WRITES_OF_A_PUBLICATION ? after : before);
    }
  }

  private static void assertPublishes(
      int n, IntFunction<Fault> killed, Map<String, Reply> whenKilled) {
    var table = new SeededTable(DATABASE);
    table.publish(BEFORE);
    publishAndBeKilled(table, killed.apply(n));
    assertEquals(whenKilled, table.functions().answers(PATHS), "killed at write " + n);
    assertEquals(0, table.orphans().size());

    table.publish(AFTER);
    assertEquals(after, table.functions().answers(PATHS), "completed after write " + n);

    // While the killed one may still be running, no other seeder touches what it wrote.
    table.pass(Lease.LENGTH);
    table.publish(AFTER);
    table.assertHoldsOnly(BEFORE, AFTER);
  }

  @Test
  void showsNoEditionWhenTheFirstPublicationIsKilledBeforeAnyWrite() {
    for (int n = 1; n <= WRITES_OF_A_PUBLICATION; n++) {
      var table = new SeededTable(DATABASE);
      publishAndBeKilled(table, Faults.killedBefore(n));

      table
          .functions()
          .answers(PATHS)
          .forEach((path, reply) -> assertEquals(503, reply.status(), path));

      table.publish(AFTER);
      assertEquals(after, table.functions().answers(PATHS), "completed after write " + n);
    }
  }

  @Test
  void leavesAWholeEditionWhenPruningIsKilledAtAnyWrite() {
    var all = new SeededTable(DATABASE);
    publishBoth(all);
    int writes = writesOf(proxy -> prune(all, proxy));
    assertTrue(writes > 4, () -> "writes " + writes);
    all.assertHoldsOnly(AFTER);

    for (int n = 1; n <= writes; n++) {
      assertPrunes(Faults.killedBefore(n));
      assertPrunes(Faults.killedAfter(n));
    }
  }

  private static void publishBoth(SeededTable table) {
    table.publish(BEFORE);
    table.publish(AFTER);
    table.pass(Duration.ofHours(1));
  }

  private static void prune(SeededTable table, FaultyProxy proxy) {
    try (var client = proxy.client()) {
      table.prune(client, 1, Duration.ZERO, new Prints());
    }
  }

  private static void assertPrunes(Fault killed) {
    var table = new SeededTable(DATABASE);
    publishBoth(table);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), killed)) {
      assertThrows(Killed.class, () -> prune(table, proxy));
    }
    assertEquals(after, table.functions().answers(PATHS));
    assertEquals(0, table.orphans().size());

    // What is half deleted is published again, and the rest of it is deleted.
    table.publish(BEFORE);
    assertEquals(before, table.functions().answers(PATHS));
    table.prune(1, Duration.ZERO);
    table.assertHoldsOnly(BEFORE);
  }

  @Test
  void isNotHurtByAWriteThatArrivesLongAfterItsSeederWasKilled() throws Exception {
    for (int n = 1; n < WRITES_OF_A_PUBLICATION; n++) {
      var table = new SeededTable(DATABASE);
      table.publish(BEFORE);
      int held = n;
      var isHeld = new CompletableFuture<Void>();
      var arrives = new CompletableFuture<Void>();
      var arrived = new CompletableFuture<Integer>();
      Fault fault =
          call -> {
            if (call.write() == held) {
              call.kill();
              isHeld.complete(null);
              arrives.join();
              arrived.complete(call.ask().statusCode());
            } else {
              call.pass();
            }
          };
      try (var proxy = FaultyProxy.to(DATABASE.endpoint(), fault)) {
        // It is killed, or finds that its lease has expired.
        var killed =
            CompletableFuture.runAsync(
                () -> assertThrows(Throwable.class, () -> publish(table, proxy)));
        isHeld.join();
        table.publish(AFTER);
        table.pass(Duration.ofHours(1));
        table.prune(1, Duration.ZERO);
        table.assertHoldsOnly(AFTER);

        arrives.complete(null);
        arrived.join();
        killed.join();
      }
      assertEquals(after, table.functions().answers(PATHS), "write " + n);
      assertFalse(table.register().read().records().isEmpty());
    }
  }
}
