package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.seed.FaultyReviewsException;
import paperreviews.seed.ReviewFiles;
import paperreviews.testing.Reviews;

class EditionIdTest {
  @TempDir private Path folder;

  private String id(String file) throws FaultyReviewsException {
    Reviews.write(folder, "a.yaml", file);
    return EditionId.of(ReviewFiles.read(folder));
  }

  @Test
  void isSixteenHexadecimalDigits() throws FaultyReviewsException {
    assertTrue(id(Reviews.FILE).matches("[0-9a-f]{16}"));
  }

  @Test
  void isTheSameForTheSameContentHoweverItIsWritten() throws FaultyReviewsException {
    var rewritten =
        "# A remark\n"
            + Reviews.FILE
                .replace("\"1901.00010\"", "1901.00010")
                .replace("{ja: よく見る, en: It looks well}", "{en: 'It looks well', ja: よく見る}");

    assertEquals(id(Reviews.FILE), id(rewritten));
    assertEquals(EditionId.of(Reviews.catalogue(3, 2)), EditionId.of(Reviews.catalogue(3, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: an-article      | id: the-article",
        "ja: 記事            | ja: 記録",
        "en: An article      | en: The article",
        "year: 2019          | year: 2020",
        "name: Ann           | name: Anna",
        "role: Reader        | role: Writer",
        "kind: profile       | kind: post",
        "title: Home         | title: House",
        "example.org/ann     | example.org/anna",
        "id: vision          | id: sight",
        "number: 1           | number: 2",
        "ja: 画像            | ja: 映像",
        "en: Vision          | en: Sight",
        "ja: はじめに        | ja: はじまり",
        "en: On vision       | en: On sight",
        "title: Background   | title: Foreground",
        "org/background      | org/foreground",
        "1901.00010          | 1901.00011",
        "number: 2           | number: 3",
        "title: Seeing       | title: Saw",
        "abs/1901.00010      | pdf/1901.00010",
        "ja: よく見える      | ja: 見える",
        "en: It sees well    | en: It sees",
        "[視覚, 認識]        | [視覚]",
        "[視覚, 認識]        | [認識, 視覚]",
        "[sight, recognition]| [sight recognition]",
        "kind: slides        | kind: post",
        "title: A talk       | title: Talk",
        "org/talk            | org/speech",
        "title: A post}      | title: A post, url: \"https://example.org/\"}",
        "{kind: post, title: A post} | {kind: post, title: A}",
      })
  void changesWithEveryField(String before, String after) throws FaultyReviewsException {
    assertTrue(Reviews.FILE.contains(before), before);

    // Numbers would no longer count up if only one changed.
    var changed =
        before.startsWith("number: 1")
            ? Reviews.FILE.replace("number: 2", "number: 3").replace(before, after)
            : Reviews.FILE.replace(before, after);

    assertNotEquals(id(Reviews.FILE), id(changed));
  }

  @Test
  void changesWithTheOrderOfPapers() throws FaultyReviewsException {
    var swapped =
        Reviews.FILE
            .replace("looking", "LISTENING")
            .replace("listening", "looking")
            .replace("LISTENING", "listening");

    assertNotEquals(id(Reviews.FILE), id(swapped));
  }

  @Test
  void changesWithTheOrderOfLinks() throws FaultyReviewsException {
    var talk = "- {kind: slides, title: A talk, url: \"https://example.org/talk\"}";
    var post = "- {kind: post, title: A post}";
    var swapped = Reviews.FILE.replace(talk, "?").replace(post, talk).replace("?", post);

    assertNotEquals(id(Reviews.FILE), id(swapped));
  }

  @Test
  void changesWhenATextMovesToAnotherLanguage() throws FaultyReviewsException {
    assertNotEquals(
        id(Reviews.FILE.replace("{ja: よく見る, en: It looks well}", "{ja: x}")),
        id(Reviews.FILE.replace("{ja: よく見る, en: It looks well}", "{en: x}")));
  }

  @Test
  void changesWhenAPaperIsAdded() {
    assertNotEquals(EditionId.of(Reviews.catalogue(3, 2)), EditionId.of(Reviews.catalogue(3, 3)));
  }
}
