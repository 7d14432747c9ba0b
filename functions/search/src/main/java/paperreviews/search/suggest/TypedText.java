package paperreviews.search.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.result.HighlightedText;
import paperreviews.search.result.HighlightedText.Match;
import paperreviews.search.result.Snippet;
import paperreviews.search.result.TextPart;

/**
 * What was typed so far: words, each of them perhaps unfinished. Spelling is folded as in a search,
 * and hiragana stands for katakana, too, since it is what one types first.
 */
final class TypedText {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** Letters that an input method has not yet made kana of, or kana not yet made kanji of. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?<=[\\p{IsHan}\\p{IsKatakana}ー])\\p{IsLatin}+$|(?<=\\p{IsHan})\\p{IsKatakana}+$");

  /** Nobody reads suggestions for more. */
  private static final int MAX_WORDS = 10;

  private final String key;
  private final List<String> words;
  private final String joined;

  private TypedText(String key) {
    this.key = key;
    this.words = WORD.matcher(key).results().map(word -> word.group()).limit(MAX_WORDS).toList();
    this.joined = String.join("", words);
  }

  static TypedText of(String text) {
    return new TypedText(key(text));
  }

  /** What texts are compared by; it is as long as the folded text. */
  static String key(String text) {
    return folded(text).text();
  }

  private static FoldedText folded(String text) {
    var katakana = new StringBuilder(text);
    for (int at = 0; at < katakana.length(); at++) {
      char character = Character.toLowerCase(katakana.charAt(at));
      boolean isHiragana = 'ぁ' <= character && character <= 'ゖ';
      katakana.setCharAt(at, isHiragana ? (char) (character - 'ぁ' + 'ァ') : character);
    }
    return FoldedText.of(katakana.toString());
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** What is left without the letters or kana that an input method is still at work on. */
  Optional<TypedText> finished() {
    var finished = UNFINISHED.matcher(key).replaceFirst("");
    return finished.equals(key) ? Optional.empty() : Optional.of(new TypedText(finished));
  }

  /** How well a text goes with what was typed: the better the lower; none if it does not. */
  enum Fit {
    /** It starts so. */
    BEGINNING,
    /** Words in it start so. */
    WITHIN,
    NONE
  }

  /** How a text with this key goes with what was typed. */
  Fit fit(String textKey) {
    if (endOfMatch(textKey, 0, joined) >= 0) {
      return Fit.BEGINNING;
    }
    return hasAllWords(textKey) || find(textKey, joined, 0).isPresent() ? Fit.WITHIN : Fit.NONE;
  }

  private boolean hasAllWords(String textKey) {
    for (var word : words) {
      if (find(textKey, word, 0).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** A text with what was typed marked. */
  List<TextPart> mark(String text) {
    var folded = folded(text);
    var textKey = folded.text();
    var matches = new ArrayList<Match>();
    var sought = find(textKey, joined, 0).isPresent() ? List.of(joined) : words;
    for (var word : sought) {
      for (var place = find(textKey, word, 0);
          place.isPresent();
          place = find(textKey, word, place.get().end())) {
        matches.add(new Match(folded.start(place.get().start()), folded.end(place.get().end())));
      }
    }
    return Snippet.whole(HighlightedText.of(text, matches));
  }

  /** Where a word of a text starts as this word does, if anywhere from there on. */
  private static Optional<Match> find(String textKey, String word, int from) {
    char first = word.charAt(0);
    for (int start = textKey.indexOf(first, from);
        start >= 0;
        start = textKey.indexOf(first, start + 1)) {
      if (startsWord(textKey, start)) {
        int end = endOfMatch(textKey, start, word);
        if (end >= 0) {
          return Optional.of(new Match(start, end));
        }
      }
    }
    return Optional.empty();
  }

  /** Japanese has no spaces between words: there, each character may start one. */
  private static boolean startsWord(String textKey, int at) {
    return at == 0
        || isJapanese(textKey.charAt(at))
        || isJapanese(textKey.charAt(at - 1))
        || !Character.isLetterOrDigit(textKey.charAt(at - 1));
  }

  /** Whether a key has a Japanese character. */
  static boolean isJapanese(String key) {
    return key.chars().anyMatch(character -> isJapanese((char) character));
  }

  private static boolean isJapanese(char character) {
    return 'ァ' <= character && character <= 'ー' || 0x3400 <= character && character <= 0x9fff;
  }

  /** Where a word ends that starts there, spaces and hyphens within it aside; -1 if none does. */
  private static int endOfMatch(String textKey, int start, String word) {
    int at = start;
    for (int n = 0; n < word.length(); n++) {
      while (n > 0 && at < textKey.length() && isBetweenWords(textKey.charAt(at))) {
        at++;
      }
      if (at >= textKey.length() || textKey.charAt(at) != word.charAt(n)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static boolean isBetweenWords(char character) {
    return !Character.isLetterOrDigit(character) && !Character.isSurrogate(character);
  }
}
