package paperreviews.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Drops a trailing long vowel mark from katakana words, which are written with and without it. */
final class LongVowelFilter extends TokenFilter {
  private static final String KATAKANA = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.KATAKANA];

  /** In shorter words the mark tells words apart, as in キー and キ. */
  private static final int SHORTEST = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  LongVowelFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int last = term.length() - 1;
    if (last + 1 >= SHORTEST && term.charAt(last) == 'ー' && type.type().equals(KATAKANA)) {
      term.setLength(last);
    }
    return true;
  }
}
