package paperreviews.search.analysis;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Reduces inflected English words to their stems, as {@link KStemFilter} does, but leaves words
 * that are derived otherwise than by -er, -ly and -ion as they are: explained becomes explain,
 * explainability stays. Words that KStem's dictionary lacks get one stem, too: of upsample and
 * upsampling KStem makes upsample and upsampl, of overfit and overfitting, overfit and overfitt.
 * Words that it has keep their last e: shape is not SHAP.
 */
final class InflectionFilter extends TokenFilter {
  private static final Set<String> ENDINGS =
      Set.of(
          "", "s", "es", "ies", "d", "ed", "ied", "ing", "er", "ers", "ly", "ion", "ions", "ation",
          "ations", "ational");

  private static final Pattern LAST_E = Pattern.compile("\\p{L}{4,}e");

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
    var inflected = ENDINGS.contains(EnglishWords.ending(word, stem)) ? stem : word;
    if (LAST_E.matcher(inflected).matches() && !EnglishWords.isKnown(inflected)) {
      inflected = inflected.substring(0, inflected.length() - 1);
    }
    return PARTICIPLE.matcher(word).matches()
        ? DOUBLED.matcher(inflected).replaceFirst("$1")
        : inflected;
  }
}
