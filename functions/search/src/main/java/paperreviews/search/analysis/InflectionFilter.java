package paperreviews.search.analysis;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Reduces inflected English words to their stems, as {@link KStemFilter} does, but leaves derived
 * words as they are: explained becomes explain, explainability stays.
 */
final class InflectionFilter extends TokenFilter {
  private static final Set<String> ENDINGS =
      Set.of(
          "", "s", "es", "ies", "d", "ed", "ied", "ing", "er", "ers", "ly", "ion", "ions", "ation",
          "ations", "ational");

  private final Words words;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  InflectionFilter(TokenStream input) {
    this(new Words(input));
  }

  private InflectionFilter(Words words) {
    super(new KStemFilter(words));
    this.words = words;
  }

  /** The words before they are reduced. */
  private static final class Words extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";

    Words(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      word = term.toString();
      return true;
    }
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!isInflection(words.word, term.toString())) {
      term.setEmpty().append(words.word);
    }
    return true;
  }

  static boolean isInflection(String word, String stem) {
    int common = 0;
    while (common < Math.min(word.length(), stem.length())
        && word.charAt(common) == stem.charAt(common)) {
      common++;
    }
    if (common > 0 && common < word.length() && word.charAt(common) == word.charAt(common - 1)) {
      common++; // Mapping.
    }
    return ENDINGS.contains(word.substring(common));
  }
}
