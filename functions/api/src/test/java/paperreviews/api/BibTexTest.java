package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Keywords;
import paperreviews.model.PaperSummary;

class BibTexTest {
  private static String entry(String id, String title, String url) {
    var keywords = new Keywords(List.of(), List.of());
    return BibTex.entry(PaperSummary.of(id, title, url, "section", 1, keywords));
  }

  @Test
  void tellsOfAnArxivPaperWhatItsNumberTells() {
    assertEquals(
        """
        @misc{1905.11946,
          title = {{EfficientNet: Rethinking Model Scaling}},
          url = {https://arxiv.org/abs/1905.11946},
          eprint = {1905.11946},
          archivePrefix = {arXiv},
          year = {2019}
        }
        """,
        entry(
            "1905.11946",
            "EfficientNet: Rethinking Model Scaling",
            "https://arxiv.org/abs/1905.11946"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BJlOcR4KwS", "a-paper-of-1905", "1913.00001", "1900.00001", "19051.1946"})
  void leavesOutWhatNoNumberTells(String id) {
    assertEquals(
        "@misc{%s,\n  title = {{T}},\n  url = {https://a.example}\n}\n".formatted(id),
        entry(id, "T", "https://a.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R&D: 100% of $5 #1 a_b | R\\&D: 100\\% of \\$5 \\#1 a\\_b",
        "~x^2                   | \\textasciitilde{}x\\textasciicircum{}2",
        "\\alpha                | \\textbackslash{}alpha",
        "{a}                    | \\textbraceleft{}a\\textbraceright{}",
        "物体検知 é 𩸽 — “q”      | 物体検知 é 𩸽 — “q”",
        "\"@misc{x,\"           | \"@misc\\textbraceleft{}x,\"",
      })
  void showsATitleAsItIs(String title, String escaped) {
    assertTrue(
        entry("x", title, "https://a.example").contains("  title = {{%s}},\n".formatted(escaped)),
        () -> entry("x", title, "https://a.example"));
  }

  @Test
  void encodesInAnAddressWhatWouldEndIt() {
    assertTrue(
        entry("x", "T", "https://a.example/?q=50%25&a_b=}{\\ \n#z")
            .contains("  url = {https://a.example/?q=50%25&a_b=%7D%7B%5C%20%0A#z}\n"));
  }

  @Property
  void staysOneEntryWhateverStandsInIt(
      @ForAll String id, @ForAll String title, @ForAll String url) {
    var entry = entry(id, title, url);

    int depth = 0;
    for (int at = 0; at < entry.length(); at++) {
      depth += entry.charAt(at) == '{' ? 1 : entry.charAt(at) == '}' ? -1 : 0;
      assertEquals(at >= entry.length() - 2 || at < entry.indexOf('{'), depth == 0, entry);
    }
    assertEquals(0, depth, entry);
    assertTrue(entry.substring(0, entry.indexOf(',')).matches("@misc\\{[A-Za-z0-9.:_-]*"), entry);
  }
}
