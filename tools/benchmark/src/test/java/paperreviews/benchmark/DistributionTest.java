package paperreviews.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void sumsUpMeasurementsInAnyOrder() {
    assertEquals(new Distribution(1, 2, 3, 3), Distribution.of(new double[] {3, 1, 2}));
  }

  @Test
  void refusesToSumUpNothing() {
    assertThrows(IllegalArgumentException.class, () -> Distribution.of(new double[0]));
  }
}
