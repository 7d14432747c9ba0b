package paperreviews.search.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class FoldedTextTest {

  private static String folded(String text) {
    return FoldedText.of(text).text();
  }

  @ParameterizedTest
  @CsvSource({
    "ＧＡＮ１２,       GAN12",
    "ｶﾞﾊﾟﾃﾞｱ,          ガパデア",
    "か\u3099と日本,   がと日本",
    "か゛は゜,         がぱ",
    "テ゛ータ,         データ",
    "cafe\u0301s,      cafés",
    "ｃａｆｅ\u0301,      café",
    "e\u0323\u0302,    ệ",
    "㍍と㌔,           メートルとキロ",
    "㈱,               (株)",
    "㋿元年,           令和元年",
    "ﬁne,              fine",
    "Ⅳ章,              IV章",
    "x²と㎡,           x2とm2",
    "⼈と神,           人と神",
    "𝐀と𠮷,            Aと𠮷",
    "丽,               丽",
    "①BERT②GPT,        ' 1 BERT 2 GPT'",
    "Google™,          Google™",
    "👩‍🔬🇯🇵שָׁלוֹם,        👩‍🔬🇯🇵שָׁלוֹם",
  })
  void foldsCompatibleCharacters(String text, String folded) {
    assertEquals(folded, folded(text));
  }

  @ParameterizedTest
  @CsvSource({
    "教師無し学習, 教師なし学習",
    "半教師有り,   半教師あり",
    "無視と有無,   無視と有無",
    "目的函数,     目的関数",
    "蒸畱,         蒸留",
  })
  void foldsKanjiThatAreOftenKanaAndOldForms(String text, String folded) {
    assertEquals(folded, folded(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ヴァイオリン, バイオリン",
    "ヴィーガン,   ビーガン",
    "ヴェクトル,   ベクトル",
    "ヴォイス,     ボイス",
    "レヴュー,     レビュ",
    "ヴャヴョ,     ビャビョ",
    "イヴ,         イブ",
    "ヴヴェヴ,     ブベブ",
    "ヴぁ,         ブぁ",
    "ゔぁいおりん, ばいおりん",
    "ゔゅゔ,       びゅぶ",
    "ｳﾞｪｸﾄﾙ,       ベクトル",
    "ウ\u3099ェ,   ベ",
  })
  void foldsBothSpellingsOfV(String text, String folded) {
    assertEquals(folded, folded(text));
  }

  @ParameterizedTest
  @CsvSource({
    "時々,         時時",
    "部分々々,     部分部分",
    "馬鹿々々しい, 馬鹿馬鹿しい",
    "佐々木と代々, 佐佐木と代代",
    "𠮷々,         𠮷𠮷",
    "𠮷々々,       𠮷𠮷𠮷",
    "𠮷𩸽々々,     𠮷𩸽𠮷𩸽",
    "の時々々,     の時時時",
    "々,           々",
    "の々,         の々",
    "々々時々,     々々時時",
    "神々,         神神",
    "こゝろ,       こころ",
    "すゞめ,       すずめ",
    "づゝ,         づつ",
    "かゞゝ,       かがか",
    "はゞ,         はば",
    "あゞ,         ああ",
    "バナヽ,       バナナ",
    "イスヾ,       イスズ",
    "ハヾ,         ハバ",
    "ｶヽ,          カカ",
    "漢ゝ,         漢ゝ",
    "カゝ,         カゝ",
    "かヽ,         かヽ",
    "ゞ,           ゞ",
  })
  void writesOutMarksThatRepeatACharacter(String text, String folded) {
    assertEquals(folded, folded(text));
  }

  @ParameterizedTest
  @CsvSource({
    "デ−タ,          データ",
    "デ―タ,          データ",
    "デ‐タ,          データ",
    "ﾃﾞｰﾀ,           データ",
    "データ-モデル,  データ-モデル",
    "デ－タ,         データ",
    "あ−い,          あ−い",
    "ア−い,          ア−い",
    "あ−イ,          あ−イ",
    "5−3,            5−3",
    "漢―字,          漢―字",
    "−デ,            −デ",
    "デ−,            デ−",
    "デ−−タ,         デ−−タ",
  })
  void foldsLinesWithinKatakanaToLongVowelMarks(String text, String folded) {
    assertEquals(folded, folded(text));
  }

  @ParameterizedTest
  @CsvSource({
    "エンコーダー,       エンコーダ",
    "エンコーダーを見る, エンコーダを見る",
    "ｴﾝｺｰﾀﾞｰ,            エンコーダ",
    "サーバーとサーバ,   サーバとサーバ",
    "コーダー,           コーダ",
    "ルビー,             ルビー",
    "キー,               キー",
    "あのルビー,         あのルビー",
    "サーバーー,         サーバー",
    "エンコーダーモデル, エンコーダーモデル",
    "らーめんー,         らーめんー",
    "ー,                 ー",
  })
  void dropsALastLongVowelMarkOfLongKatakanaWords(String text, String folded) {
    assertEquals(folded, folded(text));
  }

  @Test
  void keepsHiraganaAndKatakanaApart() {
    assertEquals("がんガン", folded("がんガン"));
  }

  @ParameterizedTest
  @CsvSource({
    "a㍍b,         1, 5, ㍍",
    "a㍍b,         2, 3, ㍍",
    "a㍍b,         4, 6, ㍍b",
    "㋿元年,       0, 1, ㋿",
    "㋿元年,       1, 2, ㋿",
    "㋿元年,       1, 3, ㋿元",
    "㋿元年,       3, 4, 年",
    "ﾃﾞｰﾀ拡張,     0, 1, ﾃﾞ",
    "ﾃﾞｰﾀ拡張,     1, 3, ｰﾀ",
    "ﾃﾞｰﾀ拡張,     3, 5, 拡張",
    "ヴェクトル,   0, 1, ヴェ",
    "ヴェクトル,   1, 4, クトル",
    "ｳﾞｪｸﾄﾙ,       0, 2, ｳﾞｪｸ",
    "𝐀𠮷𠮷,         0, 1, 𝐀",
    "𝐀𠮷𠮷,         1, 3, 𠮷",
    "𠮷々か,       2, 4, 々",
    "𠮷々か,       4, 5, か",
    "部分々々の,   2, 3, 々",
    "部分々々の,   1, 4, 分々々",
    "部分々々の,   4, 5, の",
    "①犬,          1, 2, ①",
    "①犬,          3, 4, 犬",
    "エンコーダー, 4, 5, ダー",
    "ｺｰﾀﾞｰの,      2, 3, ﾀﾞｰ",
    "ｺｰﾀﾞｰの,      3, 4, の",
    "e\u0301a,     0, 1, e\u0301",
    "e\u0301a,     1, 2, a",
  })
  void knowsWhereFoldedCharactersStood(String text, int start, int end, String place) {
    var folded = FoldedText.of(text);

    assertEquals(place, text.substring(folded.start(start), folded.end(end)));
  }

  /** Also those that are not handed to the normalizer. */
  @Test
  void foldsEveryCharacterAloneAsUnicodeDoes() {
    var others = "゛゜™";
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      if (others.indexOf(character) < 0) {
        var text = Character.toString(character);
        var normalized = Normalizer.normalize(text, Normalizer.Form.NFKC);
        assertEquals(folded(normalized).strip(), folded(text).strip(), text);
      }
    }
  }

  @Test
  void keepsEveryMarkWithTheCharacterBeforeIt() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      var mark = Character.toString(character);
      if (mark.matches("\\p{M}")) {
        assertEquals(1 + mark.length(), FoldedText.of("か" + mark + "の").end(1), mark);
      }
    }
  }

  @Property
  void placesEveryStretchOnWholeCharactersInOrder(@ForAll("texts") String text) {
    var folded = FoldedText.of(text);
    int length = folded.text().length();
    int before = 0;
    for (int at = 0; at < length; at++) {
      int start = folded.start(at);
      int end = folded.end(at + 1);
      assertTrue(before <= start && start < end && end <= text.length());
      assertTrue(isBoundary(text, start) && isBoundary(text, end));
      before = start;
    }
    assertEquals(text.length(), folded.start(length));
    assertTrue(length == 0 || folded.end(length) <= text.length());
  }

  private static boolean isBoundary(String text, int at) {
    return at == 0
        || at == text.length()
        || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
            && !Character.toString(text.codePointAt(at)).matches("[\\p{M}ﾞﾟ゛゜]");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(mixtures(), Arbitraries.strings().ofMaxLength(64));
  }

  /** Texts of what is folded, and of what stands beside it. */
  public static Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "学", "部分", "𠮷", "々", "か", "う", "ゝ", "ゞ", "ヽ", "ヾ", "ゔ", "ぁ", "ヴ", "ァ", "ュ", "ウ", "コ",
            "データ", "ー", "−", "―", "‐", "ｴ", "ｶ", "ﾞ", "ﾟ", "゛", "\u3099", "\u0301", "e", "GAN", "Ｎ",
            "①", "㍍", "㋿", "㈱", "ﬁ", "²", "™", "𝐀", "🤖", "\u200d", " ", "。", "\ud842", "\udfb7")
        .list()
        .ofMaxSize(24)
        .map(pieces -> String.join("", pieces));
  }
}
