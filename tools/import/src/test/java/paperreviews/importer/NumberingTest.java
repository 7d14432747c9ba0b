package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. Title | [1] | 1. | CERTAIN",
        "12)Title | [12] | 1) | CERTAIN",
        "(3) Title | [3] | (1) | CERTAIN",
        "【3】Title | [3] | 【1】 | CERTAIN",
        "[3] Title | [3] | [1] | CERTAIN",
        "第2章 題 | [2] | 第1章 | CERTAIN",
        "２．題 | [2] | 1. | CERTAIN",
        "2-3. Title | [2, 3] | 1-1. | CERTAIN",
        "６－２．題 | [6, 2] | 1-1. | CERTAIN",
        "③ Title | [3] | ① | CERTAIN",
        "3 Title | [3] | 1 | SPACED",
        "1.58 Bits | [1, 58] | 1-1 | SPACED",
        "2.5D | [2] | 1. | TIGHT",
      })
  void isReadAtTheBeginningOfATitle(
      String text, String numbers, String pattern, Numbering.Certainty certainty) {
    var numbering = Numbering.of(text).orElseThrow();

    assertEquals(numbers, numbering.numbers().toString());
    assertEquals(pattern, numbering.pattern());
    assertEquals(certainty, numbering.certainty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Title 1",
        "2020年の論文",
        "3D Reading",
        "80%の論文",
        "(2020) Title",
        "[1 Title",
        "1."
      })
  void isNotSeenElsewhere(String text) {
    assertEquals(Optional.empty(), Numbering.of(text));
  }
}
