package paperreviews.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzedTextTest {

  @ParameterizedTest
  @CsvSource({
    "detection,       BIGRAMS",
    "detection of,    BIGRAMS",
    "C,               BIGRAMS",
    "学習,            BIGRAMS",
    "半教師あり学習,  BIGRAMS",
    "学習 GAN,        BIGRAMS",
    "犬,              CHARACTERS",
    "GANの,           CHARACTERS",
    "犬 GAN,          CHARACTERS",
    "𠮷,              CHARACTERS",
    "🤖,              CHARACTERS",
    "on-policy,       CHARACTERS",
    "on‑policy,       CHARACTERS",
    "on policy,       BIGRAMS",
    "state-of-the-art, BIGRAMS",
    "the,             CHARACTERS",
  })
  void isCutIntoCharactersWhereABigramWouldNeedANeighbour(String text, Analysis chain) {
    assertEquals(Optional.of(chain), AnalyzedText.of(text).map(AnalyzedText::analysis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"㍿", "㋿", "℀"})
  void isCutWhereOneCharacterIsSeveralTokens(String text) {
    assertEquals(Optional.of(Analysis.BIGRAMS), AnalyzedText.of(text).map(AnalyzedText::analysis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "!?", "、。", "…", "\u200b", "\ud842"})
  void isNothingWithoutALetter(String text) {
    assertEquals(Optional.empty(), AnalyzedText.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "the, true", "THE, true", "Ｔｈｅ, true", "of the, true",
    "art, false", "the art, false", "の, false", "犬, false",
  })
  void isAStopWordIfItHasNothingElse(String text, boolean stopWord) {
    assertEquals(Optional.of(stopWord), AnalyzedText.of(text).map(AnalyzedText::isStopWord));
  }
}
