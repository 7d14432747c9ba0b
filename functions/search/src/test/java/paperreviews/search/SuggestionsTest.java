package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.catalogue;
import static paperreviews.search.Papers.inSection;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.marked;
import static paperreviews.search.Papers.paper;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Language;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.index.Readings.Word;
import paperreviews.search.index.SuggestionDocument.Kind;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.suggest.Suggestion;

class SuggestionsTest {
  private static final SearchIndex INDEX = withConcepts();

  private static SearchIndex withConcepts() {
    var plain =
        catalogue(
            List.of(
                paper("1812.03982")
                    .titled("SlowFast Networks for Video Recognition")
                    .keywords(List.of("動画解析", "GAN"), List.of("video analysis", "GAN"))
                    .ja("ニューラルネットの話。エンコーダーもある。"),
                paper("1909.02466")
                    .titled("FreeAnchor: Learning to Match Anchors")
                    .keywords(List.of("物体検知"), List.of("object detection", "few-shot"))
                    .ja("物体検知。"),
                paper("1911.09070")
                    .titled("EfficientDet: Scalable Object Detection")
                    .keywords(List.of("物体検知"), List.of("Object Detection"))));
    var concepts =
        List.of(
            new Concept("detection", List.of("物体検知", "物体検出"), List.of("object detection")),
            new Concept("network", List.of("ニューラルネットワーク", "ニューラルネット"), List.of("neural network")),
            new Concept("encoder", List.of("エンコーダー"), List.of("encoder")));
    return SearchIndex.open(
        PackedIndex.build(
            new Catalogue(plain.articles(), plain.sections(), plain.papers(), concepts),
            SuggestionsTest::read));
  }

  /** Reads the two words that the test needs. */
  private static List<Word> read(String text) {
    return text.equals("物体検知")
        ? List.of(new Word("物体", "ブッタイ", "buttai"), new Word("検知", "ケンチ", "kenchi"))
        : List.of();
  }

