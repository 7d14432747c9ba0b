package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip                      | true",
        "gzip, deflate, br, zstd   | true",
        "x-gzip                    | true",
        "*                         | true",
        "br;q=1, *;q=0.1           | true",
        "gzip;q=0.5, identity;q=0.5 | true",
        "''                        | false",
        "identity                  | false",
        "br                        | false",
        "gzip;q=0                  | false",
        "gzip;q=0, *               | false",
        "*;q=0                     | false",
        "gzip;q=0.4, identity;q=0.5 | false",
      })
  void isWantedByWhoAcceptsItAtLeastAsWell(String accepted, boolean wanted) {
    var headers = Map.of("accept-encoding", accepted);
    var request = new Request("GET", "/x", "/x", "", headers, Map.of(), "");

    assertEquals(wanted, Compression.isWanted(request));
  }

  @Property(tries = 200)
  void canBeUndoneAndIsAlwaysTheSame(@ForAll byte[] bytes) throws Exception {
    var compressed = Compression.gzip(bytes);

    try (var plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      assertArrayEquals(bytes, plain.readAllBytes());
    }
    assertArrayEquals(compressed, Compression.gzip(bytes));
  }
}
