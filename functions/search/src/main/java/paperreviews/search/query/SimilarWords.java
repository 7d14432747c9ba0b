package paperreviews.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.EnglishWords;
import paperreviews.search.analysis.SpellingFilter;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.Vocabulary;

/**
 * The words of an index, and of the names of its concepts, that a misspelt word may stand for: a
 * letter more, less or other, or two exchanged. Latin words of up to seven letters may have one
 * such typo, longer ones two, and those of four letters stand for longer words, or have two letters
 * exchanged; katakana words of six letters one, longer ones two. A first letter is only exchanged
 * where all others are right; digits never are.
 */
final class SimilarWords {
  private static final int MIN_LENGTH = 4;
  private static final int MIN_LENGTH_FOR_TWO_TYPOS = 8;
  private static final int MIN_LENGTH_FOR_FIRST_LETTER = 6;
  private static final int MIN_LENGTH_FOR_DOUBLING = 6;
  private static final int MIN_KATAKANA_LENGTH = 6;
  private static final String CONSONANTS = "bcdfgklmnprstz";
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]+");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

  private final PaperIndex index;

  /** The words by their {@link #shape}, read when they are first needed. */
  private Map<Integer, List<Word>> words;

  SimilarWords(PaperIndex index) {
    this.index = index;
  }

  /** A word, and in how many papers it occurs. */
  private record Word(String text, int papers) {}

  private record Candidate(Word word, double similarity) {
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(Candidate::similarity)
            .thenComparingInt(candidate -> candidate.word.papers)
            .reversed()
            .thenComparing(candidate -> candidate.word.text);
  }

  /**
   * The words similar to one, the most similar first, and of those the most frequent.
   *
   * @param limit how many to give at most
   */
  List<String> to(String word, int limit) {
    return similar(word, 0).stream()
        .sorted(Candidate.BEST_FIRST)
        .limit(limit)
        .map(candidate -> candidate.word.text)
        .toList();
  }

  /** The most similar word, if it occurs in so many papers. */
  Optional<String> nearest(String word, int minPapers) {
    return similar(word, minPapers).isEmpty()
        ? Optional.empty()
        : similar(word, 1).stream()
            .min(Candidate.BEST_FIRST)
            .filter(candidate -> candidate.word.papers >= minPapers)
            .map(candidate -> candidate.word.text);
  }

  /** Whether a word is one of the index but for a consonant that is doubled or not: tunning. */
  boolean isMisdoubled(String word) {
    return word.length() >= MIN_LENGTH_FOR_DOUBLING
        && IntStream.range(1, word.length())
            .filter(at -> CONSONANTS.indexOf(word.charAt(at)) >= 0)
            .mapToObj(
                at ->
                    word.charAt(at) == word.charAt(at - 1)
                        ? word.substring(0, at) + word.substring(at + 1)
                        : word.substring(0, at + 1) + word.substring(at))
            .anyMatch(this::isWord);
  }

  private boolean isWord(String word) {
    return words().getOrDefault(shape(word.charAt(0), word.length()), List.of()).stream()
        .anyMatch(other -> other.text.equals(word));
  }

  /** Whether a word is hardly written otherwise than one of some others. */
  boolean isSimilar(String word, Collection<String> others) {
    if (maxTypos(word) == 0) {
      return false;
    }
    var distance = new EditDistance(word);
    return others.stream()
        .filter(other -> other.length() <= EditDistance.MAX_LENGTH)
        .mapToInt(distance::to)
        .anyMatch(edits -> edits == 1);
  }

  private List<Candidate> similar(String word, int minPapers) {
    int typos = maxTypos(word);
    if (typos == 0) {
      return List.of();
    }
    var distance = new EditDistance(word);
    Predicate<Word> isMeant =
        candidate ->
            candidate.papers >= minPapers
                && (candidate.text.length() > (word.length() == MIN_LENGTH ? MIN_LENGTH : 3)
                    || letters(candidate.text).equals(letters(word)))
                && !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(candidate.text)
                && digits(candidate.text).equals(digits(word));
    var found = new ArrayList<Candidate>();
    for (int length = word.length() - typos; length <= word.length() + typos; length++) {
      for (var candidate : words().getOrDefault(shape(word.charAt(0), length), List.of())) {
        int edits = candidate.papers < minPapers ? 0 : distance.to(candidate.text);
        if (0 < edits && edits <= typos && isMeant.test(candidate)) {
          found.add(new Candidate(candidate, similarity(edits, word, candidate)));
        }
      }
    }
    if (Token.isLatinWord(word) && word.length() >= MIN_LENGTH_FOR_FIRST_LETTER) {
      otherFirstLetters(word)
          .filter(isMeant)
          .forEach(
              candidate -> found.add(new Candidate(candidate, similarity(1, word, candidate))));
    }
    return found;
  }

  private static double similarity(int edits, String word, Word candidate) {
    return 1 - edits / (double) Math.min(word.length(), candidate.text.length());
  }

  private static int maxTypos(String word) {
    if (word.length() > EditDistance.MAX_LENGTH) {
      return 0;
    }
    if (KATAKANA.matcher(word).matches()) {
      return word.length() < MIN_KATAKANA_LENGTH ? 0 : word.length() == MIN_KATAKANA_LENGTH ? 1 : 2;
    }
    int length = word.codePointCount(0, word.length());
    return !Token.isLatinWord(word) || length < MIN_LENGTH
        ? 0
        : length < MIN_LENGTH_FOR_TWO_TYPOS ? 1 : 2;
  }

  /** The letters of a word in alphabetical order, the same however they are exchanged. */
  private static List<Integer> letters(String word) {
    return word.chars().sorted().boxed().toList();
  }

  private static String digits(String word) {
    return NO_DIGIT.matcher(word).replaceAll("");
  }

  /** Words that differ at their beginning alone. */
  private Stream<Word> otherFirstLetters(String word) {
    var others = new ArrayList<String>();
    others.add(word.substring(1));
    others.add(word.charAt(1) + word.substring(0, 1) + word.substring(2));
    for (char letter = 'a'; letter <= 'z'; letter++) {
      others.add(letter + word);
      others.add(letter + word.substring(1));
    }
    return others.stream()
        .filter(other -> other.charAt(0) != word.charAt(0))
        .flatMap(
            other ->
                words().getOrDefault(shape(other.charAt(0), other.length()), List.of()).stream()
                    .filter(candidate -> candidate.text.equals(other)));
  }

  private synchronized Map<Integer, List<Word>> words() {
    if (words == null) {
      var read = new HashMap<Integer, List<Word>>();
      var vocabulary = new Vocabulary(index.segment());
      forEachTerm(Analysis.CHARACTERS, (word, papers) -> add(read, word, papers));
      // Kernel, where papers have kernels only.
      forEachTerm(
          Analysis.BIGRAMS,
          (stem, papers) -> {
            if (Token.isLatinWord(stem) && !vocabulary.has(stem) && EnglishWords.contains(stem)) {
              add(read, stem, papers);
            }
          });
      index.concepts().occurringWords().stream()
          .filter(word -> !vocabulary.has(word))
          .forEach(word -> add(read, word, 0));
      SpellingFilter.irregular().entrySet().stream()
          .filter(form -> vocabulary.has(form.getValue()))
          .forEach(form -> add(read, form.getKey(), vocabulary.papersWith(form.getValue())));
      words = read;
    }
    return words;
  }

  private void forEachTerm(Analysis analysis, ObjIntConsumer<String> action) {
    try {
      var terms = Vocabulary.terms(index.segment(), analysis);
      for (var term = terms.next(); term != null; term = terms.next()) {
        action.accept(term.utf8ToString(), terms.docFreq());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void add(Map<Integer, List<Word>> words, String word, int papers) {
    if (word.length() <= EditDistance.MAX_LENGTH
        && (Token.isLatinWord(word) || KATAKANA.matcher(word).matches())) {
      words
          .computeIfAbsent(shape(word.charAt(0), word.length()), _ -> new ArrayList<>())
          .add(new Word(word, papers));
    }
  }

  /** What most similar words have in common, in one number: the first letter and the length. */
  private static int shape(char first, int length) {
    return first << Byte.SIZE | length;
  }
}
