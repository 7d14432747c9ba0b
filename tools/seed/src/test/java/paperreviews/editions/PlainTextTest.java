package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.seed.FaultyReviewsException;
import paperreviews.seed.ReviewFiles;
import paperreviews.testing.Reviews;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "猫を**小さな**網で*速く*分類する。 | 猫を小さな網で速く分類する。",
        "`train.py`と[実装](https://example.org/cats)がある。 | train.pyと実装がある。",
        "式は$x_1 < y$で、\\*は積。 | 式は$x_1 < y$で、*は積。",
        "![図](https://example.org/a.png)を見る。 | 図を見る。",
        "<b>太字</b>ではない。 | <b>太字</b>ではない。"
      })
  void hasTheWordsOfALine(String markdown, String plain) {
    assertEquals(plain, PlainText.of(markdown));
  }

  @Test
  void hasTheWordsOfAllBlocks() {
    assertEquals(
        """
        工夫は二つ。

        速い
        小さい

        引用。

        # 学習
        python train.py

        手法 精度
        提案 90\
        """,
        PlainText.of(
            """
            工夫は二つ。

            - 速い
            - 小さい

            > 引用。

            ```sh
            # 学習
            python train.py
            ```

            | 手法 | 精度 |
            |---|---|
            | 提案 | **90** |
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "一行。", "一行。\n二行。", "一段。\n\n二段。", "B1->B7 & C", "2 * 3 * 4", "# 見出し"})
  void isTheTextItselfWithoutMarks(String text) {
    assertEquals(text, PlainText.of(text));
  }

  @Test
  void leavesReviewsWithoutMarksAsTheyAre() throws FaultyReviewsException {
    var catalogue = ReviewFiles.read(Reviews.FIXED);

    assertEquals(catalogue, PlainText.of(catalogue));
  }
}
