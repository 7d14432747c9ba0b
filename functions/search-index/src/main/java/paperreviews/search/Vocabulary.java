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

/** The words that an index holds, as they are written. */
final class Vocabulary {
  /** What a typo can be in: nobody misspells a Japanese character by a letter. */
  private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{N}]*");

  /** Shorter words are all a typo away from each other. */
  private static final int SHORTEST_FOR_A_TYPO = 3;

  /** A word of up to five letters may have one typo, a longer one two. */
  private static final int LONGEST_FOR_ONE_TYPO = 5;

  /** How many words of the index are looked at for an unfinished or misspelt one. */
  private static final int MOST_LOOKED_AT = 2000;

  private final Terms words;
  private Map<Character, List<String>> latinWords;

  Vocabulary(LeafReader segment) {
    try {
      words = Terms.getTerms(segment, Chain.CHARACTERS.field());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static boolean isLatinWord(String word) {
    return LATIN_WORD.matcher(word).matches();
  }

  /** Whether a word is such that another may have been meant. */
  static boolean mayBeMisspelt(String word) {
    return length(word) >= SHORTEST_FOR_A_TYPO
        && word.length() <= EditDistance.LONGEST
        && isLatinWord(word);
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  /** In how many papers a word stands. */
  int papersWith(String word) {
    try {
      var terms = words.iterator();
      return terms.seekExact(new BytesRef(word)) ? terms.docFreq() : 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean has(String word) {
    return papersWith(word) > 0;
  }

  /** A word as two that both stand somewhere, in every way; each has two letters at least. */
  List<String> apart(String word) {
    try {
      var terms = words.iterator();
      var apart = new ArrayList<String>();
      for (int at = 2; at <= word.length() - 2; at++) {
        if (terms.seekExact(new BytesRef(word.substring(0, at)))
            && terms.seekExact(new BytesRef(word.substring(at)))) {
          apart.add(word.substring(0, at) + " " + word.substring(at));
        }
      }
      return apart;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The most frequent words that start so. */
  List<String> startingWith(String prefix, int most) {
    try {
      var found = new ArrayList<Found>();
      var terms = words.iterator();
      var start = new BytesRef(prefix);
      if (terms.seekCeil(start) == TermsEnum.SeekStatus.END) {
        return List.of();
      }
      for (var term = terms.term(); term != null; term = terms.next()) {
        var word = term.utf8ToString();
        if (!word.startsWith(prefix) || found.size() == MOST_LOOKED_AT) {
          break;
        }
        found.add(new Found(word, 1, terms.docFreq()));
      }
      return best(found, most);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The words that a misspelt Latin word may stand for, the nearest first: with the same first
   * letter, a letter more, less or other, or two exchanged; up to five letters with one such typo,
   * from six on with two.
   */
  List<String> near(String word, int most) {
    if (!mayBeMisspelt(word)) {
      return List.of();
    }
    int typos = length(word) <= LONGEST_FOR_ONE_TYPO ? 1 : 2;
    var typo = new EditDistance(word);
    var found = new ArrayList<Found>();
    for (var candidate : latinWords().getOrDefault(word.charAt(0), List.of())) {
      if (Math.abs(candidate.length() - word.length()) <= typos && !candidate.equals(word)) {
        int edits = typo.to(candidate);
        if (edits <= typos) {
          double likeness = 1 - edits / (double) Math.min(word.length(), candidate.length());
          found.add(new Found(candidate, likeness, papersWith(candidate)));
        }
      }
    }
    return best(found, most);
  }

  /** The Latin words by their first letters, gathered when one is first looked for. */
  private Map<Character, List<String>> latinWords() {
    if (latinWords == null) {
      try {
        var byLetter = new HashMap<Character, List<String>>();
        var terms = words.iterator();
        for (var term = terms.next(); term != null; term = terms.next()) {
          var word = term.utf8ToString();
          if (isLatinWord(word) && word.length() <= EditDistance.LONGEST) {
            byLetter.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>()).add(word);
          }
        }
        latinWords = byLetter;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return latinWords;
  }

  private static List<String> best(List<Found> found, int most) {
    found.sort(
        Comparator.comparingDouble(Found::likeness)
            .thenComparingInt(Found::papers)
            .reversed()
            .thenComparing(Found::word));
    return found.stream().limit(most).map(Found::word).toList();
  }

  private record Found(String word, double likeness, int papers) {}
}
