package paperreviews.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paperreviews.benchmark.ClassLog.Phase;

class ClassLogTest {
  private static final ClassLog LOG =
      ClassLog.of(
          List.of(
              "[10000000ns] java.lang.Object source: shared objects file",
              "[30000000ns] a.Handler source: file:/function/lib/a.jar",
              "a line of something else",
              "[70000000ns] a.Client source: file:/function/lib/a.jar",
              "[100000000ns] a.Answer source: a.Handler"));

  @Test
  void countsClasses() {
    assertEquals(4, LOG.count());
  }

  @Test
  void timesPhasesFromClassToClass() {
    assertEquals(
        Map.of("JVM", 30.0, "handler", 40.0, "client", 30.0),
        LOG.phases(
            List.of(
                new Phase("JVM", "java.lang.Object"),
                new Phase("handler", "a.Handler"),
                new Phase("client", "a.Client"))));
  }

  @Test
  void leavesOutPhasesThatNeverStarted() {
    assertEquals(
        Map.of("JVM", 70.0, "client", 30.0),
        LOG.phases(
            List.of(
                new Phase("JVM", "java.lang.Object"),
                new Phase("index", "a.Index"),
                new Phase("client", "a.Client"))));
  }

  @Test
  void sumsUpAPhaseThatIsNamedTwice() {
    assertEquals(
        Map.of("rest", 60.0, "handler", 40.0),
        LOG.phases(
            List.of(
                new Phase("rest", "java.lang.Object"),
                new Phase("handler", "a.Handler"),
                new Phase("rest", "a.Client"))));
  }
}
