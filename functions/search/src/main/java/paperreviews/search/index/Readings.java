package paperreviews.search.index;

import java.util.List;

/**
 * Reads Japanese. The seeder does it with a dictionary, so that a search needs none: it looks up
 * readings in the index.
 */
@FunctionalInterface
public interface Readings {
  /** Reads nothing: a search by readings finds nothing, then. */
  Readings NONE = _ -> List.of();

  /** The words of a text with their readings. */
  List<Word> of(String text);

  /**
   * A word.
   *
   * @param text as it is written
   * @param kana its reading in katakana
   * @param romaji its reading in Latin letters
   */
  record Word(String text, String kana, String romaji) {}
}
