package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long SECOND = 1_000_000_000;

  private final Prints prints = new Prints();

  // Close to its overflow, as the clock may be.
  private long now = Long.MAX_VALUE - SECOND;

  @Test
  void showsABarWithTheRateAndTheTimeThatIsLeft() {
    try (var bar = new Progress.Bar(prints.stream(), 4000, "items", () -> now)) {
      now += 2 * SECOND;
      bar.reached(1000);
      now += SECOND / 20;
      bar.reached(1001);
      now += 2 * SECOND;
      bar.reached(2000);
      now += 4 * SECOND;
      bar.reached(4000);
    }

    assertEquals(
        List.of(
            "",
            "  [####------------] 1,000 of 4,000 items, 500/s, 6 s left\u001b[K",
            "  [########--------] 2,000 of 4,000 items, 494/s, 4 s left\u001b[K",
            "  [################] 4,000 of 4,000 items, 497/s\u001b[K"),
        prints.take());
  }

  @Test
  void tellsLongTimesInMinutes() {
    try (var bar = new Progress.Bar(prints.stream(), 100_000, "items deleted", () -> now)) {
      now += 60 * SECOND;
      bar.reached(10_000);
    }

    assertEquals(
        "  [#---------------] 10,000 of 100,000 items deleted, 167/s, 9 min left\u001b[K",
        prints.take().getLast());
  }

  @Test
  void leavesTheLineWhenItEndsEarly() {
    try (var bar = new Progress.Bar(prints.stream(), 10, "items", () -> now)) {
      now += SECOND;
      bar.reached(1);
    }
    prints.stream().println("Could not be done");

    assertEquals("Could not be done", prints.take().getLast());
  }

  @Test
  void printsSomeTenLinesWhereNobodyLooks() {
    var lines = new Progress.Lines(prints.stream(), 1000, "items");
    for (int count = 1; count <= 1000; count++) {
      lines.reached(count);
    }

    var expected = new ArrayList<String>();
    for (int count = 100; count < 1000; count += 100) {
      expected.add("  " + count + " of 1,000 items");
    }
    expected.add("  1,000 of 1,000 items");
    assertEquals(expected, prints.take());
  }
}
