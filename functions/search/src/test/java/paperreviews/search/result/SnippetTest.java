package paperreviews.search.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.search.Papers;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.index.Concepts;
import paperreviews.search.query.QueryTerm;

class SnippetTest {
  /** A window, and as far as its end may move to spare a word. */
  private static final int LONGEST = 200;

  private static HighlightedText marked(String text, String... words) {
    var terms =
        List.of(words).stream()
            .flatMap(word -> AnalyzedText.of(word).stream())
            .map(word -> new QueryTerm(word, false, 0, List.of()))
            .toList();
    return new Highlighter(terms, Concepts.none()).highlight(text);
  }

  private static String joined(List<TextPart> parts) {
    return parts.stream().map(TextPart::text).collect(Collectors.joining());
  }

  private static List<TextPart> window(HighlightedText text) {
    return Snippet.excerpt(text).parts();
  }

  private static String windowOn(String text, String... words) {
    return Papers.marked(window(marked(text, words)));
  }

  @Test
  void showsAShortTextWhole() {
    assertEquals("短い[学習]の話", windowOn("短い学習の話", "学習"));
    assertEquals(List.of(), window(marked("", "学習")));
  }

  @Test
  void showsTheBeginningWhereNothingMatches() {
    assertEquals("あ".repeat(160), windowOn("あ".repeat(500), "学習"));
  }

  @Test
  void putsAMatchIntoTheMiddle() {
    assertEquals(
        "あ".repeat(79) + "[学習]" + "い".repeat(79),
        windowOn("あ".repeat(300) + "学習" + "い".repeat(300), "学習"));
  }

  @Test
  void reachesToTheEndForAMatchNearTheEnd() {
    assertEquals("あ".repeat(158) + "[学習]", windowOn("あ".repeat(300) + "学習", "学習"));
  }

  @Test
  void showsTheStretchWithTheMostMatches() {
    var text = "学習" + "あ".repeat(300) + "学習と学習" + "あ".repeat(300) + "学習";

    assertTrue(windowOn(text, "学習").contains("[学習]と[学習]"));
  }

  @Test
  void showsTheFirstOfStretchesWithEquallyManyMatches() {
    var text = "深層" + "あ".repeat(300) + "学習";

    assertTrue(windowOn(text, "深層", "学習").startsWith("[深層]"));
  }

  @Test
  void startsAtASentenceThatBeginsNearby() {
    var text = "あ".repeat(100) + "。" + "い".repeat(60) + "学習" + "う".repeat(300);

    assertTrue(windowOn(text, "学習").startsWith("い".repeat(60) + "[学習]"));

    var english = "Some words. ".repeat(20) + "It is about learning " + "and more ".repeat(40);
    assertTrue(windowOn(english, "learning").startsWith("Some words. Some words. "));
  }

  @Test
  void endsWithASentenceThatEndsNearby() {
    var text = "学習" + "あ".repeat(150) + "。" + "い".repeat(300);

    assertEquals("[学習]" + "あ".repeat(150) + "。", windowOn(text, "学習"));

    var english = "On learning. " + "Some words. ".repeat(40);
    assertTrue(windowOn(english, "learning").endsWith(" Some words."));
  }

