package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import paperreviews.search.analysis.Analysis;

/**
 * The words that an index holds, as they are written, for one query: it asks for the same ones
 * again and again.
 */
public final class Vocabulary {
  /** How many words of the index are looked at for an unfinished one. */
  private static final int MAX_EXAMINED = 2000;

  private final TermsEnum terms;
  private final Map<String, Integer> papersWith = new HashMap<>();

  /** Reads the words of an index. */
  public Vocabulary(LeafReader segment) {
    try {
      terms = terms(segment);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All words of an index in their order. */
  public static TermsEnum terms(LeafReader segment) throws IOException {
    return Terms.getTerms(segment, Analysis.CHARACTERS.field()).iterator();
  }

  /** In how many papers a word occurs. */
  public int papersWith(String word) {
    var known = papersWith.get(word);
    if (known == null) {
      try {
        known = terms.seekExact(new BytesRef(word)) ? terms.docFreq() : 0;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      papersWith.put(word, known);
    }
    return known;
  }

  /** Whether a word occurs. */
  public boolean has(String word) {
    return papersWith(word) > 0;
  }

  /** The ways to split a word into two that both occur, each of two letters at least. */
  public List<String> splits(String word) {
    // One start after another is quick to look up, since each begins with the one before.
    var ends = new ArrayList<Integer>();
    for (int at = 2; at <= word.length() - 2; at++) {
      if (has(word.substring(0, at))) {
        ends.add(at);
      }
    }
    var splits = new ArrayList<String>();
    for (int at : ends) {
      if (has(word.substring(at))) {
        splits.add(word.substring(0, at) + " " + word.substring(at));
      }
    }
    return splits;
  }

  /** The most frequent words with a prefix. */
  public List<String> startingWith(String prefix, int limit) {
    try {
      var found = new ArrayList<Found>();
      if (terms.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
        return List.of();
      }
      for (var term = terms.term(); term != null; term = terms.next()) {
        var word = term.utf8ToString();
        if (!word.startsWith(prefix) || found.size() == MAX_EXAMINED) {
          break;
        }
        found.add(new Found(word, terms.docFreq()));
      }
      found.sort(Comparator.comparingInt(Found::papers).reversed().thenComparing(Found::word));
      return found.stream().limit(limit).map(Found::word).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record Found(String word, int papers) {}
}
