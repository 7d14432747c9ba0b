package paperreviews.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomajiTest {
  @ParameterizedTest
  @CsvSource({
    "shashin, syasin",
    "chūshutsu, tyuusyutu",
    "jōhō, zyouhou",
    "jouhou, zyoho",
    "fukugouka, hukugōka",
    "shinbun, shimbun",
    "matchi, matti",
    "kan'i, kan i",
    "Tōkyō, toukyou",
  })
  void spellingsOfOneReadingHaveOneKey(String one, String other) {
    assertEquals(Romaji.key(one), Romaji.key(other));
  }
}
