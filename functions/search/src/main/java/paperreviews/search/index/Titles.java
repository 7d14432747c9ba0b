package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.Token;

/** Finds the titles of papers in longer texts, such as entries of a list of references. */
public final class Titles {
  /** Shorter titles are also found where no paper is referred to. */
  private static final int MIN_WORDS = 4;

  private final LeafReader segment;

  /** The titles of an index. */
  public Titles(LeafReader segment) {
    this.segment = segment;
  }

  /** The keys of the titles within a text, unless it is nothing but the title. */
  public Set<String> in(String text) {
    var found = new LinkedHashSet<String>();
    var tokens = Analysis.CHARACTERS.tokens(text.replace('_', ' '));
    if (tokens.stream().filter(Token::isLatinWord).count() <= MIN_WORDS) {
      return found;
    }
    try {
      var names = Terms.getTerms(segment, PaperDocument.NAME).iterator();
      for (int from = 0; from < tokens.size(); ) {
        int to = addLongest(tokens, from, names, found);
        from = Math.max(to, from + 1);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return found;
  }

  private static int addLongest(List<Token> tokens, int from, TermsEnum names, Set<String> found)
      throws IOException {
    var key = new StringBuilder();
    var longest = "";
    int end = from;
    for (int at = from; at < tokens.size(); at++) {
      key.append(NameKey.of(tokens.get(at)));
      var start = new BytesRef(key);
      var place = names.seekCeil(start);
      if (place == TermsEnum.SeekStatus.END
          || !names.term().utf8ToString().startsWith(key.toString())) {
        break;
      }
      boolean isAll = from == 0 && at + 1 == tokens.size();
      long words = tokens.subList(from, at + 1).stream().filter(Token::isLatinWord).count();
      if (place == TermsEnum.SeekStatus.FOUND && words >= MIN_WORDS && !isAll) {
        longest = key.toString();
        end = at + 1;
      }
    }
    if (!longest.isEmpty()) {
      found.add(longest);
    }
    return end;
  }
}
