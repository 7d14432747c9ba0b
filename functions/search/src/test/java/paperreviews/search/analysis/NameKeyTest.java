package paperreviews.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
  @ParameterizedTest
  @CsvSource({
    "optimizer, optimal, false",
    "GANs, gan, true",
    "few-shot learning, fewshot learning, true",
    "物体検出, 物体検知, false",
    "classes, class, false",
  })
  void keepsNamesApartThatOnlyLookAlike(String one, String other, boolean same) {
    assertEquals(same, NameKey.of(one).equals(NameKey.of(other)));
  }
}
