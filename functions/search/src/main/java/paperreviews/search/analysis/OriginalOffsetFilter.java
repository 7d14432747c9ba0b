package paperreviews.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Says where tokens stood in the original of a folded text.
 *
 * <p>A char filter alone cannot: it corrects starts and ends alike, but where 令 ends and 和 starts
 * in a folded ㋿, the one ends after the ㋿ and the other starts before it.
 */
final class OriginalOffsetFilter extends TokenFilter {
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private FoldingCharFilter folding;

  OriginalOffsetFilter(TokenStream input) {
    super(input);
  }

  /** Sets what the tokenizer reads next. */
  void setFolding(FoldingCharFilter folding) {
    this.folding = folding;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    var folded = folding.folded();
    offset.setOffset(folded.start(offset.startOffset()), folded.end(offset.endOffset()));
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = folding.folded().start(offset.endOffset());
    offset.setOffset(end, end);
  }
}
