package paperreviews.search.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Only what the stemmer takes off shows that it knows them
        "support",
        "objection",
        "question",
        // Inflected
        "later",
        "latest",
        "mapping",
        // Derived
        "objectionable",
        "stabilization",
        // With prefixes
        "unstable",
        "nonlinear",
        "undertrained",
      })
  void stemmerKnowsWordsAndTheirForms(String word) {
    assertTrue(EnglishWords.contains(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"genrative", "teacheer", "sicence", "techical", "efficientnet", "strerain"})
  void stemmerKnowsNeitherTyposNorNames(String word) {
    assertFalse(EnglishWords.contains(word));
  }
}
