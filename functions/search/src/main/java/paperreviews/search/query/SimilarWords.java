package paperreviews.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.Vocabulary;

/** The words of an index that a misspelt Latin word may stand for. */
final class SimilarWords {
  /** Shorter words are all a typo away from each other. */
  private static final int MIN_LENGTH = 3;

  /** A word of up to five letters may have one typo, a longer one two. */
  private static final int MAX_LENGTH_FOR_ONE_TYPO = 5;

  private final LeafReader segment;

  /** Gathered when a near word is first looked for: a search that starts has no time for it. */
  private Map<Integer, List<Word>> words;

  SimilarWords(LeafReader segment) {
    this.segment = segment;
  }

  /** Whether a word is such that another may have been meant. */
  private static boolean mayBeMisspelt(String word) {
    return length(word) >= MIN_LENGTH
        && word.length() <= EditDistance.MAX_LENGTH
        && Token.isLatinWord(word);
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  /**
   * The words near to one, the nearest first, and of those the most frequent: with the same first
   * letter, a letter more, less or other, or two exchanged; up to five letters with one such typo,
   * from six on with two.
   *
   * @param most how many to give at most
   */
  List<String> to(String word, int most) {
    return near(word, 1).stream()
        .sorted(Near.BEST_FIRST)
        .limit(most)
        .map(near -> near.word.text)
        .toList();
  }

  /**
   * The nearest word, if it stands in so many papers. Few words do, and mostly none of them is
   * near: then the others need not be looked at.
   */
  Optional<String> nearest(String word, int leastPapers) {
    return near(word, leastPapers).isEmpty()
        ? Optional.empty()
        : near(word, 1).stream()
            .min(Near.BEST_FIRST)
            .filter(near -> near.word.papers >= leastPapers)
            .map(near -> near.word.text);
  }

  private List<Near> near(String word, int leastPapers) {
    if (!mayBeMisspelt(word)) {
      return List.of();
    }
    int typos = length(word) <= MAX_LENGTH_FOR_ONE_TYPO ? 1 : 2;
    var typo = new EditDistance(word);
    var near = new ArrayList<Near>();
    for (int length = word.length() - typos; length <= word.length() + typos; length++) {
      for (var candidate : words().getOrDefault(shape(word.charAt(0), length), List.of())) {
        if (candidate.papers < leastPapers) {
          continue;
        }
        int edits = typo.to(candidate.text);
        if (0 < edits && edits <= typos) {
          near.add(new Near(candidate, 1 - edits / (double) Math.min(word.length(), length)));
        }
      }
    }
    return near;
  }

  private Map<Integer, List<Word>> words() {
    if (words == null) {
      try {
        var gathered = new HashMap<Integer, List<Word>>();
        var terms = Vocabulary.terms(segment);
        for (var term = terms.next(); term != null; term = terms.next()) {
          var word = term.utf8ToString();
          if (word.length() <= EditDistance.MAX_LENGTH && Token.isLatinWord(word)) {
            gathered
                .computeIfAbsent(shape(word.charAt(0), word.length()), _ -> new ArrayList<>())
                .add(new Word(word, terms.docFreq()));
          }
        }
        words = gathered;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return words;
  }

  /**
   * What near words have in common, almost: the first letter and the length, which is less than a
   * byte holds, in one number.
   */
  private static int shape(char first, int length) {
    return first << Byte.SIZE | length;
  }

  /** A word, and in how many papers it stands. */
  private record Word(String text, int papers) {}

  private record Near(Word word, double likeness) {
    static final Comparator<Near> BEST_FIRST =
        Comparator.comparingDouble(Near::likeness)
            .thenComparingInt(near -> near.word.papers)
            .reversed()
            .thenComparing(near -> near.word.text);
  }
}
