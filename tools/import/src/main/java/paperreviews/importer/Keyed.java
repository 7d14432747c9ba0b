package paperreviews.importer;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code Key: value}, or {@code 【Key】value} where the key names a field.
 *
 * @param key as it is written
 * @param field the field that the key names, if it is known
 * @param value what is written behind the colon
 */
record Keyed(String key, Optional<Field> field, Inline value) {
  private static final int MAX_KEY = 20;

  /** What a line says of a paper. */
  enum Field {
    TITLE("タイトル 論文タイトル 題名 論文名 title papertitle"),
    AUTHORS("著者 著者名 著者ら 作者 著者所属 著者所属機関 author authors by"),
    VENUE("採録 採択 会議 学会 発表 発表会議 掲載 掲載誌 出典 venue conference journal published" + " publishedin"),
    YEAR("年 発表年 出版年 公開日 投稿日 投稿日付 日付 year date"),
    DOI("doi");

    @SuppressWarnings("ImmutableEnumChecker") // A copy, that nothing changes.
    private final Set<String> keys;

    Field(String keys) {
      this.keys = Arrays.stream(keys.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Field> of(String key) {
      var word = ArticleText.key(key);
      return Arrays.stream(values()).filter(field -> field.keys.contains(word)).findFirst();
    }
  }

  /** What a line says, if it has a key. */
  static Optional<Keyed> of(Inline line) {
    var text = line.text();
    int bracket = text.startsWith("【") ? text.indexOf('】') : -1;
    if (bracket > 0 && bracket + 1 < text.length()) {
      var field = Field.of(text.substring(1, bracket));
      if (field.isPresent()) {
        return Optional.of(new Keyed(text.substring(1, bracket), field, line.from(bracket + 1)));
      }
    }
    int colon = 0;
    while (colon < text.length() && ":：".indexOf(text.charAt(colon)) < 0) {
      colon++;
    }
    int at = colon;
    if (colon == 0
        || colon > MAX_KEY
        || colon == text.length()
        || text.startsWith("//", colon + 1)
        || line.links().stream().anyMatch(link -> link.start() < at && at < link.end())) {
      return Optional.empty();
    }
    var key = ArticleText.strip(text.substring(0, colon));
    return Optional.of(
        new Keyed(key, Field.of(key), line.from(ArticleText.behind(text, colon, ":："))));
  }

  boolean is(Field other) {
    return field.equals(Optional.of(other));
  }

  /** Whether the value is nothing but addresses. */
  boolean isBare() {
    var links = value.links();
    return !links.isEmpty()
        && value.withoutLinks(0).chars().allMatch(c -> "<>[]()|,/、 ".indexOf(c) >= 0)
        && key.chars().noneMatch(c -> "。、,".indexOf(c) >= 0);
  }
}
