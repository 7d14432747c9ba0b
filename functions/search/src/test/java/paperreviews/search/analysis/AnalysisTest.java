package paperreviews.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {

  private static String terms(Analysis chain, String text) {
    return chain.tokens(text).stream().map(Token::term).collect(Collectors.joining(" "));
  }

  private static List<String> places(Analysis chain, String text) {
    return chain.tokens(text).stream()
        .map(token -> text.substring(token.start(), token.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "健康診断,             健 康 診 断",
    "半教師あり学習,       半 教 師 あ り 学 習",
    "データ拡張,           データ 拡 張",
    "GANの学習,            gan の 学 習",
    "the Networks' layers, the networks layers",
    "𠮷野家と𩸽,           𠮷 野 家 と 𩸽",
    "1905.11946,           1905.11946",
    "犬🐶と猫🐱,           犬 🐶 と 猫 🐱",
    "שלום עולם,            שלום עולם",
    "'、。！?…',           ''",
  })
  void cutsSingleCharactersAndWholeWords(String text, String terms) {
    assertEquals(terms, terms(Analysis.CHARACTERS, text));
  }

  @ParameterizedTest
  @CsvSource({
    "健康診断,              健康 康診 診断",
    "半教師あり学習,        半教 教師 師あ あり り学 学習",
    "データ,                デー ータ",
    "GANの学習,             gan の学 学習",
    "犬,                    犬",
    "the detection of,      detection",
    "detecting detects,     detect detect",
    "Adam's and Adam’s,     adam adam",
    "𠮷野家,                𠮷野 野家",
    "𩸽,                    𩸽",
    "犬 猫,                 犬 猫",
    "犬。猫,                犬 猫",
  })
  void cutsPairsOfCharactersAndStems(String text, String terms) {
    assertEquals(terms, terms(Analysis.BIGRAMS, text));
  }

  @ParameterizedTest
  @CsvSource({
    "ＥｆｆｉｃｉｅｎｔＮｅｔ, EfficientNet",
    "EFFICIENTNET,             efficientnet",
    "ﾃﾞｰﾀ拡張,                 データ拡張",
    "ﾊﾟｰｾﾌﾟﾄﾛﾝ,                パーセプトロン",
    "ｳﾞｨｰｶﾞﾝ,                  ヴィーガン",
    "１９０５．１１９４６,     1905.11946",
    "エンコーダー,             エンコーダ",
    "サーバー,                 サーバ",
    "ｴﾝｺｰﾀﾞｰ,                  エンコーダ",
    "ÉCOLE,                    école",
    "ΑΒΓ,                      αβγ",
    "ヴィーガン,               ビーガン",
    "時々,                     時時",
    "cafe\u0301,               café",
    "第①章,                    第1章",
    "①BERT,                    1 BERT",
    "5㍍,                      5メートル",
    "batch_norm,               batch norm",
    "\\varepsilon,              ε",
    "重みW_iとの,              重みWiとの",
    "第1、,                    第一、",
  })
  void cutsAlikeWhatDiffersInSpellingOrCase(String one, String other) {
    for (var chain : Analysis.values()) {
      assertEquals(terms(chain, other), terms(chain, one));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "explains,     explained",
    "optimization, optimize",
    "iteration,    iterate",
    "mapped,       maps",
    // KStem knows none of these
    "pretraining,  pretrain",
    "pretrained,   pretrain",
    "upsampling,   upsample",
    "upsampled,    upsample",
    "overfitting,  overfit",
    "overfitted,   overfit",
  })
  void stemsAreTheSameForInflectedForms(String one, String other) {
    assertEquals(terms(Analysis.BIGRAMS, other), terms(Analysis.BIGRAMS, one));
  }

  @ParameterizedTest
  @CsvSource({
    "explainability, explains",
    "iterative,      iteration",
    // Other words
    "shape,          SHAP",
    "grades,         Grad",
    "stating,        stat",
  })
  void stemsDifferForDerivedAndOtherWords(String derived, String other) {
    assertNotEquals(terms(Analysis.BIGRAMS, other), terms(Analysis.BIGRAMS, derived));
  }

  @ParameterizedTest
  @CsvSource({"キー, キ", "レイヤ, レイア", "カー, カ", "ルビー, ルビ", "ハッパ, ハパ", "ガン, がん"})
  void tellsShortKatakanaWordsApart(String one, String other) {
    assertTrue(!terms(Analysis.CHARACTERS, one).equals(terms(Analysis.CHARACTERS, other)));
  }

  @Test
  void knowsWhereTokensStoodBeforeTheyWereFolded() {
    assertEquals(List.of("ＧＡＮ", "の", "ﾃﾞｰﾀ", "拡", "張"), places(Analysis.CHARACTERS, "ＧＡＮのﾃﾞｰﾀ拡張"));
    assertEquals(List.of("ｶﾞ"), places(Analysis.CHARACTERS, "ｶﾞ"));
    assertEquals(List.of("a", "ﾊﾞﾊﾟｶﾞ", "b"), places(Analysis.CHARACTERS, "a ﾊﾞﾊﾟｶﾞ b"));
    assertEquals(List.of("エンコーダー", "を"), places(Analysis.CHARACTERS, "エンコーダーを"));
    assertEquals(List.of("𠮷野", "野家"), places(Analysis.BIGRAMS, "𠮷野家"));
    assertEquals(List.of("ﾃﾞｰ", "ｰﾀ"), places(Analysis.BIGRAMS, "ﾃﾞｰﾀ"));
    assertEquals(List.of("コー", "ーダー"), places(Analysis.BIGRAMS, "コーダー"));
    assertEquals(List.of("5", "㍍", "㍍", "㍍", "犬"), places(Analysis.BIGRAMS, "5㍍ 犬"));
    assertEquals(List.of("㋿", "㋿", "元"), places(Analysis.CHARACTERS, "㋿元"));
    assertEquals(List.of("昭㋿", "㋿"), places(Analysis.BIGRAMS, "昭㋿"));
    assertEquals(List.of("①", "②"), places(Analysis.CHARACTERS, "①②"));
  }

  @Test
  void leavesAGapWhereAStopWordStood() {
    assertEquals(
        List.of(0, 3),
        Analysis.BIGRAMS.tokens("state of the art").stream().map(Token::position).toList());
  }

  @Property
  void placesTokensOfAnyTextInOrderOnWholeCharacters(@ForAll @StringLength(max = 256) String text) {
    placesTokensInOrderOnWholeCharacters(text);
  }

  @Property
  void placesTokensOfFoldedTextsInOrderOnWholeCharacters(@ForAll("mixtures") String text) {
    placesTokensInOrderOnWholeCharacters(text);
  }

  @Provide
  Arbitrary<String> mixtures() {
    return FoldedTextTest.mixtures();
  }

  private static void placesTokensInOrderOnWholeCharacters(String text) {
    for (var chain : Analysis.values()) {
      int before = -1;
      int startBefore = 0;
      for (var token : chain.tokens(text)) {
        assertTrue(token.position() > before);
        assertTrue(startBefore <= token.start() && token.start() < token.end());
        assertTrue(token.end() <= text.length());
        assertTrue(!splitsPair(text, token.start()) && !splitsPair(text, token.end()));
        before = token.position();
        startBefore = token.start();
      }
    }
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
