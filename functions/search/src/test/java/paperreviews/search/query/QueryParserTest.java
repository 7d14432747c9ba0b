package paperreviews.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "+learning a*;                learning|a*;            ''",
        "C++ C++入門 C# F#,g++;        C++|C++入門|C#|F#|g++;   ''",
        "3×3 R(2+1)D CIFAR10+;        3×3|R|2+1|D|CIFAR10+;    ''",
        "データ･セット デ～タ ゼロ―ショット; データ･セット|デ～タ|ゼロ―ショット; ''",
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
        "a ＯＲ b;               a | b;            ",
        "a −b;                 a;                b",
        "a –b;                 a;                b",
        "a —b;                 a;                b",
        "a ‐b;                 a;                b",
        "a ―b;                 a;                b",
        "a −\"b c\";             a;                b c",
        "a − b – c;            a & b & c;        ",
        "a、b，c/d／e・f;         a & b & c & d & e & f; ",
        "「a b」『c』;             a & b & c;        ",
        "データ・セット・GAN;        データ・セット & GAN; ",
        "Nets: a survey.;      Nets & a & survey; ",
        "Nets:a survey;        Nets & a & survey; ",
        "Tan, M. V.;           Tan;              ",
        "a､b｡c｢d｣e;            a & b & c & d & e; ",
        "拡張→分類⇒a←b↔c➡d;     拡張 & 分類 & a & b & c & d; ",
        "a->b =>c<-d-->e;      a & b & c & d & e; ",
        "拡張×分類 GAN×VAE;      拡張 & 分類 & GAN & VAE; ",
        "拡張＋分類+GAN+VAE + 3; 拡張 & 分類 & GAN & VAE & 3; ",
        "#拡張 ＃GAN#VAE♯分類#a; 拡張 & GAN & VAE & 分類 & a; ",
        "•a※b★拡張☆分類●c■d▶e·f; a & b & 拡張 & 分類 & c & d & e & f; ",
        "«a»†b§c;              a & b & c;        ",
        "a ‒b;                 a;                b",
        "a ⁃b;                 a;                b",
        "a ⁻b;                 a;                b",
        "a ﹘b;                 a;                b",
        "a ﹣b;                 a;                b",
        "a ‑b;                 a;                b",
        "a ーb;                 a;                b",
        "a ー分類;               a;                分類",
        "a ーター;               a & ーター;        ",
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
        query.excluded().stream().map(term -> term.text().text()).toList());
  }

  @Test
  void takesTheLastWordForUnfinishedUntilSomethingFollowsIt() {
    assertTrue(QueryParser.parse("deep lear").unfinished());
    assertFalse(QueryParser.parse("deep lear ").unfinished());
    assertFalse(QueryParser.parse("\"deep lear\"").unfinished());
  }
}
