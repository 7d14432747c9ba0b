package paperreviews.search;

import java.util.Locale;

/** A field that words are looked for in. Each is indexed by both chains. */
enum SearchField {
  /** The paper's title. */
  TITLE(3),
  /** Its keywords in both languages. */
  KEYWORDS(2),
  /** The title of its section in both languages. */
  SECTION(1),
  /** Its review in both languages, the titles of its links, and its id. */
  TEXT(1);

  private final float weight;

  SearchField(float weight) {
    this.weight = weight;
  }

  /** How often a word here counts, compared with a word of the text. */
  float weight() {
    return weight;
  }

  /** The name in the index of this field as one chain cuts it. */
  String in(Chain chain) {
    return (name() + "." + chain.name()).toLowerCase(Locale.ROOT);
  }
}
