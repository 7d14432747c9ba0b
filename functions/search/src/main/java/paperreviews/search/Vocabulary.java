package paperreviews.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The words that an index holds, as they are written, for one query: it asks for the same ones
 * again and again.
 */
final class Vocabulary {
  /** ASCII stands first since most words have nothing else: to find a script takes long. */
  private static final Pattern LATIN_WORD =
      Pattern.compile("[a-z\\p{IsLatin}][a-z0-9\\p{IsLatin}\\p{N}]*");

  /** How many words of the index are looked at for an unfinished one. */
  private static final int MOST_LOOKED_AT = 2000;

  private final TermsEnum terms;
  private final Map<String, Integer> papersWith = new HashMap<>();

  Vocabulary(LeafReader segment) {
    try {
      terms = terms(segment);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static TermsEnum terms(LeafReader segment) throws IOException {
    return Terms.getTerms(segment, Chain.CHARACTERS.field()).iterator();
  }

  /** Nobody misspells, joins or inflects a Japanese character by a letter. */
  static boolean isLatinWord(String word) {
    return LATIN_WORD.matcher(word).matches();
  }

  /** In how many papers a word stands. */
  int papersWith(String word) {
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

  boolean has(String word) {
    return papersWith(word) > 0;
  }

  /** A word as two that both stand somewhere, in every way; each has two letters at least. */
  List<String> apart(String word) {
    // One start after another is quick to look up, since each begins with the one before.
    var ends = new ArrayList<Integer>();
    for (int at = 2; at <= word.length() - 2; at++) {
      if (has(word.substring(0, at))) {
        ends.add(at);
      }
    }
    var apart = new ArrayList<String>();
    for (int at : ends) {
      if (has(word.substring(at))) {
        apart.add(word.substring(0, at) + " " + word.substring(at));
      }
    }
    return apart;
  }

  /** The most frequent words that start so. */
  List<String> startingWith(String prefix, int most) {
    try {
      var found = new ArrayList<Found>();
      if (terms.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
        return List.of();
      }
      for (var term = terms.term(); term != null; term = terms.next()) {
        var word = term.utf8ToString();
        if (!word.startsWith(prefix) || found.size() == MOST_LOOKED_AT) {
          break;
        }
        found.add(new Found(word, terms.docFreq()));
      }
      found.sort(Comparator.comparingInt(Found::papers).reversed().thenComparing(Found::word));
      return found.stream().limit(most).map(Found::word).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record Found(String word, int papers) {}
}
