package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip                    | 1",
        "GZip                    | 1",
        "br, gzip;q=0.5          | 0.5",
        "br , gzip ; Q=0.25 , x  | 0.25",
        "gzip;q=0                | 0",
        "gzip;q=0.000            | 0",
        "gzip;q=1.000            | 1",
        "gzip;level=9;q=0.3;x=y  | 0.3",
        "gzip;q=0.2, gzip;q=0.9  | 0.2",
        "br                      | 0",
        "''                      | 0",
        ",,;                     | 0",
        // Not as RFC 9110 has a weight.
        "gzip;q=2                | 0",
        "gzip;q=-1               | 0",
        "gzip;q=0.1234           | 0",
        "gzip;q=NaN              | 0",
        "gzip;q=                 | 0",
        "gzipped                 | 0",
      })
  void readsTheWeightOfAName(String header, double weight) {
    assertEquals(weight, QualityValues.read(header).of("gzip"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"*;q=0.4 | 0.4", "gzip;q=0.1, *;q=0.4 | 0.1", "*;q=0.4, gzip;q=0 | 0", "br | 0"})
  void takesTheMostSpecificNameThatIsThere(String header, double weight) {
    assertEquals(weight, QualityValues.read(header).of("gzip", "*"));
  }
}
