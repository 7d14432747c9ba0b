package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import paperreviews.search.analysis.PrefixKey;
import paperreviews.search.analysis.Romaji;

/** The words and names of an index by their readings. */
public final class ReadWords {
  /** Occurs in no name: names have no control characters. */
  static final char SEPARATOR = '\t';

  private final LeafReader suggestions;

  ReadWords(LeafReader suggestions) {
    this.suggestions = suggestions;
  }

  /** What is read so: a reading in kana or in Latin letters. */
  public List<String> of(String reading) {
    var key = PrefixKey.joined(PrefixKey.of(reading));
    boolean isKana = key.chars().allMatch(kana -> 'ァ' <= kana && kana <= 'ー');
    return isKana ? read(key) : PrefixKey.isJapanese(key) ? List.of() : read(Romaji.key(key));
  }

  private List<String> read(String reading) {
    try {
      var prefix = reading + SEPARATOR;
      var terms = Terms.getTerms(suggestions, SuggestionDocument.READ).iterator();
      var found = new ArrayList<String>();
      boolean isEnd = terms.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END;
      for (var term = isEnd ? null : terms.term(); term != null; term = terms.next()) {
        var text = term.utf8ToString();
        if (!text.startsWith(prefix)) {
          break;
        }
        found.add(text.substring(prefix.length()));
      }
      return found;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
