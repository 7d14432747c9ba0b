package paperreviews.search.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.search.Papers;
import paperreviews.search.analysis.FoldedTextTest;
import paperreviews.search.index.Concepts;
import paperreviews.search.query.InterpretedQuery.Matched;
import paperreviews.search.query.QueryParser;
import paperreviews.search.result.HighlightedText.Match;

class HighlighterTest {

  private static Highlighter highlighter(String query) {
    return new Highlighter(QueryParser.parse(query).rankingTerms(), Concepts.none());
  }

  private static String markedAll(String query, String text) {
    return Papers.marked(Snippet.whole(highlighter(query).highlight(text)));
  }

  /** The title of a paper that has only a part of a query. */
  private static String markedAny(String query, String title) {
    var found = Papers.index(Papers.paper("1").titled(title)).search(Papers.search(query));
    assertEquals(Matched.ANY, found.query().matched());
    return Papers.marked(found.hits().getFirst().title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EfficientNet    | ＥｆｆｉｃｉｅｎｔＮｅｔの改良  | [ＥｆｆｉｃｉｅｎｔＮｅｔ]の改良",
        "ＧＡＮ          | the GAN, a gan           | the [GAN], a [gan]",
        "データ拡張      | 強いﾃﾞｰﾀ拡張を使う       | 強い[ﾃﾞｰﾀ拡張]を使う",
        "ﾃﾞｰﾀ拡張        | 強いデータ拡張を使う     | 強い[データ拡張]を使う",
        "データ          | 弱い教師とﾃﾞｰﾀ           | 弱い教師と[ﾃﾞｰﾀ]",
        "\"deep learning\" | deep reinforcement learning, deep learning | deep reinforcement learning, [deep learning]",
        "\"教師学習\"      | 教師あり学習と教師学習   | 教師あり学習と[教師学習]",
        "ｶﾞﾝ             | 肺ガンとｶﾞﾝ              | 肺[ガン]と[ｶﾞﾝ]",
        "エンコーダ      | エンコーダーとﾃﾞｺｰﾀﾞｰ    | [エンコーダー]とﾃﾞｺｰﾀﾞｰ",
        "エンコーダー    | 自己エンコーダを         | 自己[エンコーダ]を",
        "detect          | Detecting what detects   | [Detecting] what [detects]",
        "コーダ          | ｴﾝｺｰﾀﾞｰとエンコーダー     | ｴﾝ[ｺｰﾀﾞｰ]とエン[コーダー]",
        "エンコ          | ｴﾝｺｰﾀﾞｰとエンコーダー     | [ｴﾝｺ]ｰﾀﾞｰと[エンコ]ーダー",
        "ータ            | ﾃﾞｰﾀ                     | ﾃﾞ[ｰﾀ]",
        "ベクトル        | 支持ヴェクトルと         | 支持[ヴェクトル]と",
        "ヴェクトル      | 支持ベクトルと           | 支持[ベクトル]と",
        "クトル          | ヴェクトル               | ヴェ[クトル]",
        "1               | ①犬と１と1               | [①]犬と[１]と[1]",
        "①               | 犬1と①BERT               | 犬[1]と[①]BERT",
        "BERT            | ①BERT②GPT                | ①[BERT]②GPT",
        "時時            | 時々の                   | [時々]の",
        "時々            | 時時の                   | [時時]の",
        "分部            | 部分々々                 | 部[分々]々",
        "トル            | 5㍍                      | 5[㍍]",
        "和元            | ㋿元年                   | [㋿元]年",
        "データ          | デ−タとテ゛ータ          | [デ−タ]と[テ゛ータ]",
        "café            | a cafe\u0301 b           | a [cafe\u0301] b",
        "ガン            | がんとガン               | がんと[ガン]",
        "半教師あり学習  | 半教師あり学習と教師学習 | [半教師あり学習]と教師学習",
        "教師            | 半教師あり               | 半[教師]あり",
        "犬              | 小型犬の犬種             | 小型[犬]の[犬]種",
        "GANの           | GANの学習とGAN           | [GANの]学習とGAN",
        "GAN             | GANの学習                | [GAN]の学習",
        "とGAN           | BERTとGANの              | BERT[とGAN]の",
        "GAN             | StyleGANとDCGAN          | StyleGANとDCGAN",
        "tire            | A tyre, no attire        | A [tyre], no attire",
        "𠮷              | 𠮷野家と吉野家           | [𠮷]野家と吉野家",
        "𠮷野            | 🤖𠮷野家                 | 🤖[𠮷野]家",
        "🐶              | 犬🐶猫🐱                 | 犬[🐶]猫🐱",
        "健              | 見た健康                 | 見た[健]康",
        "עולם            | שלום עולם                | שלום [עולם]",
        "1905.11946      | arXiv 1905.11946v2, 1905.11946. | arXiv 1905.11946v2, [1905.11946].",
        "\"state of the art\" | a state of the art, state art | a [state of the art], state art",
      })
  void marksExactlyTheOriginalCharacters(String query, String text, String marked) {
    assertEquals(marked, markedAll(query, text));
  }

