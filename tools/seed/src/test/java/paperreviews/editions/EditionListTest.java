package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.testing.Database;
import paperreviews.testing.Faults;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Killed;
import paperreviews.testing.Requests;
import paperreviews.testing.Reviews;

class EditionListTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final SeededTable table = new SeededTable(DATABASE);
  private final Prints prints = new Prints();

  private List<String> list(Instant now) {
    new Editions(DATABASE.client(), table.name(), prints.stream(), () -> now).list();
    return prints.take();
  }

  @Test
  void listsWhatIsThereTheNewestFirst() {
    var first = Reviews.catalogue(3, 2);
    var second = Reviews.catalogue(900, 200);
    table.publish(first);
    table.pass(Duration.ofMinutes(90));
    table.publish(second);

    assertEquals(
        List.of(
            "EDITION           WRITTEN                  ARTICLES  SECTIONS    PAPERS  STATE",
            EditionId.of(second)
                + "  2026-01-02 04:34:05 UTC         1         2     1,100  current",
            EditionId.of(first)
                + "  2026-01-02 03:04:05 UTC         1         2         5  whole, current until 2026-01-02 04:34:05 UTC"),
        list(START));
  }

  @Test
  void tellsWhatIsUnfinished() {
    var catalogue = Reviews.catalogue(3, 2);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.killedBefore(4));
        var client = proxy.client()) {
      table.publish(client, catalogue);
    } catch (Killed killed) {
      // As planned.
    }

    assertTrue(list(START).getLast().endsWith("  unfinished: being written"));
    assertTrue(
        list(START.plus(Lease.LENGTH))
            .getLast()
            .endsWith("  unfinished: its seeder has ended; prune deletes it"));

    var record = table.register().read().records().getFirst();
    assertTrue(table.register().condemn(record));
    assertTrue(list(START).getLast().endsWith("  being deleted; prune continues"));
  }

  @Test
  void saysThatThereIsNone() {
    assertEquals(List.of("Nothing was ever published in this table."), list(START));
  }

  @Test
  void asksOnce() {
    table.publish(Reviews.catalogue(3, 2));
    var requests = new Requests();
    try (var client = DATABASE.client(requests)) {
      new Editions(client, table.name(), prints.stream()).list();
    }
    assertEquals(List.of("Query"), requests.take());
  }
}
