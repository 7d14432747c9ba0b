package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.catalogue;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.index.Readings.Word;
import paperreviews.search.query.QueryTerm.Rule;

class SearchReadingsTest {
  private static final Word IMAGE = new Word("画像", "ガゾウ", "gazō");
  private static final Word CLASSES = new Word("分類", "ブンルイ", "bunrui");
  private static final Word PICTURE = new Word("写真", "シャシン", "shashin");
  private static final Map<String, List<Word>> READINGS =
      Map.of("画像分類", List.of(IMAGE, CLASSES), "写真", List.of(PICTURE));

  private static final SearchIndex INDEX =
      SearchIndex.open(
          PackedIndex.build(
              catalogue(
                  List.of(
                      paper("1").keywords(List.of("画像分類"), List.of()).ja("画像を分類する。"),
                      paper("2").keywords(List.of("写真"), List.of()).ja("写真の話。"),
                      paper("3").en("Gaze and buns."))),
              text -> READINGS.getOrDefault(text, List.of())));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "がぞうぶんるい",
        "ガゾウブンルイ",
        "gazoubunrui",
        "gazou bunrui",
        "gazo bunrui",
        "gazō bunrui",
        "がぞう",
        "gazou "
      })
  void searchFindsWhatIsReadSo(String query) {
    assertEquals(List.of("1"), ids(INDEX.search(search(query))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shashin", "syasin", "Syashin", "しゃしん"})
  void searchKnowsBothRomanizations(String query) {
    assertEquals(List.of("2"), ids(INDEX.search(search(query))));
  }

  @ParameterizedTest
  @CsvSource({
    "ぶったいけんち, detection",
    "ﾌﾞｯﾀｲｹﾝﾁ, detection",
    "buttaikenchi, detection",
    "ten'isei, transfer",
    "ten’isei, transfer",
    "kin'yū, finance",
  })
  void searchFindsAConceptByTheReadingOfANameThatNoPaperHas(String query, String id) {
    var papers =
        catalogue(
            List.of(
                paper("detection").ja("物体検出を行う。"),
                paper("transfer").en("On transferability."),
                paper("finance").en("On banking."),
                paper("other").ja("別の話。")));
    var concepts =
        List.of(
            new Concept("detection", List.of("物体検出", "物体検知"), List.of()),
            new Concept("transfer", List.of("転移性"), List.of("transferability")),
            new Concept("finance", List.of("金融"), List.of("banking")));
    var readings =
        Map.of(
            "物体検知",
            List.of(new Word("物体", "ブッタイ", "buttai"), new Word("検知", "ケンチ", "kenchi")),
            "転移性",
            List.of(new Word("転移", "テンイ", "ten'i"), new Word("性", "セイ", "sei")),
            "金融",
            List.of(new Word("金融", "キンユウ", "kin'yū")));
    var index =
        SearchIndex.open(
            PackedIndex.build(
                new Catalogue(papers.articles(), papers.sections(), papers.papers(), concepts),
                text -> readings.getOrDefault(text, List.of())));

    assertEquals(List.of(id), ids(index.search(search(query))));
  }

  @Test
  void hitSaysThatItIsReadSo() {
    var hit = INDEX.search(search("syasin")).hits().getFirst();

    assertTrue(hit.explanation().stream().allMatch(each -> each.rule() == Rule.READING));
    assertEquals("写真", hit.explanation().getFirst().matched());
  }

  @Test
  void wordThatOccursIsNoReading() {
    assertEquals(List.of("3"), ids(INDEX.search(search("gaze"))));
  }
}
