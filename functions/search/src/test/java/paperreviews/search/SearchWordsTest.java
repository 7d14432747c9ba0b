package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.marked;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.search.query.InterpretedQuery.Matched;

class SearchWordsTest {
  private static final SearchIndex INDEX =
      index(
          paper("efficient").titled("ＥｆｆｉｃｉｅｎｔＮｅｔ: Rethinking Model Scaling"),
          paper("augment").ja("強いﾃﾞｰﾀ拡張を使うエンコーダーである。").en("Strong augmentation of data."),
          paper("detect").ja("小型犬の物体検出。").en("It detects objects, and is good at detecting."),
          paper("health").ja("健康診断の結果を予測する。"),
          paper("look").ja("見た目を変える。見かけ。"),
          paper("vegan").ja("ヴィーガン料理の画像。"),
          paper("video").ja("ヴィーとガンの話。"),
          paper("rare").ja("𠮷野家の𩸽定食。"),
          paper("gan").ja("GANの学習を安定させる。"),
          paper("mixed").ja("学習したGANである。のちに述べる。"),
          paper("semi").ja("半教師あり学習の手法。"),
          paper("semiless").ja("教師なし学習。半分の学習。あり。"),
          paper("robot").ja("🤖と👩‍🔬の論文。🇯🇵"),
          paper("hebrew").en("A paper on שלום עולם in Hebrew, and العربية."),
          paper("keywords").keywords(List.of("蒸留"), List.of("distillation", "teacher")),
          paper("section").in("speech", "音声認識", "Speech Recognition"),
          paper("art").titled("The State of the Art"),
          paper("company").en("The company gave a state its art."));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "efficientnet            | efficient",
        "EFFICIENTNET            | efficient",
        "ｅｆｆｉｃｉｅｎｔｎｅｔ | efficient",
        "データ拡張              | augment",
        "ﾃﾞｰﾀ拡張                | augment",
        "データ                  | augment",
        "エンコーダ              | augment",
        "エンコーダー            | augment",
        "ｴﾝｺｰﾀﾞｰ                 | augment",
        "detect                  | detect",
        "detecting               | detect",
        "DETECTED                | detect",
        "健                      | health",
        "見                      | look",
        "健康                    | health",
        "健康診断                | health",
        "犬                      | detect",
        "ヴィーガン              | vegan",
        "ｳﾞｨｰｶﾞﾝ                 | vegan",
        "𠮷                      | rare",
        "𠮷野家                  | rare",
        "𩸽                      | rare",
        "GANの                   | gan",
        "半教師あり学習          | semi",
        "教師あり                | semi",
        "🤖                      | robot",
        "👩‍🔬                      | robot",
        "🇯🇵                      | robot",
        "שלום                    | hebrew",
        "עולם שלום               | hebrew",
        "العربية                 | hebrew",
        "蒸留                    | keywords",
        "Teachers                | keywords",
        "音声認識                | section",
        "speech                  | section",
      })
  void findsOnlyThePaperWithTheWord(String query, String id) {
    var result = INDEX.search(search(query));

    assertEquals(List.of(id), ids(result));
    assertEquals(1, result.total());
    assertEquals(Matched.ALL, result.query().matched());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ヴェクトル   | ベクトル",
        "ヴィーガン   | ビーガン",
        "ゔぃーがん   | びーがん",
        "レヴュー     | レビュー",
        "時々         | 時時",
        "部分々々     | 部分部分",
        "金子みすゞ   | 金子みすず",
        "バナヽ       | バナナ",
        "デ−タ        | データ",
        "テ\u3099ータ | データ",
        "cafe\u0301   | café",
        "①            | 1",
        "Ⅳ            | iv",
        "㍍           | メートル",
        "㈱           | 株",
        "ﬁne-tuning   | fine-tuning",
        "L²           | L2",
        "⼈間         | 人間",
        "ｴﾝｺｰﾀﾞｰ      | エンコーダ",
      })
  void findsAndMarksEachSpellingByTheOther(String one, String other) {
    finds(one, other);
    finds(other, one);
    finds(one, one);
  }

  private static void finds(String query, String spelling) {
    var index =
        index(
            paper("found").titled(spelling + "。").ja("これは" + spelling + "、"), paper("not").ja("犬"));
    var result = index.search(search(query));

    assertEquals(List.of("found"), ids(result));
    assertEquals(Matched.ALL, result.query().matched());
    assertEquals("[" + spelling + "]。", marked(result.hits().getFirst().title()));
    assertEquals("これは[" + spelling + "]、", marked(result.hits().getFirst().review()));
  }

  @ParameterizedTest
  @CsvSource({"ガン, がん", "ルビー, ルビ", "ヴ, ウ", "時々, 時"})
  void tellsOtherWordsApart(String query, String other) {
    var index = index(paper("other").ja("これは" + other + "、"));

    assertEquals(List.of(), ids(index.search(search("\"" + query + "\""))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "物体検出 detects            | detect",
        "物体検出　犬                | detect",
        "augmentation ﾃﾞｰﾀ           | augment",
        "学習 GANの                  | gan",
        "the detects of objects      | detect",
        "the the a detects           | detect",
        "rethinking of scaling       | efficient",
        "speech 音声                 | section",
        "distillation 蒸留           | keywords",
      })
  void findsOnlyThePaperThatHasAllWords(String query, String id) {
    var result = INDEX.search(search(query));

    assertEquals(List.of(id), ids(result));
    assertEquals(Matched.ALL, result.query().matched());
  }

  @Test
  void wordThatBeginsWithAStopWordIsNotFoundByTheRestOfIt() {
    var index =
        index(paper("on").en("An on-policy method"), paper("off").en("Off-policy and a policy"));

    assertEquals(List.of("on"), ids(index.search(search("on-policy "))));
  }

  @Test
  void fallsBackToAnyPartOfTheWordsWhereNoPaperHasAll() {
    var result = INDEX.search(search("健康 蒸留"));

    assertEquals(Matched.ANY, result.query().matched());
    assertEquals(List.of("health", "keywords"), ids(result).stream().sorted().toList());
    assertEquals(2, result.total());
  }

  @Test
  void fallsBackToTheWordsInASentenceWithoutSpaces() {
    var result = INDEX.search(search("蒸留による健康診断"));

    assertEquals(Matched.ANY, result.query().matched());
    assertEquals("health", ids(result).getFirst());
  }

  @Test
  void ranksPapersWithMoreOfTheWordsFirst() {
    var index =
        index(
            paper("one").en("flows for pictures"),
            paper("two").en("flows for sounds"),
            paper("none").en("trees for numbers"));

    assertEquals(
        List.of("two", "one"), ids(index.search(search("autoregressive flows of sounds"))));
  }

  @Test
  void findsNothingWhereNoPaperHasAnyPartOfTheWords() {
    for (var query : List.of("xyzzy", "鯨", "👽", "ℵ")) {
      assertEquals(List.of(), ids(INDEX.search(search(query))), query);
    }
  }

  @Test
  void findsNothingForPunctuation() {
    for (var query : List.of("!", "、。", "\"", "\"\"", " ", "…", "\u200b")) {
      var result = INDEX.search(search(query));

      assertEquals(0, result.total(), query);
      assertEquals(List.of(), result.hits());
      assertEquals(List.of(), result.facets().sections());
    }
  }

  @Test
  void doesNotFallBackOnStopWords() {
    assertEquals(List.of(), ids(INDEX.search(search("the xyzzy of"))));
    assertEquals(List.of(), ids(INDEX.search(search("xyzzy-of-the-xyzzy"))));
  }

  @Test
  void doesNotFallBackOnASingleKana() {
    assertEquals(List.of("keywords"), ids(INDEX.search(search("蒸留の xyzzy"))));
  }

  @Test
  void findsStopWordsOnlyWhereTheyAreQuoted() {
    assertEquals(List.of(), ids(INDEX.search(search("the"))));
    assertEquals(
        List.of("art", "company"), ids(INDEX.search(search("\"the\""))).stream().sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"object detection\"    | ''",
        "\"model scaling\"       | efficient",
        "“model scaling”         | efficient",
        "＂model scaling＂       | efficient",
        "\"ｍｏｄｅｌ　Scaling\" | efficient",
        "\"scaling model\"       | ''",
        "\"rethinking scaling\"  | ''",
        "\"state of the art\"    | art",
        "\"半教師あり学習\"      | semi",
        "\"教師なし\" 半分       | semiless",
        "\"教師なし\" 健康       | semiless",
        "\"教師 学習\"           | ''",
        "\"GANの学習\"           | gan",
        "\"distillation teacher\" | ''",
        "\"xyzzy\" 健康          | ''",
      })
  void findsAPhraseOnlyWhereItsWordsFollowEachOther(String query, String id) {
    assertEquals(id, String.join(" ", ids(INDEX.search(search(query)))));
  }

  @Test
  void findsNoPaperForHalfOfAPhrase() {
    var result = INDEX.search(search("\"model scaling laws\""));

    assertEquals(List.of(), ids(result));
    assertEquals(Matched.ALL, result.query().matched());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rethinking model scaling the                         | ALL",
        "\"model\" \"scaling\" \"rethinking\" \"efficientnet\" | ALL",
        "rethinking model scaling \"xyzzy\" OR efficientnet    | ALL",
        "rethinking model scaling efficientnet                | ANY",
      })
  void takesFourWordsOrMoreForADescription(String query, Matched matched) {
    var result = INDEX.search(search(query));

    assertEquals("efficient", ids(result).getFirst());
    assertEquals(matched, result.query().matched());
  }

  @Test
  void requiresNoPhraseThatAWordMayReplaceWhereNoPaperHasAll() {
    var result = INDEX.search(search("蒸留 \"健康診断\" OR 小型犬"));

    assertEquals(Matched.ANY, result.query().matched());
    assertEquals(List.of("detect", "health", "keywords"), ids(result).stream().sorted().toList());
  }

  @Test
  void readsUnbalancedQuotesAsWords() {
    var result = INDEX.search(search("\"scaling model"));

    assertEquals(List.of("efficient"), ids(result));
    assertEquals(List.of("scaling", "model"), result.query().words());
    assertEquals(List.of(), result.query().phrases());
  }

  @Test
  void saysWhatItUnderstood() {
    var understood = INDEX.search(search("健康 “model scaling” the")).query();

    assertEquals(List.of("健康", "the"), understood.words());
    assertEquals(List.of("model scaling"), understood.phrases());
    assertEquals(Matched.ANY, understood.matched());
  }

  @Test
  void ranksAWordInTheTitleAboveOneInTheReview() {
    var index =
        index(
            paper("review").titled("Other things").en("attention for pictures"),
            paper("title").titled("Attention things").en("nothing for pictures"));

    assertEquals(List.of("title", "review"), ids(index.search(search("attention"))));
  }

  @Test
  void findsWordsThatAreSpreadOverTheFieldsOfAPaper() {
    var index =
        index(
            paper("spread")
                .titled("EfficientNet")
                .ja("画像を分類する。")
                .keywords(List.of("探索"), List.of()),
            paper("part").titled("EfficientNet").ja("画像を拡大する。"));

    assertEquals(List.of("spread"), ids(index.search(search("efficientnet 分類 探索"))));
  }
}
