package paperreviews.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The English words that Lucene's stemmer knows: some 30,000. The stemmer does not show its
 * dictionary, but takes an ending off only where what is left is in it.
 */
public final class EnglishWords {
  /** The stemmer takes these off words of its dictionary only, unless it knows the whole. */
  private static final List<String> DERIVING = List.of("able", "ment");

  private static final int MIN_DERIVED = 5;

  private static final Set<String> INFLECTIONS =
      Set.of("", "s", "es", "ies", "d", "ed", "ied", "ing", "r", "er", "st", "est");

  private static final Set<String> DERIVATIONS =
      Set.of(
          "ability", "able", "ably", "al", "ally", "ation", "ational", "ations", "er", "ers", "ful",
          "ibility", "ible", "ic", "ical", "ility", "ion", "ional", "ions", "ism", "ist", "ists",
          "ity", "ive", "ively", "ization", "less", "ly", "ment", "ments", "ness", "or", "ors",
          "ous", "y");

  /** What makes another English word of one. */
  private static final Pattern PREFIX =
      Pattern.compile("^(?:anti|dis|inter|mis|non|over|pre|re|sub|super|under|un)(?=.{4})");

  private static final Analyzer STEMMER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var tokenizer = new KeywordTokenizer();
          return new TokenStreamComponents(tokenizer, new KStemFilter(tokenizer));
        }
      };

  private EnglishWords() {}

  /**
   * Whether a word in lower case, or the word that it is a form of, is an English word. Short words
   * have inflected forms only, since the stemmer also reduces misspelt words to them: "sicence" to
   * "sic".
   */
  public static boolean contains(String word) {
    return isForm(word) || isForm(PREFIX.matcher(word).replaceFirst(""));
  }

  private static boolean isForm(String word) {
    var stem = stem(word);
    return isKnown(word)
        || isKnown(stem)
            && (isInflection(word, stem)
                || stem.length() >= MIN_DERIVED && DERIVATIONS.contains(ending(word, stem)));
  }

  /**
   * Whether a word is its stem with a regular ending, as plurals are, whether it is English or not.
   */
  public static boolean isInflected(String word) {
    return isInflection(word, stem(word));
  }

  private static boolean isInflection(String word, String stem) {
    return INFLECTIONS.contains(ending(word, stem));
  }

  /** What a word has after the letters that it begins with as its stem does. */
  static String ending(String word, String stem) {
    int common = 0;
    while (common < Math.min(word.length(), stem.length())
        && word.charAt(common) == stem.charAt(common)) {
      common++;
    }
    if (common > 0 && common < word.length() && word.charAt(common) == word.charAt(common - 1)) {
      common++; // Mapping.
    }
    return word.substring(common);
  }

  /** Whether the dictionary has a word, by what the stemmer leaves of a word derived from it. */
  static boolean isKnown(String word) {
    return DERIVING.stream().anyMatch(ending -> stem(word + ending).equals(word));
  }

  private static String stem(String word) {
    try (var stream = STEMMER.tokenStream("", word)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      var stem = stream.incrementToken() ? term.toString() : word;
      stream.end();
      return stem;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
