package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.editions.EditionRecord.State;
import paperreviews.editions.Functions.Reply;
import paperreviews.model.Catalogue;
import paperreviews.testing.Database;
import paperreviews.testing.Faults;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Fault;
import paperreviews.testing.Reviews;
import paperreviews.testing.Silence;

/** Several people at one table, who come between each other at every write. */
class TogetherTest {
  @RegisterExtension private static final Database DATABASE = new Database();
  @RegisterExtension private static final Silence SILENCE = new Silence();

  private static final int WRITES_OF_A_PUBLICATION = 8;

  private static final Catalogue FIRST = Reviews.catalogue(7, 6);
  private static final Catalogue SECOND = Reviews.revised(FIRST, "Quite another view");
  private static final Catalogue THIRD = Reviews.revised(FIRST, "The winner's view");
  private static final List<String> PATHS = Functions.paths(FIRST);

  private static Map<String, Reply> first;
  private static Map<String, Reply> second;
  private static Map<String, Reply> third;

  @BeforeAll
  static void answersOfEach() {
    first = SeededTable.answers(DATABASE, FIRST, PATHS);
    second = SeededTable.answers(DATABASE, SECOND, PATHS);
    third = SeededTable.answers(DATABASE, THIRD, PATHS);
  }

  /** Publishes, with an interruption right before the n-th write; returns whether it won. */
  private static boolean publish(SeededTable table, Catalogue catalogue, int n, Runnable other) {
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.before(n, other));
        var client = proxy.client()) {
      return table.publishOrLose(client, catalogue);
    }
  }

  @Test
  void losesAgainstWhoeverPublishesInBetween() {
    for (int n = 1; n <= WRITES_OF_A_PUBLICATION; n++) {
      var table = new SeededTable(DATABASE);
      table.publish(FIRST);

      assertFalse(publish(table, SECOND, n, () -> table.publish(THIRD)), "before write " + n);

      assertEquals(third, table.functions().answers(PATHS));
      table.assertHoldsOnly(FIRST, SECOND, THIRD);
      table.publish(SECOND);
      assertEquals(second, table.functions().answers(PATHS));
    }
  }

  @Test
  void saysWhoWon() throws Exception {
    var table = new SeededTable(DATABASE);
    table.publish(FIRST);
    var other = Faults.before(WRITES_OF_A_PUBLICATION, () -> table.publish(THIRD));
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), other);
        var client = proxy.client()) {
      var lost =
          assertThrows(
              LostRaceException.class,
              () -> new Editions(client, table.name(), Silence.OUT).publish(SECOND));

      assertEquals(
          "Another publish won: edition %s is current, not %s. Run ./seed editions, then try again."
              .formatted(EditionId.of(THIRD), EditionId.of(SECOND)),
          lost.getMessage());
    }
  }

  @Test
  void losesTheRaceForTheFirstPublication() {
    var table = new SeededTable(DATABASE);

    assertFalse(publish(table, SECOND, WRITES_OF_A_PUBLICATION, () -> table.publish(FIRST)));

    assertEquals(first, table.functions().answers(PATHS));
  }

  @Test
  void agreesWithWhoeverPublishesTheSameInBetweenAndLeavesOneOfThem() {
    for (int n = 1; n <= WRITES_OF_A_PUBLICATION; n++) {
      var table = new SeededTable(DATABASE);
      table.publish(FIRST);

      assertTrue(publish(table, SECOND, n, () -> table.publish(SECOND)), "before write " + n);

      assertEquals(second, table.functions().answers(PATHS));
      table.assertHoldsOnly(FIRST, SECOND);
    }
  }

  @Test
  void isNotDisturbedByPruningInBetween() {
    for (int n = 1; n <= WRITES_OF_A_PUBLICATION; n++) {
      var table = new SeededTable(DATABASE);
      table.publish(THIRD);
      table.publish(FIRST);

      assertTrue(publish(table, SECOND, n, () -> table.prune(1, Duration.ZERO)), "write " + n);

      assertEquals(second, table.functions().answers(PATHS));
      table.assertHoldsOnly(FIRST, SECOND);
    }
  }

  @Test
  void isGivenUpByWhoeverWasHeldUpForLongerThanItsLease() {
    for (int n = 2; n < WRITES_OF_A_PUBLICATION; n++) {
      var table = new SeededTable(DATABASE);
      table.publish(FIRST);
      Runnable others =
          () -> {
            table.pass(Lease.LENGTH);
            table.prune(1, Duration.ZERO);
          };

      int write = n;
      assertThrows(LeaseLostException.class, () -> publish(table, SECOND, write, others));

      assertEquals(first, table.functions().answers(PATHS), "write " + n);
      table.publish(SECOND);
      assertEquals(second, table.functions().answers(PATHS), "write " + n);
    }
  }

  @Test
  void keepsItsLeaseForAsLongAsItWrites() {
    var table = new SeededTable(DATABASE);
    table.publish(FIRST);
    Fault slow =
        call -> {
          if (call.isWrite()) {
            table.pass(Duration.ofMinutes(1));
            table.prune(1, Duration.ZERO);
          }
          call.pass();
        };
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), slow);
        var client = proxy.client()) {
      table.publish(client, SECOND);

      // It took longer than one lease, and so has renewed it.
      assertTrue(proxy.writes() > WRITES_OF_A_PUBLICATION, () -> "writes " + proxy.writes());
    }
    assertEquals(second, table.functions().answers(PATHS));
  }

  @Test
  void goesOnAfterAnyPauseInWhichNobodyMissedIt() {
    for (int n = 2; n < WRITES_OF_A_PUBLICATION; n++) {
      var table = new SeededTable(DATABASE);
      table.publish(FIRST);

      assertTrue(publish(table, SECOND, n, () -> table.pass(Duration.ofDays(1))), "write " + n);

      assertEquals(second, table.functions().answers(PATHS), "write " + n);
    }
  }

  /** Prunes to one edition, with an interruption right before the n-th write. */
  private static int prune(SeededTable table, int n, Runnable other) {
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.before(n, other));
        var client = proxy.client()) {
      table.prune(client, 1, Duration.ZERO, new Prints());
      return proxy.writes();
    }
  }

  private static SeededTable withTwo() {
    var table = new SeededTable(DATABASE);
    table.publish(FIRST);
    table.publish(SECOND);
    table.pass(Duration.ofHours(1));
    return table;
  }

  @Test
  void isEitherDeletedOrPublishedAgainAndThenWhole() {
    int writes = prune(withTwo(), 0, () -> {});
    for (int n = 1; n <= writes; n++) {
      var table = withTwo();

      prune(table, n, () -> table.publish(FIRST));

      assertEquals(first, table.functions().answers(PATHS), "before write " + n);
      table.assertHoldsOnly(FIRST, SECOND);
    }
  }

  @Test
  void isEitherDeletedOrGoneBackTo() {
    int writes = prune(withTwo(), 0, () -> {});
    for (int n = 1; n <= writes; n++) {
      var table = withTwo();
      boolean[] back = {false};

      prune(
          table,
          n,
          () -> {
            try {
              table.editions(DATABASE.client(), new Prints()).rollBack(Optional.empty());
              back[0] = true;
            } catch (RollbackRefusedException refused) {
              // It is being deleted.
            } catch (LostRaceException lost) {
              throw new AssertionError(lost);
            }
          });

      assertEquals(back[0] ? first : second, table.functions().answers(PATHS), "before write " + n);
      // Only before the first write is it still as it was.
      assertEquals(n == 1, back[0], "before write " + n);
    }
  }

  @Test
  void isNotGoneBackToOnceItsDeletingHasBegun() {
    var table = withTwo();
    var old = record(table, State.WHOLE);
    // Between the look at the register and the move of the pointer.
    var other = Faults.before(1, () -> assertTrue(table.register().condemn(old)));
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), other);
        var client = proxy.client()) {
      var editions = table.editions(client, new Prints());
      assertThrows(RollbackRefusedException.class, () -> editions.rollBack(Optional.empty()));
    }
    assertEquals(second, table.functions().answers(PATHS));
  }

  @Test
  void isDeletedByTwoAtOnceAsByOne() {
    int writes = prune(withTwo(), 0, () -> {});
    for (int n = 1; n <= writes; n++) {
      var table = withTwo();

      prune(table, n, () -> table.prune(1, Duration.ZERO));

      assertEquals(second, table.functions().answers(PATHS), "before write " + n);
      table.assertHoldsOnly(SECOND);
    }
  }

  private static EditionRecord record(SeededTable table, State state) {
    return table.register().read().records().stream()
        .filter(record -> record.state() == state)
        .findFirst()
        .orElseThrow();
  }

  private static EditionRecord as(EditionRecord record, State state) {
    return new EditionRecord(
        record.edition(),
        state,
        record.format(),
        record.chunkCount(),
        record.leaseUntil(),
        record.retiredAt(),
        record.replaced());
  }

  @Test
  void leavesTheCurrentEditionToNobodyWhoWouldDeleteIt() {
    var table = withTwo();
    var current = record(table, State.CURRENT);

    assertFalse(table.register().condemn(current));
    // Not either as it was seen before it became current.
    for (var state : State.values()) {
      assertFalse(table.register().condemn(as(current, state)), state::toString);
    }

    assertEquals(second, table.functions().answers(PATHS));
  }
}