  @Test
  void joinsMatchesThatOverlapOrTouch() {
    assertEquals("[深層学習]を", markedAll("深層学 層学習", "深層学習を"));
    assertEquals("[深層学習]を", markedAll("深層 学習", "深層学習を"));
    assertEquals("[深層学習]を", markedAll("深層学習 層学", "深層学習を"));
  }

  @Test
  void marksNoPartOfAWordThatADocumentMustHaveWhole() {
    assertEquals("教師と学習", markedAll("半教師あり学習", "教師と学習"));
  }

  @Test
  void marksTheRunsThatASentenceIsMadeOfWhereNoDocumentHasItAll() {
    assertEquals("[教師]なしの[学習]と[データ]、の[GAN]", markedAny("GANと教師の学習データは", "教師なしの学習とデータ、のGAN"));
  }

  @Test
  void marksTheRunsOfASentenceInOtherSpellingsToo() {
    assertEquals("[データ]の[拡張]", markedAny("ﾃﾞｰﾀを拡張して", "データの拡張"));
    assertEquals("[データ]の[拡張]", markedAny("デ−タを拡張して", "データの拡張"));
  }

  @Test
  void marksNoStopWords() {
    assertEquals("the [art] of the deal", markedAll("the art of", "the art of the deal"));
    assertEquals("the [学習]と[データ]", markedAny("学習やtheやデータ", "the 学習とデータ"));
  }

  @Test
  void marksCharactersBesidePairs() {
    assertEquals("[犬]の[健康]", markedAll("犬 健康", "犬の健康"));
    assertEquals("[犬]の[健康]", markedAll("健康 犬 健康診断", "犬の健康"));
  }

  @Test
  void marksEachTextByItself() {
    var highlighter = highlighter("GAN");

    assertEquals("　[GAN]", Papers.marked(Snippet.whole(highlighter.highlight("　GAN"))));
    assertEquals("[GAN]", Papers.marked(Snippet.whole(highlighter.highlight("GAN"))));
    assertEquals("　[GAN]", Papers.marked(Snippet.whole(highlighter.highlight("　GAN"))));
  }

  @Test
  void countsDifferentKeywordsAndNotTheirPlaces() {
    var highlighter = highlighter("GAN VAE flow");

    assertEquals(2, highlighter.highlight("GAN, GAN, GAN and VAE").count());
    assertEquals(0, highlighter.highlight("").count());
  }

  @Test
  void marksNothingWithoutKeywords() {
    assertEquals(List.of(), new Highlighter(List.of(), Concepts.none()).highlight("GAN").matches());
  }

  @Property
  void marksPlacesInOrderWithoutOverlapsOnWholeCharacters(
      @ForAll("texts") String query, @ForAll("texts") String text) {
    marksWhatMakesTheText(query, text);
  }

  @Property
  void marksFoldedTextsToo(
      @ForAll("mixtures") String query,
      @ForAll("mixtures") String text,
      @ForAll boolean matchedAll) {
    marksWhatMakesTheText(query, text + query);
  }

  @Provide
  Arbitrary<String> mixtures() {
    return FoldedTextTest.mixtures();
  }

  private static void marksWhatMakesTheText(String query, String text) {
    int before = -1;
    var marked = highlighter(query).highlight(text);
    var parts = Snippet.whole(marked).stream().map(TextPart::text);
    assertEquals(text, parts.collect(Collectors.joining()));
    for (var match : marked.matches()) {
      assertTrue(before < match.start() && match.start() < match.end(), match::toString);
      assertTrue(match.end() <= text.length(), match::toString);
      assertTrue(isWhole(text, match), match::toString);
      before = match.end();
    }
  }

  private static boolean isWhole(String text, Match match) {
    var part = text.substring(match.start(), match.end());
    return !Character.isLowSurrogate(part.charAt(0))
        && !Character.isHighSurrogate(part.charAt(part.length() - 1));
  }

  @Property
  void marksAWholeTextThatIsAskedForAsItIs(@ForAll("words") String word) {
    var parts = Snippet.whole(highlighter(word).highlight(word));

    assertEquals(List.of(new TextPart(word, true)), parts);
  }

  @Provide
  Arbitrary<String> texts() {
    return joined(
        "学", "習", "教師", "あ", "ん", "ｶﾞ", "ﾊﾟ", "データ", "エンコーダー", "GAN", "ＧＡＮ", "the", "a", "𠮷", "🤖",
        "é", "שלום", " ", "。", "\"", "!");
  }

  @Provide
  Arbitrary<String> words() {
    return joined("学", "習", "教師", "あ", "ｶﾞ", "ﾊﾟ", "データ", "エンコーダー", "GAN", "Ｎ", "𠮷");
  }

  private static Arbitrary<String> joined(String... pieces) {
    return Arbitraries.of(pieces)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(list -> String.join("", list));
  }
}
