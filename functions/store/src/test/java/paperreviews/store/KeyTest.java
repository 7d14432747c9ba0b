package paperreviews.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {

  @ParameterizedTest
  @CsvSource({"1, 000001", "10, 000010", "99999, 099999", "999999, 999999", "1000000, 1000000"})
  void writesNumbersWithSixDigitsSoThatTheySort(int n, String ordinal) {
    assertEquals(new Key("E#inventory", "page#" + ordinal), Key.inventory("E", n));
    assertEquals(new Key("E#sections", "article#" + ordinal), Key.article("E", n));
    assertEquals(new Key("E#sections", "section#" + ordinal), Key.section("E", n));
    assertEquals(new Key("E#section#S", "paper#" + ordinal), Key.summary("E", "S", n));
    assertEquals(new Key("E#index#" + ordinal, "chunk"), Key.indexChunk("E", n));
  }
}
