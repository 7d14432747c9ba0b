package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordQueryTest {

  private static String joined(List<Keyword> keywords) {
    return String.join("|", keywords.stream().map(Keyword::text).toList());
  }

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
        "-deep +learning OR a*;       -deep|+learning|OR|a*;  ''",
      })
  void readsWordsAndPhrases(String text, String words, String phrases) {
    var query = KeywordQuery.parse(text);

    assertEquals(words, joined(query.words()));
    assertEquals(phrases, joined(query.phrases()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "\"", "\"\"", "“”", "?!", "\"…\" ・"})
  void isEmptyWithNothingToLookFor(String text) {
    var query = KeywordQuery.parse(text);

    assertTrue(query.isEmpty());
    assertEquals(List.of(), query.words());
  }

  @Test
  void readsAPastedAddressAsTheIdAlone() {
    var query = KeywordQuery.parse(" https://arxiv.org/pdf/1905.11946v5.pdf\n");

    assertEquals(Optional.of("1905.11946"), query.paperId());
    assertEquals("1905.11946", joined(query.words()));
  }

  @Test
  void takesASingleWordForAnIdToo() {
    assertEquals(Optional.of("rklTmyBKPH"), KeywordQuery.parse(" rklTmyBKPH ").paperId());
    assertEquals(Optional.empty(), KeywordQuery.parse("deep learning").paperId());
  }

  @Test
  void canBeLoosenedOnlyWhereItHasWords() {
    assertTrue(KeywordQuery.parse("GAN \"deep learning\"").canLoosen());
    assertTrue(!KeywordQuery.parse("\"deep learning\"").canLoosen());
  }
}
