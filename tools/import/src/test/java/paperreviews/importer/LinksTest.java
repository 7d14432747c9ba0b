package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static List<String> links(String text) {
    return Links.in(text, Optional.of("https://own.org")).stream()
        .map(link -> link.kind().word() + " " + link.title() + " " + link.url().orElse("-"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "以前発表した解説資料→ https://www.slideshare.net/a | slides 以前発表した解説資料 https://www.slideshare.net/a",
        "コード→https://github.com/a/b | code コード https://github.com/a/b",
        "公式実装: https://example.org/code | code 公式実装 https://example.org/code",
        "精度が上がる。コード⇒ https://github.com/a/b | code コード https://github.com/a/b",
        "以前書いたブログはこちら → 題(副題) | post 題(副題) -",
        "以前書いたブログはこちら → “題” | post 題 -",
        "こう考えたというブログ記事→ 「題」 | post 題 -",
        "論文の解説資料→ | slides 論文の解説資料 -",
        "コード→ | code コード -",
        "コード -> [GitHub](https://github.com/a/b) | code GitHub https://github.com/a/b",
        "解説ブログ→ [こちら](https://example.org/b) | post 解説ブログ https://example.org/b",
        "後続の[題](https://arxiv.org/abs/1910.14667)では | paper 題 https://arxiv.org/abs/1910.14667",
        "大丈夫(https://arxiv.org/abs/1910.14667)だ | paper https://arxiv.org/abs/1910.14667"
            + " https://arxiv.org/abs/1910.14667",
        "デモ: https://example.org/demo | page デモ https://example.org/demo",
      })
  void areReadFromALine(String line, String link) {
    assertEquals(List.of(link), links(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B1->B7を構築する。",
        "動画→テキストの変換を、順に行う。",
        "入力→出力",
        "画像→資料",
        "自分の論文 https://own.org です",
        "記事を書く。"
      })
  void areNotSeenInOrdinarySentences(String line) {
    assertEquals(List.of(), links(line));
  }

  @Test
  void takeTheirTitleFromALineAboveThatPointsToThem() {
    assertEquals(
        List.of("slides 解説資料 https://speakerdeck.com/a"),
        links("解説資料→\n\nhttps://speakerdeck.com/a"));
  }

  @Test
  void standOnceForAnAddress() {
    assertEquals(
        List.of("page https://x.org/1 https://x.org/1", "page https://x.org/2 https://x.org/2"),
        links("(https://x.org/1)と(https://x.org/2)と(https://x.org/1)"));
  }
}
