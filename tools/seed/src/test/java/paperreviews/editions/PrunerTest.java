package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.model.Catalogue;
import paperreviews.testing.Database;
import paperreviews.testing.Faults;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Killed;
import paperreviews.testing.Requests;
import paperreviews.testing.Reviews;

class PrunerTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Duration GRACE = Duration.ofMinutes(15);
  private static final Catalogue FIRST = Reviews.catalogue(3, 2);
  private static final Catalogue SECOND = Reviews.revised(FIRST, "Second");
  private static final Catalogue THIRD = Reviews.revised(FIRST, "Third");
  private static final Catalogue FOURTH = Reviews.revised(FIRST, "Fourth");

  private final SeededTable table = new SeededTable(DATABASE);
  private final Prints prints = new Prints();

  private void publish(Catalogue... catalogues) {
    for (var catalogue : catalogues) {
      table.publish(catalogue);
      table.pass(Duration.ofMinutes(1));
    }
  }

  private List<String> prune(int keep, Duration grace) {
    table.prune(DATABASE.client(), keep, grace, prints);
    return prints.take();
  }

  @Test
  void keepsTheCurrentEditionAndThoseThatWereCurrentLast() {
    publish(FIRST, SECOND, THIRD, FOURTH);
    table.pass(GRACE);

    var lines = prune(2, GRACE);

    table.assertHoldsOnly(THIRD, FOURTH);
    assertEquals("Deleting edition " + EditionId.of(SECOND) + ".", lines.getFirst());
    assertEquals("Deleted: 2.", lines.getLast());
  }

  @Test
  void keepsTheCurrentEditionHoweverOldItIs() {
    publish(FIRST, SECOND, THIRD, FIRST);
    table.pass(GRACE);

    prune(1, GRACE);

    table.assertHoldsOnly(FIRST);
    assertEquals(EditionId.of(FIRST), table.current());
  }

  @Test
  void keepsWhatAReaderMayStillBeAt() {
    publish(FIRST, SECOND);

    assertEquals(
        List.of(
            "Edition "
                + EditionId.of(FIRST)
                + " is kept until 2026-01-02 03:21:05 UTC: readers may still use it.",
            "Nothing to delete."),
        // It stopped being current at 03:05:05.
        prune(1, Duration.ofMinutes(16)));
    table.assertHoldsOnly(FIRST, SECOND);
  }

  @Test
  void countsTheGraceTimeFromWhenAnEditionWasLastCurrent() {
    publish(FIRST, SECOND);
    table.pass(GRACE);
    publish(FIRST, SECOND);

    prune(1, GRACE);
    table.assertHoldsOnly(FIRST, SECOND);

    table.pass(GRACE);
    prune(1, GRACE);
    table.assertHoldsOnly(SECOND);
  }

  @Test
  void deletesNothingWhenThereIsNoMoreThanIsToBeKept() {
    publish(FIRST, SECOND);
    table.pass(GRACE);
    var before = DATABASE.everything(table.name());

    assertEquals(List.of("Nothing to delete."), prune(2, GRACE));

    assertEquals(before, DATABASE.everything(table.name()));
  }

  @Test
  void leavesAnUnfinishedEditionToItsSeederUntilThatIsTakenForDead() {
    publish(FIRST);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.killedBefore(4));
        var client = proxy.client()) {
      table.publish(client, SECOND);
    } catch (Killed killed) {
      // As planned.
    }

    prune(1, Duration.ZERO);
    assertEquals(2, table.register().read().records().size());

    table.pass(Lease.LENGTH);
    var lines = prune(1, Duration.ZERO);
    assertEquals(
        "Deleting what is left of edition " + EditionId.of(SECOND) + ".", lines.getFirst());
    table.assertHoldsOnly(FIRST);
  }

  @Test
  void readsNoMoreThanTheRegisterAndTheInventory() {
    publish(Reviews.catalogue(600, 700), SECOND);
    table.pass(GRACE);
    var requests = new Requests();
    try (var client = DATABASE.client(requests)) {
      table.prune(client, 1, GRACE, prints);
    }

    table.assertHoldsOnly(SECOND);
    assertEquals(
        List.of("Query", "Query", "Query"), requests.take(request -> !Requests.isWrite(request)));
  }

  @Test
  void saysThatAnEmptyTableHasNothingToDelete() {
    assertEquals(List.of("Nothing to delete."), prune(1, GRACE));
  }
}
