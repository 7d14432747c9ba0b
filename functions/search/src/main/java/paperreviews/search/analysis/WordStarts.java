package paperreviews.search.analysis;

import java.util.BitSet;
import java.util.Collection;

/**
 * Whether some words can occur in a text at all, which is found out far faster than where they do:
 * spellings and stems of a Latin word have its first letter, and those of a loanword are katakana.
 */
public final class WordStarts {
  private final BitSet starts = new BitSet();

  /** Looks for words by their tokens or their {@linkplain NameKey keys}. */
  public WordStarts(Collection<String> words) {
    for (var word : words) {
      char first = word.charAt(0);
      if ('ァ' <= first && first <= 'ー') {
        starts.set('ァ', 'ー' + 1);
      } else {
        starts.set(first);
      }
    }
  }

  /** Whether one of the words may occur in a folded text. */
  public boolean mayOccur(String text) {
    boolean inWord = false;
    for (int at = 0; at < text.length(); at++) {
      char character = Character.toLowerCase(text.charAt(at));
      boolean goesOn = inWord;
      inWord = 'a' <= character && character <= 'z' || '0' <= character && character <= '9';
      if (starts.get(character) && !(inWord && goesOn)) {
        return true;
      }
    }
    return false;
  }
}