  @Test
  void startsAndEndsWithAClauseWhereNoSentenceIsNear() {
    var text =
        "あ".repeat(100) + "、" + "い".repeat(60) + "学習" + "う".repeat(80) + "、" + "え".repeat(300);

    assertEquals("い".repeat(60) + "[学習]" + "う".repeat(80) + "、", windowOn(text, "学習"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fig. 3", "e.g. this", "3.14", "a.b", "1,000"})
  void takesNoDotWithinASentenceForItsEnd(String dotted) {
    var text = "learning " + "x ".repeat(68) + dotted + " y".repeat(200);

    assertTrue(windowOn(text, "learning").contains(dotted + " y"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false, false",
    "0, 400, false, true",
    "400, 0, true, false",
    "400, 400, true, true"
  })
  void saysWhetherTheTextWasCut(int before, int after, boolean atStart, boolean atEnd) {
    var excerpt = Snippet.excerpt(marked("あ".repeat(before) + "学習" + "い".repeat(after), "学習"));

    assertEquals(atStart, excerpt.cutAtStart());
    assertEquals(atEnd, excerpt.cutAtEnd());
  }

  @Test
  void spaceAroundItIsNoPartOfATextThatWasCut() {
    var excerpt = Snippet.excerpt(marked("学習。" + "あ".repeat(150) + "。" + "\n".repeat(200)));

    assertFalse(excerpt.cutAtEnd());
  }

  @Test
  void cutsNoLatinWord() {
    var text = "antidisestablishmentarianism ".repeat(30);
    var window =
        joined(window(marked(text.replaceFirst("(?<=^.{400}m )a", "learning a"), "learning")));

    assertTrue(window.startsWith("antidisestablishmentarianism "), window);
    assertTrue(window.strip().endsWith("antidisestablishmentarianism"), window);
  }

  @Test
  void cutsAWordWithoutEndThoughNoCharacter() {
    var window = joined(window(marked("a" + "𐐷".repeat(500))));

    assertTrue(window.length() <= LONGEST);
    assertFalse(Character.isHighSurrogate(window.charAt(window.length() - 1)));
  }

  @Test
  void showsTheBeginningOfAMatchThatIsLongerThanAWindow() {
    var phrase = "深層学習".repeat(100);
    var window = window(marked("あ".repeat(200) + phrase + "い".repeat(200), phrase));

    assertEquals(List.of(new TextPart("深層学習".repeat(40), true)), window);
  }

  @Property
  void windowIsAStretchOfTheTextWithItsMatchesAndWholeCharacters(
      @ForAll("markedTexts") HighlightedText marked) {
    var parts = window(marked);
    var text = marked.text();

    assertTrue(joined(parts).length() <= LONGEST);
    assertTrue(marked.matches().isEmpty() || parts.stream().anyMatch(TextPart::match));
    assertTrue(
        occurrences(text, joined(parts)).anyMatch(start -> agree(marked, parts, start)),
        () -> marked + " -> " + parts);
  }

  @Property
  void wholeIsTheTextWithAllItsMatches(@ForAll("markedTexts") HighlightedText marked) {
    var parts = Snippet.whole(marked);

    assertEquals(marked.text(), joined(parts));
    assertTrue(agree(marked, parts, 0));
  }

  private static IntStream occurrences(String text, String part) {
    return IntStream.rangeClosed(0, text.length() - part.length())
        .filter(start -> text.startsWith(part, start));
  }

  /** Whether each unit of the parts is marked as the text is, and no surrogate pair is split. */
  private static boolean agree(HighlightedText marked, List<TextPart> parts, int start) {
    int at = start;
    for (var part : parts) {
      if (part.text().isEmpty() || splitsPair(marked.text(), at)) {
        return false;
      }
      for (int end = at + part.text().length(); at < end; at++) {
        if (part.match() != isHighlightedText(marked, at)) {
          return false;
        }
      }
    }
    return !splitsPair(marked.text(), at);
  }

  private static boolean isHighlightedText(HighlightedText marked, int at) {
    return marked.matches().stream().anyMatch(match -> match.start() <= at && at < match.end());
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  @Provide
  Arbitrary<HighlightedText> markedTexts() {
    var piece =
        Arbitraries.of(
            "学習", "。", "あ", "𠮷", "🤖", "𐐷".repeat(120), "word", " ", ". ", "Data", "ｶﾞ");
    var texts = piece.list().ofMaxSize(200).map(pieces -> String.join("", pieces));
    var words = Arbitraries.of("学習", "𠮷", "🤖", "word", "data", "あ", "ガ").set().ofMaxSize(3);
    return Combinators.combine(texts, words)
        .as((text, chosen) -> marked(text, chosen.toArray(String[]::new)));
  }
}
