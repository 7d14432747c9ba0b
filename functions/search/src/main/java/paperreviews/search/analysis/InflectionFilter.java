package paperreviews.search.analysis;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Reduces inflected English words to their stems, as {@link KStemFilter} does, but leaves derived
 * words as they are: explained becomes explain, explainability stays. Words that KStem's dictionary
 * lacks get one stem, too: of upsample and upsampling KStem makes upsample and upsampl, of overfit
 * and overfitting, overfit and overfitt.
 */
final class InflectionFilter extends TokenFilter {
  private static final Set<String> ENDINGS =
      Set.of(
          "", "s", "es", "ies", "d", "ed", "ied", "ing", "er", "ers", "ly", "ion", "ions", "ation",
          "ations", "ational");

  private static final Pattern LAST_E = Pattern.compile("(?<=^\\p{L}{4,99})e$");

  private static final Pattern PARTICIPLE = Pattern.compile(".*(?:ing|ed)");

  private static final Pattern DOUBLED = Pattern.compile("([bgmnprt])\\1$");

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
    var stem = stem(words.word, term.toString());
    term.setEmpty().append(stem);
    return true;
  }

  private static String stem(String word, String stem) {
    var inflected = LAST_E.matcher(isInflection(word, stem) ? stem : word).replaceFirst("");
    return PARTICIPLE.matcher(word).matches()
        ? DOUBLED.matcher(inflected).replaceFirst("$1")
        : inflected;
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
