package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.seed.WebAddress;

class InlineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "と似た案(https://arxiv.org/abs/1710.05381)もある | https://arxiv.org/abs/1710.05381",
        "と似た案（https://arxiv.org/abs/1710.05381）もある | https://arxiv.org/abs/1710.05381",
        "https://arxiv.org/abs/1710.05381もある | https://arxiv.org/abs/1710.05381",
        "see https://example.org/a. | https://example.org/a",
        "「https://example.org/a」、 | https://example.org/a",
        "<https://example.org/a> | https://example.org/a",
        "(https://example.org/a_(b)) | https://example.org/a_(b)",
        "https://example.org/?q=a&b=c#d, | https://example.org/?q=a&b=c#d",
        "**https://example.org/a** | https://example.org/a",
        "https://www.linkedin.com/in/亮宏-藤井-99 と | https://www.linkedin.com/in/亮宏-藤井-99",
        "[a](https://example.org/a_(b)) | https://example.org/a_(b)",
        "[a](<https://example.org/a> \"title\") | https://example.org/a",
        "[[1710.05381] A title](https://arxiv.org/abs/1710.05381) |"
            + " https://arxiv.org/abs/1710.05381",
        "![a](ftp://example.org) no address | ",
        "httpsとは | ",
        "https://example.org/a、b | https://example.org/a",
      })
  void areFoundInSentences(String line, String address) {
    assertEquals(
        address == null ? List.of() : List.of(address),
        Inline.of(line).links().stream().map(Inline.Span::address).toList());
  }

  @Test
  void areFoundWithTheWordsOfTheirLinks() {
    var line = Inline.of("後続の[A [b] c](https://x.org/1)と https://x.org/2 では");
    var links = line.links();

    assertEquals("A [b] c", line.words(links.getFirst()));
    assertEquals("https://x.org/2", links.getLast().address());
    assertEquals("", line.words(links.getLast()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.org/a b",
        "ftp://x.org",
        "javascript:alert(1)",
        "https:///x",
        "x.org",
        "https://",
        "data:text/html,x",
        "//x.org"
      })
  void areHttpAndNothingElse(String text) {
    assertFalse(WebAddress.isAddress(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.org",
        "HTTP://x.org:8080/a?b#c",
        "https://a_b.x.org/c",
        "https://x.org/亮宏"
      })
  void areAbsolute(String text) {
    assertTrue(WebAddress.isAddress(text));
  }

  @ParameterizedTest
  @Timeout(30)
  @ValueSource(strings = {"[", "(", "https://x.org/(", "![", "[a](https://x.org/", "第", "1-", "*"})
  void takeNoLongTimeToFind(String piece) {
    var line = Lines.of(MarkdownCleaner.clean(List.of(piece.repeat(50_000)))).getFirst();

    assertTrue(line.content().links().size() <= 50_000);
    Title.of(line);
    AddressLine.of(line);
  }
}
