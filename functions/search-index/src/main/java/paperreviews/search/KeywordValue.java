package paperreviews.search;

import org.apache.lucene.util.BytesRef;

/**
 * A keyword as papers are counted by it. Sorted, the values of one key follow each other.
 *
 * @param key what is the same however the keyword is written
 * @param language {@code ja} or {@code en}
 * @param text the keyword as a paper has it
 */
record KeywordValue(String key, String language, String text) {
  /** Stands in no keyword: they have no control characters. */
  private static final char SEPARATOR = '\t';

  /** The key of a keyword; of one that is made of signs alone, these. */
  static String key(String keyword) {
    var key = Concepts.key(keyword);
    return key.isEmpty() ? keyword : key;
  }

  /** The least value that a key can have. */
  static BytesRef first(String key) {
    return new BytesRef(key + SEPARATOR);
  }

  /** More than any value of a key, and less than any of a longer key. */
  static BytesRef end(String key) {
    return new BytesRef(key + (char) (SEPARATOR + 1));
  }

  /** What values have in common that are counted as one. */
  String prefix() {
    return key + SEPARATOR + language + SEPARATOR;
  }

  BytesRef bytes() {
    return new BytesRef(prefix() + text);
  }

  static KeywordValue of(BytesRef value) {
    var parts = value.utf8ToString().split(String.valueOf(SEPARATOR), 3);
    return new KeywordValue(parts[0], parts[1], parts[2]);
  }
}
