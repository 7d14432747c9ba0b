package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.search.result.TextPart;

/** Whatever may stand in a query of up to 256 characters. */
class SearchAnythingTest {
  private static final int LONGEST = 256;

  private static final SearchIndex INDEX =
      index(
          paper("1905.11946")
              .titled("ＥｆｆｉｃｉｅｎｔＮｅｔ of the 🤖")
              .ja("深層学習によるﾃﾞｰﾀ拡張。𠮷野家とエンコーダー。")
              .en("It's a state of the art model. שלום עולם"),
          paper("rklTmyBKPH").titled("学習 \"GAN\"").ja("a b c 1 2 3").en("%&?*~^:(){}[]"));

  private static void answers(String query) {
    var result = INDEX.search(search(query));

    assertEquals(result.total(), result.hits().size());
    for (var hit : result.hits()) {
      assertTrue(hit.score() > 0);
      var view = hit;
      assertEquals(view.paper().title(), text(view.title()));
    }
  }

  private static String text(List<TextPart> parts) {
    return parts.stream().map(TextPart::text).collect(Collectors.joining());
  }

  @Test
  void loadsItsClassesWithoutAnIndex() {
    assertDoesNotThrow(SearchIndex::loadClasses);
  }

  @Property
  void answersAnyText(@ForAll("anyTexts") String query) {
    answers(query);
  }

  @Provide
  Arbitrary<String> anyTexts() {
    return Arbitraries.strings().ofMaxLength(LONGEST);
  }

  @Property
  void answersAnyMixtureOfWhatMeansSomething(@ForAll("mixtures") String query) {
    answers(query);
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "\"",
            "“",
            "”",
            "＂",
            " ",
            "　",
            "GAN",
            "the",
            "of",
            "state",
            "学",
            "習",
            "深層学習",
            "の",
            "ﾃﾞ",
            "ｰ",
            "ﾞ",
            "ー",
            "データ",
            "𠮷",
            "🤖",
            "👩‍🔬",
            "\ud842",
            "\udfb7",
            "שלום",
            "\u202e",
            "\u200d",
            "\u0301",
            "İ",
            "ß",
            "\u0000",
            "\uffff",
            "1905.11946",
            "rklTmyBKPH",
            "https://",
            "arxiv.org/abs/",
            "+",
            "-",
            "*",
            "?",
            "~",
            ":",
            "(",
            "\\",
            "AND",
            "NOT",
            "\n")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "the ", "a ", "学", "学 ", "の", "ア", "ｱ", "ﾞ", "ー", "ーa", "\"", "\"a\"", "\"学\"", "“学”",
        "𠮷", "𠮷 ", "🤖", "🤖 ", "👩‍🔬", "ש", "ש ", "\u202e", "\u0301", "한", "ไ", "1", ".", "1.",
        "\ud842", "\udfb7"
      })
  void answersTheSameAgainAndAgain(String piece) {
    int times = LONGEST / piece.codePointCount(0, piece.length());

    answers(piece.repeat(times));
  }

  /** As many different terms as a query can have. */
  static List<String> allDifferent() {
    var kanji = IntStream.range(0x4e00, 0x4e00 + LONGEST);
    return List.of(
        kanji.mapToObj(Character::toString).collect(Collectors.joining()),
        "\"" + joined(0x4e00, LONGEST - 2, "") + "\"",
        joined(0x4e00, LONGEST / 2, " "),
        joined(0x4e00, LONGEST / 4, "\"\""),
        joined(0x20000, LONGEST, ""),
        joined(0x20000, LONGEST / 2, " "),
        joined(0xac00, LONGEST, ""),
        joined(0xac00, LONGEST / 2, " "),
        joined(0x3041, 80, "") + joined(0x30a1, 80, ""),
        joined(0x1f400, LONGEST, ""),
        joined(0x1f400, LONGEST / 2, " "),
        joined(0x5d0, 27, " "),
        joined(0x400, LONGEST / 2, " "),
        IntStream.range(0, LONGEST / 4)
            .mapToObj(
                n -> Character.toString(0x4e00 + n) + "\"" + Character.toString(0x5e00 + n) + "\"")
            .collect(Collectors.joining()));
  }

  private static String joined(int first, int count, String separator) {
    return IntStream.range(first, first + count)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(separator));
  }

  @ParameterizedTest
  @MethodSource("allDifferent")
  void answersAQueryOfNothingButDifferentCharacters(String query) {
    assertTrue(query.codePointCount(0, query.length()) <= LONGEST);

    answers(query);
  }

  @Test
  void answersALongWord() {
    answers("x".repeat(LONGEST));
    answers("x".repeat(LONGEST - 3) + "学習あ");
  }
}
