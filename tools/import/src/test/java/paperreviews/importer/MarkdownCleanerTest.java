package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownCleanerTest {
  private static String clean(String line) {
    return MarkdownCleaner.clean(List.of(line)).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>Small</b> <i>Nets</i> | **Small** *Nets*",
        "<font color=\"red\">画像</font> | 画像",
        "<a href=\"https://example.org/a\">紙</a> | [紙](https://example.org/a)",
        "<img src='https://example.org/a.png' width=3> | ![](https://example.org/a.png)",
        "<h3>Small Nets</h3> | ### Small Nets",
        "Q&amp;A &lt;b&gt; &nbsp;x | Q&A \\<b>  x",
        "&#42;a&#42; | \\*a\\*",
        "前<!-- 見えない -->後 | 前後",
        "[https://arxiv.org/abs/2001.00001:title] | https://arxiv.org/abs/2001.00001",
        "[https://example.org/a:title=紙] | [紙](https://example.org/a)",
        "[https://example.org/a:embed:cite] | https://example.org/a",
        "@[card](https://example.org/a) | https://example.org/a",
        "＃＃ 画像 | ## 画像",
        "##画像 | ## 画像",
        "###1. Small Nets | ### 1. Small Nets",
        "<T> は型 | \\<T> は型",
      })
  void rewritesWhatIsNoMarkdown(String line, String markdown) {
    assertEquals(markdown, clean(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`<b>`と`&amp;`",
        "\\<b> \\[1]",
        "a < b & c > d",
        "[紙](https://example.org/a)",
        "#機械学習",
        "[1]",
        "AT&T",
        "p<0.05",
        "``a ` <b>``"
      })
  void leavesMarkdownAsItIs(String line) {
    assertEquals(line, clean(line));
  }

  @Test
  void leavesCodeAsItIs() {
    var lines =
        List.of("```html", "<b>&amp;</b>", "[1]: https://example.org", "```", "~~~", "<i>", "~~~");

    assertEquals(lines, MarkdownCleaner.clean(lines));
  }

  @Test
  void resolvesReferencesAndFootnotesWhereTheyAreUsed() {
    assertEquals(
        List.of(
            "[紙](https://example.org/a)と[b](https://example.org/b)を読む (注 https://example.org/c)。",
            "[無い][none]",
            "",
            "",
            ""),
        MarkdownCleaner.clean(
            List.of(
                "[紙][1]と[b]を読む[^n]。",
                "[無い][none]",
                "[1]: <https://example.org/a> \"題\"",
                "[B]: https://example.org/b",
                "[^n]: 注 https://example.org/c")));
  }
}
