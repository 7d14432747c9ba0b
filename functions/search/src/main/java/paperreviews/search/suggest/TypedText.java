package paperreviews.search.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import paperreviews.search.analysis.PrefixKey;
import paperreviews.search.query.FunctionWords;
import paperreviews.search.result.HighlightedText;
import paperreviews.search.result.HighlightedText.Match;
import paperreviews.search.result.Snippet;
import paperreviews.search.result.TextPart;

/**
 * What was typed so far: words, the last of them perhaps unfinished.
 *
 * @param key all of it
 * @param words its words
 */
record TypedText(String key, List<String> words) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** Letters that an input method has not yet made kana of, or kana not yet made kanji of. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?<=[\\p{IsHan}\\p{IsKatakana}ー])\\p{IsLatin}+$|(?<=\\p{IsHan})\\p{IsKatakana}+$");

  /** Where a word starts in a sentence: after a space, or where the script changes. */
  private static final Pattern START =
      Pattern.compile(
          "(?:^|(?<=[^\\p{L}\\p{N}\\p{M}'’-])|(?<=[ぁ-ゖ])(?![ぁ-ゖー])"
              + "|(?<=[\\p{IsHan}ァ-ヺー])(?=[a-zA-Z])|(?<=[a-zA-Z0-9])(?=[\\p{IsHan}ぁ-ゖァ-ヺ]))"
              + "(?=[\\p{L}\\p{N}])");

  private static final Pattern PLURAL = Pattern.compile("(?<=[a-zA-Z]{2}[a-zA-Z&&[^su]])s$");

  /** A particle after a word: GANの. */
  private static final Pattern PARTICLE =
      Pattern.compile("(?<=[\\p{IsLatin}\\p{N}\\p{IsHan}ァ-ヺー])[のはがをにへとでも]$");

  /** A text of fewer words is no sentence. */
  private static final int MIN_SENTENCE = 2;

  /** How many of the last words of a sentence are looked at. */
  private static final int MAX_WORDS = 8;

  static TypedText of(String text) {
    var key = PrefixKey.of(text);
    return new TypedText(
        key, WORD.matcher(key).results().map(MatchResult::group).limit(MAX_WORDS).toList());
  }

  /**
   * What suggestions are looked for by, the best first: all that was typed, the same without what
   * an input method is still at work on, what ends a question or a plural, a last particle, and the
   * last words of a sentence.
   */
  static List<TypedText> readings(String text) {
    var starts =
        START.matcher(text).results().map(MatchResult::start).filter(at -> at > 0).toList();
    var texts = new ArrayList<String>();
    texts.add(text);
    if (starts.size() + 1 >= MIN_SENTENCE) {
      starts.stream()
          .skip(Math.max(0, starts.size() - MAX_WORDS))
          .map(text::substring)
          .filter(rest -> !FunctionWords.isOne(rest) && !FunctionWords.isOne(firstWord(rest)))
          .forEach(texts::add);
    }
    var typed = new ArrayList<TypedText>();
    for (var each : texts) {
      for (var rest = Optional.of(of(each)); rest.isPresent(); rest = rest.get().finished()) {
        typed.add(rest.get());
      }
      typed.add(of(FunctionWords.withoutQuestion(each)));
      typed.add(of(PLURAL.matcher(each).replaceFirst("")));
      typed.add(of(PARTICLE.matcher(each).replaceFirst("")));
    }
    return typed.stream().filter(each -> !each.words.isEmpty()).distinct().toList();
  }

  private static String firstWord(String text) {
    return text.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** The words without spaces. */
  String joined() {
    return String.join("", words);
  }

  private Optional<TypedText> finished() {
    var finished = UNFINISHED.matcher(key).replaceFirst("");
    return finished.equals(key) ? Optional.empty() : Optional.of(of(finished));
  }

  /** A text with what was typed marked. */
  List<TextPart> mark(String text) {
    var folded = PrefixKey.folded(text);
    var textKey = folded.text();
    var matches = new ArrayList<Match>();
    var sought = find(textKey, joined(), 0).isPresent() ? List.of(joined()) : words;
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
      if (PrefixKey.startsWord(textKey, start)) {
        int end = endOfMatch(textKey, start, word);
        if (end >= 0) {
          return Optional.of(new Match(start, end));
        }
      }
    }
    return Optional.empty();
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
