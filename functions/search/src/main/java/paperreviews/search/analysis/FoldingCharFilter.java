package paperreviews.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Gives the tokenizer a text as it is {@linkplain FoldedText folded}.
 *
 * <p>Tokens keep their places in the folded text, by which {@code CJKBigramFilter} finds the places
 * of their bigrams, until {@link OriginalOffsetFilter} says where they stood in the original.
 */
final class FoldingCharFilter extends CharFilter {
  private static final int BUFFER = 256;

  private FoldedText folded;
  private Reader reader;

  FoldingCharFilter(Reader original) {
    super(original);
  }

  FoldedText folded() throws IOException {
    if (folded == null) {
      folded = FoldedText.of(original());
      reader = new StringReader(folded.text());
    }
    return folded;
  }

  /** The reader's own way to read all takes a buffer of 16 KiB for a word of a query. */
  private String original() throws IOException {
    var text = new StringBuilder();
    var buffer = new char[BUFFER];
    for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
      text.append(buffer, 0, count);
    }
    return text.toString();
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    folded();
    return reader.read(buffer, offset, length);
  }

  @Override
  protected int correct(int offset) {
    return offset;
  }
}
