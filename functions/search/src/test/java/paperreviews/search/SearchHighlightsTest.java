package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.find;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.marked;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.model.Language;
import paperreviews.search.Papers.TestPaper;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.result.Hit;
import paperreviews.search.result.TextPart;

class SearchHighlightsTest {

  private static Language language(String tag) {
    return Language.valueOf(tag.toUpperCase(Locale.ROOT));
  }

  private static Hit hit(TestPaper paper, String query, Language preferred) {
    var request =
        new SearchRequest(
            Optional.of(query),
            Filters.NONE,
            Order.RELEVANCE,
            1,
            Optional.empty(),
            Optional.of(preferred));
    return index(paper).search(request).hits().getFirst();
  }

  private static Hit hit(TestPaper paper, String query) {
    return index(paper).search(search(query)).hits().getFirst();
  }

  @Test
  void marksTheOriginalCharactersInTitleAndReview() {
    var hit =
        hit(paper("1").titled("ＥｆｆｉｃｉｅｎｔＮｅｔ v2").ja("EfficientNetとﾃﾞｰﾀ拡張。"), "efficientnet データ拡張");

    assertEquals("[ＥｆｆｉｃｉｅｎｔＮｅｔ] v2", marked(hit.title()));
    assertEquals("[EfficientNet]と[ﾃﾞｰﾀ拡張]。", marked(hit.review()));
  }

  @Test
  void showsTheReviewInTheLanguageThatHasMoreOfTheWords() {
    var paper = paper("1").ja("GANの学習を安定させる。").en("It makes training of a GAN stable.");

    assertEquals(Language.EN, hit(paper, "gan training").language());
    assertEquals(
        "It makes [training] of a [GAN] stable.", marked(hit(paper, "gan training").review()));
    assertEquals(Language.JA, hit(paper, "gan 学習").language());
    assertEquals("[GAN]の[学習]を安定させる。", marked(hit(paper, "gan 学習").review()));
  }

  @Test
  void showsJapaneseWhereBothLanguagesHaveAsMany() {
    var paper = paper("1").titled("Flows").ja("GANの学習。").en("GAN, GAN and GAN.");

    assertEquals(Language.JA, hit(paper, "gan").language());
    assertEquals(Language.JA, hit(paper, "flows").language());
  }

  @ParameterizedTest
  @CsvSource({
    // in both, in neither, in the preferred one, in the other one
    "gan, en, en",
    "gan, ja, ja",
    "flows, en, en",
    "flows, ja, ja",
    "train, en, en",
    "train, ja, en",
    "学習, ja, ja",
    "学習, en, ja",
    // The other has more of the words
    "gan 学習, en, en",
    "gan train, ja, ja",
  })
  void showsThePreferredLanguageUnlessOnlyTheOtherMatches(
      String query, String preferred, String shown) {
    var paper = paper("1").titled("Flows train 学習").ja("GANの学習。").en("We train a GAN.");

    assertEquals(language(shown), hit(paper, query, language(preferred)).language());
  }

  @Test
  void showsTheOneLanguageThatThereIs() {
    assertEquals(Language.EN, hit(paper("1").en("Trees."), "trees", Language.JA).language());
    assertEquals(Language.JA, hit(paper("1").ja("木の枝。"), "木の枝", Language.EN).language());
    assertEquals(Language.EN, hit(paper("1").titled("Flows").en("Trees."), "flows").language());
    assertEquals("Trees.", marked(hit(paper("1").titled("Flows").en("Trees."), "flows").review()));
    assertEquals(Language.JA, hit(paper("1").titled("Flows").ja("木。"), "flows").language());
    assertEquals(List.of(), hit(paper("1").titled("Flows"), "flows").review());
  }

  @Test
  void showsTheWindowAroundTheBestMatches() {
    var review = "あ".repeat(400) + "GANと敵対的学習。" + "い".repeat(400) + "GAN";

    var window = marked(hit(paper("1").ja(review), "GAN 敵対的学習").review());

    assertTrue(window.contains("[GAN]と[敵対的学習]。"), window);
    assertTrue(window.length() < 210, window);
  }

  @Test
  void showsTheBeginningWithoutMarksWhereNothingWasAskedFor() {
    var all = find(Optional.empty(), Filters.NONE, 1, Optional.empty());
    var paper = paper("1").titled("Flows").ja("あ".repeat(400));

    var hit = index(paper).search(all).hits().getFirst();

    assertEquals(List.of(new TextPart("Flows", false)), hit.title());
    assertEquals(List.of(new TextPart("あ".repeat(160), false)), hit.review());
  }

  @Test
  void marksTheWordsOfASentenceThatNoPaperHasWhole() {
    var hit = hit(paper("1").ja("学習を速くする画像認識。"), "画像認識の速い学習");

    assertEquals("[学習]を速くする[画像認識]。", marked(hit.review()));
  }

  @Test
  void marksAPhraseAsAWhole() {
    var hit =
        hit(paper("1").titled("State of the Art: the state").en("It."), "\"state of the art\"");

    assertEquals("[State of the Art]: the state", marked(hit.title()));
  }
}
