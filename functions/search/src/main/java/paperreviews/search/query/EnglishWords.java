package paperreviews.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The English words that Lucene's stemmer knows: some 30,000. The stemmer does not show its
 * dictionary, but takes an ending off only where what is left is in it.
 */
public final class EnglishWords {
  private static final String ENDING = "able";

  private static final Analyzer STEMMER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var tokenizer = new KeywordTokenizer();
          return new TokenStreamComponents(tokenizer, new KStemFilter(tokenizer));
        }
      };

  private EnglishWords() {}

  /** Whether a word in lower case, or what it is a form of, is an English word. */
  public static boolean contains(String word) {
    return isKnown(word) || isKnown(stem(word));
  }

  private static boolean isKnown(String word) {
    return stem(word + ENDING).equals(word);
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
