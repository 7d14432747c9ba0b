package paperreviews.search.analysis;

import java.util.regex.Pattern;

/**
 * A token of a text.
 *
 * @param term what is looked up
 * @param position its place among the tokens
 * @param start where it starts in the text
 * @param end where it ends in the text
 */
public record Token(String term, int position, int start, int end) {
  /** ASCII comes first since most words have nothing else: looking up a script takes long. */
  private static final Pattern LATIN_WORD =
      Pattern.compile("[a-z\\p{IsLatin}][a-z0-9\\p{IsLatin}\\p{N}]*");

  /** Whether a term is a Latin word: only such are misspelt, joined and inflected by letters. */
  public static boolean isLatinWord(String term) {
    return LATIN_WORD.matcher(term).matches();
  }

  /** Whether the token is a Latin word. */
  public boolean isLatinWord() {
    return isLatinWord(term);
  }
}
