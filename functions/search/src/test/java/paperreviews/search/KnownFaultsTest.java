package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.marked;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.search.Papers.TestPaper;
import paperreviews.search.query.InterpretedQuery.Matched;

/** What users of other search services report as faults. */
class KnownFaultsTest {
  private static final TestPaper HEALTH = paper("health").ja("健康診断の結果を予測する。");
  private static final TestPaper SIGHT = paper("sight").ja("見たことのない物体を見つける。");
  private static final TestPaper VEGAN = paper("vegan").titled("ヴィーガン").ja("ビーガンの食事。");
  private static final TestPaper BEEF = paper("beef").ja("𠮷野家の牛丼と𩸽の刺身。");
  private static final TestPaper ROBOT = paper("robot").en("A 🤖 says שלום עולם to مرحبا.");
  private static final TestPaper PHRASE = paper("phrase").ja("敵対的サンプルをつくる生成モデルの学習。");
  private static final SearchIndex INDEX = index(HEALTH, SIGHT, VEGAN, BEEF, ROBOT, PHRASE);

  @ParameterizedTest
  @CsvSource({
    // One kanji is not another that looks or is written alike.
    "健, health",
    "見, sight",
    "健見, ",
    // Kanji alone are Japanese.
    "健康診断, health",
    "結果予測, health",
    "生成, phrase",
    // The very spelling and its variants
    "ヴィーガン, vegan",
    "ビーガン, vegan",
    "ｳﾞｨｰｶﾞﾝ, vegan",
    // Rare kanji beyond the basic plane
    "𠮷, beef",
    "𠮷野家, beef",
    "𩸽, beef",
    // One character
    "丼, beef",
    "食, vegan",
    "a, robot",
    // No letters, and letters from right to left
    "שלום, robot",
    "שלום עולם, robot",
    "مرحبا, robot",
    // Phrases across kanji and kana
    "\"敵対的サンプルをつくる\", phrase",
    "\"つくる生成モデル\", phrase",
    "\"サンプルの学習\", ",
    "\"生成を学習\", ",
  })
  void findsWhatWasAskedForAndNothingElse(String query, String id) {
    var result = INDEX.search(search(query));

    // What only shares a character with the query, as 見 and 健見 do, is no answer to all of it.
    var whole = result.query().matched() == Matched.ALL ? ids(result) : List.of();
    assertEquals(id == null ? List.of() : List.of(id), id == null ? whole : ids(result));
  }

  @ParameterizedTest
  @CsvSource({
    "ﾃﾞｰﾀ拡張, とﾃﾞｰﾀ拡張と, と[ﾃﾞｰﾀ拡張]と",
    "データ拡張, とﾃﾞｰﾀ拡張と, と[ﾃﾞｰﾀ拡張]と",
    "ＧＡＮ, 𠮷🤖GANと, 𠮷🤖[GAN]と",
    "gan, ㍍㌔ＧＡＮと, ㍍㌔[ＧＡＮ]と",
    "株式会社, ㈱と株式会社と, ㈱と[株式会社]と",
    "ベクトル, ㌔ヴェクトルと, ㌔[ヴェクトル]と",
    "がく, か\u3099くとか, [か\u3099く]とか",
  })
  void marksExactlyTheCharactersThatMatched(String query, String text, String expected) {
    var hit = index(paper("1").ja(text)).search(search(query)).hits().getFirst();

    assertEquals(expected, marked(hit.review()));
  }

  static Stream<String> manyOfOne() {
    return Stream.of("健", "ア", "a", "𠮷", "🤖", "ש", "م", "\"", "-", "ー", "\u3099", "々", "① ");
  }

  @ParameterizedTest
  @MethodSource("manyOfOne")
  void answersAQueryOf256OfOneCharacter(String character) {
    var query = character.repeat(256 / character.codePointCount(0, character.length()));

    var result = INDEX.search(search(query));

    assertEquals(result.total(), result.hits().size());
  }

  @Test
  void findsAnEmoji() {
    assertEquals(List.of("robot"), ids(INDEX.search(search("🤖"))));
  }
}
