package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
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

  private static final int MAX_SPLITS = 20;

  private static final int MIN_NAME = 3;

  private static final Pattern VERSION = Pattern.compile("v?\\d+");

  private final TermsEnum terms;
  private final Map<String, Integer> papersWith = new HashMap<>();

  /** Reads the words of an index. */
  public Vocabulary(LeafReader segment) {
    try {
      terms = terms(segment, Analysis.CHARACTERS);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All tokens of an index by an analysis, in their order. */
  public static TermsEnum terms(LeafReader segment, Analysis analysis) throws IOException {
    return Terms.getTerms(segment, analysis.field()).iterator();
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

  /**
   * The ways to split a word into a few words that all occur: of two letters at least, or digits,
   * or a single letter after the first. None of them is a stop word.
   *
   * @param maxParts how many words at most
   */
  public List<String> splits(String word, int maxParts) {
    var splits = new ArrayList<String>();
    split(word, 0, maxParts, new ArrayList<>(), splits);
    return splits;
  }

  private void split(
      String word, int start, int maxParts, List<String> parts, List<String> splits) {
    if (start == word.length()) {
      if (parts.size() > 1) {
        splits.add(String.join(" ", parts));
      }
      return;
    }
    if (parts.size() == maxParts || splits.size() == MAX_SPLITS) {
      return;
    }
    boolean isLast = parts.size() + 1 == maxParts;
    for (int end = isLast ? word.length() : start + 1; end <= word.length(); end++) {
      var part = word.substring(start, end);
      boolean isEnd = end == word.length();
      if (isEnd && !parts.isEmpty()) {
        versions(part).forEach(version -> splits.add(String.join(" ", parts) + " " + version));
      }
      if (isPart(part, parts.isEmpty()) && has(part)) {
        parts.add(part);
        split(word, end, maxParts, parts, splits);
        parts.removeLast();
      }
    }
  }

  private static boolean isPart(String part, boolean isFirst) {
    char first = part.charAt(0);
    return part.length() == 1
        ? Character.isDigit(first)
            || !isFirst && Character.isLetter(first) && first != 'a' && first != 'i'
        : !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(part);
  }

  /** A name with the numbers of versions after it: YOLOv3. */
  public List<String> versions(String name) {
    if (name.length() < MIN_NAME || !Character.isLetter(name.charAt(name.length() - 1))) {
      return List.of();
    }
    return Stream.concat(
            startingWith(name + "v", MAX_SPLITS).stream(),
            IntStream.rangeClosed(0, 9)
                .mapToObj(digit -> startingWith(name + digit, MAX_SPLITS))
                .flatMap(List::stream))
        .filter(longer -> VERSION.matcher(longer.substring(name.length())).matches())
        .toList();
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
