package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                | JSON",
        "*/*                                               | JSON",
        "application/json                                  | JSON",
        "application/x-bibtex                              | BIBTEX",
        "application/X-BibTeX                              | BIBTEX",
        "application/x-bibtex, */*                         | BIBTEX",
        "application/x-bibtex, application/json;q=0.9      | BIBTEX",
        "application/json, application/x-bibtex            | JSON",
        "application/json;q=0.1, application/x-bibtex;q=0.2 | BIBTEX",
        "application/x-bibtex;q=0                          | JSON",
        "application/x-bibtex;q=0.1, */*                   | JSON",
        "application/x-bibtex;q=0.5, application/*;q=0.6   | JSON",
        // Who accepts neither is not refused.
        "text/html                                         | JSON",
        "application/json;q=0                              | JSON",
      })
  void isTheOneThatTheClientPrefers(String accept, Format expected) {
    assertEquals(expected, read("", accept));
  }

  @ParameterizedTest
  @CsvSource({
    "format=bibtex, application/json, BIBTEX",
    "format=json, application/x-bibtex, JSON",
  })
  void isTheOneThatTheParameterNames(String query, String accept, Format expected) {
    assertEquals(expected, read(query, accept));
  }

  private static Format read(String query, String accept) {
    var headers = Map.of("accept", accept);
    var request = new Request("GET", "/x", "/x", query, headers, Map.of(), "");
    return Format.read(request.parameters("format"), request);
  }
}
