package paperreviews.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.search.analysis.AnalyzedText;

class QueryParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "deep learning;               deep|learning;         ''",
        "深層学習　物体検出;           深層学習|物体検出;       ''",
        "a\tb\u00a0c\u2003d;          a|b|c|d;                ''",
        "\"deep learning\";           '';                     deep learning",
        "GAN \"deep learning\" VAE;   GAN|VAE;                deep learning",
        "\"a b\"\"c d\"e;             e;                      a b|c d",
        "“半教師 あり” 学習;           学習;                   半教師 あり",
        "＂deep learning＂ GAN;        GAN;                    deep learning",
        "„deep learning“;             '';                     deep learning",
        "\" deep learning \";         '';                     deep learning",
        "deep \"learning;             deep|learning;          ''",
        "deep learning\";             deep|learning;          ''",
        "\"a b\" \"c d;               c|d;                    a b",
        "deep”learning;               deep|learning;          ''",
        "\"\" deep;                   deep;                   ''",
        "\"!?\" deep;                 deep;                   ''",
        "deep ! … learning;           deep|learning;          ''",
        "C++ and C#;                  C++|and|C#;             ''",
        "+learning a*;                +learning|a*;           ''",
        "OR deep OR;                  deep;                   ''",
        "deep or learning;            deep|or|learning;       ''",
      })
  void readsWordsAndPhrases(String text, String words, String phrases) {
    var query = QueryParser.parse(text);

    assertEquals(words, String.join("|", query.words()));
    assertEquals(phrases, String.join("|", query.phrases()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "\"", "\"\"", "“”", "?!", "\"…\" ・"})
  void isEmptyWithNothingToLookFor(String text) {
    var query = QueryParser.parse(text);

    assertTrue(query.isEmpty());
    assertEquals("", String.join("|", query.words()));
  }

  @Test
  void readsAPastedAddressAsTheIdAlone() {
    var query = QueryParser.parse(" https://arxiv.org/pdf/1905.11946v5.pdf\n");

    assertEquals(Optional.of("1905.11946"), query.paperId());
    assertEquals("1905.11946", String.join("|", query.words()));
  }

  @Test
  void takesASingleWordForAnIdToo() {
    assertEquals(Optional.of("rklTmyBKPH"), QueryParser.parse(" rklTmyBKPH ").paperId());
    assertEquals(Optional.empty(), QueryParser.parse("deep learning").paperId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a b;                  a & b;            ",
        "a OR b;               a | b;            ",
        "a OR b OR c d;        a | b | c & d;    ",
        "a OR OR b;            a | b;            ",
        "a -b;                 a;                b",
        "a －b;                a;                b",
        "-\"b c\" a;           a;                b c",
        "a-b - c;              a-b & c;          ",
        "OR a;                 a;                ",
      })
  void readsOperators(String text, String groups, String excluded) {
    var query = QueryParser.parse(text);

    assertEquals(
        groups,
        query.groups().stream()
            .map(group -> group.stream().map(each -> each.text().text()))
            .map(alternatives -> alternatives.collect(Collectors.joining(" | ")))
            .collect(Collectors.joining(" & ")));
    assertEquals(
        excluded == null ? List.of() : List.of(excluded),
        query.excluded().stream().map(AnalyzedText::text).toList());
  }

  @Test
  void takesTheLastWordForUnfinishedUntilSomethingFollowsIt() {
    assertTrue(QueryParser.parse("deep lear").unfinished());
    assertFalse(QueryParser.parse("deep lear ").unfinished());
    assertFalse(QueryParser.parse("\"deep lear\"").unfinished());
  }
}