  private static List<String> suggested(String text) {
    return INDEX.suggestions(text, Filters.NONE, 10).stream()
        .map(each -> marked(each.text()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "vid, '[vid]eo analysis|SlowFast Networks for [Vid]eo Recognition'",
    "recog, 'SlowFast Networks for Video [Recog]nition'",
    "learning ma, 'FreeAnchor: [Learning] to [Ma]tch Anchors'",
    "ma learn, 'FreeAnchor: [Learn]ing to [Ma]tch Anchors'",
    "OBJ, '[Obj]ect Detection|EfficientDet: Scalable [Obj]ect Detection'",
    "ｏｂｊ, '[Obj]ect Detection|EfficientDet: Scalable [Obj]ect Detection'",
    "slow fa, '[SlowFa]st Networks for Video Recognition'",
    "fewsh, '[few-sh]ot'",
    "few sh, '[few-sh]ot'",
    "few-sh, '[few-sh]ot'",
    "etworks, ''",
    "物, '[物]体検知'",
    "検, '物体[検]知'",
    "動画, '[動画]解析'",
    // What an input method is still at work on
    "物体k, '[物体]検知'",
    "物体ｋ, '[物体]検知'",
    "物体けん, '[物体]検知'",
    "物体けn, '[物体]検知'",
    "にゅーら, '[ニューラ]ルネットワーク'",
    "ニューラl, '[ニューラ]ルネットワーク'",
    "えんこーだー, '[エンコーダー]|SlowFast Networks for Video Recognition'",
    "ｴﾝｺ, '[エンコ]ーダー'",
    "1812.0, 'SlowFast Networks for Video Recognition'",
    "-, ''",
    "🤖, ''",
    // Readings, in kana and in both romanizations
    "ぶったい, '物体検知'",
    "ブッタイケ, '物体検知'",
    "けんち, '物体検知'",
    "buttai, '物体検知'",
    "buttaikenchi, '物体検知'",
    "buttai kenti, '物体検知'",
    "bu, ''",
    // Typos
    "recgnition, 'SlowFast Networks for Video Recognition'",
    "slwofast, 'SlowFast Networks for Video Recognition'",
    "エンコダ, エンコーダー",
    "ニューナル, 'ニューラルネットワーク'",
    "物休検知, ''",
    // The last words of a sentence
    "how do I do object det, '[Object Det]ection|EfficientDet: Scalable [Object Det]ection'",
    "YOLOによる物体検, '[物体検]知'",
    "物体検とは, '[物体検]知'",
    // References
    "https://arxiv.org/abs/1812.03982v2, 'SlowFast Networks for Video Recognition'",
  })
  void suggestsWhatHasWordsThatStartSo(String typed, String expected) {
    assertEquals(expected, String.join("|", suggested(typed)));
  }

  @Test
  void suggestsTheSameNameOnceWhateverItIs() {
    assertEquals(List.of("[GAN]"), suggested("gan"));
    assertEquals(1, suggested("neural").size());
  }

  @Test
  void saysWhatItSuggests() {
    var suggestions = INDEX.suggestions("object", Filters.NONE, 10);

    assertEquals(Kind.KEYWORD, suggestions.getFirst().kind());
    assertEquals(Optional.of(Language.EN), suggestions.getFirst().language());
    assertEquals(OptionalInt.of(2), suggestions.getFirst().papers());
    assertEquals(Optional.empty(), suggestions.getFirst().paperId());
    assertEquals(Kind.PAPER, suggestions.getLast().kind());
    assertEquals(Optional.of("1911.09070"), suggestions.getLast().paperId());
    assertEquals(Optional.empty(), suggestions.getLast().language());
    var concept = INDEX.suggestions("物体検出", Filters.NONE, 10).getFirst();
    assertEquals(Kind.CONCEPT, concept.kind());
    assertEquals(Optional.of(Language.JA), concept.language());
    assertEquals(OptionalInt.empty(), concept.papers());
  }

  @Test
  void putsWhatStartsSoBeforeWhatHasItWithinAndTheCommonerFirst() {
    var index =
        index(
            paper("1").keywords(List.of(), List.of("deep flow", "flow one")),
            paper("2").keywords(List.of(), List.of("deep flow", "flow two")),
            paper("3").keywords(List.of(), List.of("flow two")));

    assertEquals(
        List.of("[flow] two", "[flow] one", "deep [flow]"),
        index.suggestions("flow", Filters.NONE, 10).stream()
            .map(each -> marked(each.text()))
            .toList());
  }

  @Test
  void suggestsAConceptOnceByTheNameThatWasTyped() {
    assertEquals("[物体検出]", suggested("物体検出").getFirst());
    assertEquals(List.of("[物体検]知"), suggested("物体検"));
    assertEquals("[Object] Detection", suggested("object").getFirst());
  }

  @Test
  void suggestsWhatPapersThatPassTheFiltersHave() {
    var index =
        index(
            paper("1").titled("Flow of one").in("a").keywords(List.of(), List.of("flow", "trees")),
            paper("2").titled("Flow of two").in("b").keywords(List.of(), List.of("flow")),
            paper("3").titled("Trees").in("b").keywords(List.of(), List.of("flow")));

    var narrowed = index.suggestions("flow", inSection("a"), 10);

    assertEquals(
        List.of("flow", "Flow of one"),
        narrowed.stream().map(each -> marked(each.text()).replaceAll("[\\[\\]]", "")).toList());
    assertEquals(OptionalInt.of(1), narrowed.getFirst().papers());
    assertEquals(
        List.of(),
        index.suggestions("trees", inSection("b"), 1).stream()
            .filter(each -> each.kind() != Kind.PAPER)
            .toList());
  }

  @Test
  void leavesHalfOfThePlacesToTitles() {
    var index =
        index(
            IntStream.range(0, 9)
                .mapToObj(
                    n ->
                        paper("paper-" + n)
                            .titled("Flow " + n)
                            .keywords(List.of(), List.of("flow" + n)))
                .toList());

    var kinds = index.suggestions("flow", Filters.NONE, 6).stream().map(Suggestion::kind).toList();

    assertEquals(
        List.of(Kind.KEYWORD, Kind.KEYWORD, Kind.KEYWORD, Kind.PAPER, Kind.PAPER, Kind.PAPER),
        kinds);
  }

  @Property
  void suggestsNoMoreThanAskedForWhateverIsTyped(@ForAll String typed) {
    assertTrue(INDEX.suggestions(typed, Filters.NONE, 2).size() <= 2);
  }
}
