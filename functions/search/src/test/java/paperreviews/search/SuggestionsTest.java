package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.catalogue;
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
import paperreviews.search.index.PackedIndex;
import paperreviews.search.suggest.Suggestion;
import paperreviews.search.suggest.Suggestion.Kind;

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
            new Catalogue(plain.articles(), plain.sections(), plain.papers(), concepts)));
  }

  private static List<String> suggested(String text) {
    return INDEX.suggestions(text, 10).stream().map(each -> marked(each.text())).toList();
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
    "物, '[物]体検知|[物]体検出'",
    "検, '物体[検]知|物体[検]出'",
    "動画, '[動画]解析'",
    // What an input method is still at work on
    "物体k, '[物体]検知|[物体]検出'",
    "物体ｋ, '[物体]検知|[物体]検出'",
    "物体けん, '[物体]検知|[物体]検出'",
    "物体けn, '[物体]検知|[物体]検出'",
    "にゅーら, '[ニューラ]ルネット'",
    "ニューラl, '[ニューラ]ルネット'",
    "えんこーだー, '[エンコーダー]'",
    "ｴﾝｺ, '[エンコ]ーダー'",
    "1812.0, 'SlowFast Networks for Video Recognition'",
    "-, ''",
    "🤖, ''",
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
    var suggestions = INDEX.suggestions("object", 10);

    assertEquals(Kind.KEYWORD, suggestions.getFirst().kind());
    assertEquals(Optional.of("en"), suggestions.getFirst().language());
    assertEquals(OptionalInt.of(2), suggestions.getFirst().papers());
    assertEquals(Optional.empty(), suggestions.getFirst().paperId());
    assertEquals(Kind.PAPER, suggestions.getLast().kind());
    assertEquals(Optional.of("1911.09070"), suggestions.getLast().paperId());
    assertEquals(Optional.empty(), suggestions.getLast().language());
    var concept = INDEX.suggestions("物体検出", 10).getFirst();
    assertEquals(Kind.CONCEPT, concept.kind());
    assertEquals(Optional.of("ja"), concept.language());
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
        index.suggestions("flow", 10).stream().map(each -> marked(each.text())).toList());
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

    var kinds = index.suggestions("flow", 6).stream().map(Suggestion::kind).toList();

    assertEquals(
        List.of(Kind.KEYWORD, Kind.KEYWORD, Kind.KEYWORD, Kind.PAPER, Kind.PAPER, Kind.PAPER),
        kinds);
  }

  @Property
  void suggestsNoMoreThanAskedForWhateverIsTyped(@ForAll String typed) {
    assertTrue(INDEX.suggestions(typed, 2).size() <= 2);
  }
}
