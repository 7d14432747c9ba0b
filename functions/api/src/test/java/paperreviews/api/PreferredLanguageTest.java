package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Language;

class PreferredLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en                              | EN",
        "ja                              | JA",
        "en-US,en;q=0.9,ja;q=0.8         | EN",
        "ja-JP, en;q=0.5                 | JA",
        "EN-us                           | EN",
        "en;q=0.5, ja                    | JA",
        "ja, en                          | JA",
        "en, ja                          | EN",
        "de, fr;q=0.9, en;q=0.1          | EN",
        "en;q=0, ja;q=0.1                | JA",
        "en;q=0, *                       | JA",
        "en;q=0.1, en-GB;q=0.9, ja;q=0.5 | EN",
      })
  void isTheOneThatTheHeaderPrefers(String header, Language language) {
    assertEquals(new PreferredLanguage(Optional.of(language), true), read("", header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "de", "de, *;q=0.1", "en;q=0", "ja;q=0, en;q=0", "en;q=2", "english"})
  void isNoneWhereTheHeaderPrefersNeither(String header) {
    assertEquals(new PreferredLanguage(Optional.empty(), true), read("", header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "EN", "en-US", "en-gb", "en-Latn-US"})
  void isTheOneThatTheParameterNames(String tag) {
    var language = read("lang=" + tag, "ja");

    assertEquals(new PreferredLanguage(Optional.of(Language.EN), false), language);
    assertEquals(Optional.empty(), language.choice());
  }

  @Test
  void choiceOfTheHeaderIsPartOfTheAnswersTag() {
    assertEquals(Optional.of("en"), read("", "en").choice());
    assertEquals(Optional.of(""), read("", "").choice());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "english", "e", "en_US", "*", "-en"})
  void refusesAnyOtherParameter(String tag) {
    var parameters = request("lang=" + tag, "en").parameters("lang");
    PreferredLanguage.read(parameters, request("", "en"));

    var problem = assertThrows(ProblemException.class, parameters::check).problem();
    assertEquals("Give one of: ja, en.", problem.errors().getFirst().detail());
  }

  private static PreferredLanguage read(String query, String header) {
    var request = request(query, header);
    return PreferredLanguage.read(request.parameters("lang"), request);
  }

  private static Request request(String query, String header) {
    return new Request("GET", "/x", "/x", query, Map.of("accept-language", header), Map.of(), "");
  }
}
