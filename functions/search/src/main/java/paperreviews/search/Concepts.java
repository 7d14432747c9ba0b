package paperreviews.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import paperreviews.model.Concept;

/**
 * The names of concepts, as they travel with the index: looked up by what is left of a name when
 * case, width, hyphens, spaces and plurals are taken away.
 */
public final class Concepts {
  /** The file that holds them among those of the index. */
  static final String FILE = "concepts";

  /** Stands in no name: names are texts without control characters. */
  private static final String SEPARATOR = "\t";

  /** How many tokens a name has at most when it is looked for within a text. */
  private static final int LONGEST = 12;

  private final List<List<String>> names = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();

  private Concepts() {}

  /**
   * The key of a name, under which it is the same however it is written. Two concepts must not have
   * names with the same key.
   */
  public static String key(String name) {
    return key(Chain.CHARACTERS.tokens(name));
  }

  /** The key of a name that was cut already. */
  static String key(Keyword name) {
    return key(name.tokens(Chain.CHARACTERS));
  }

  private static String key(List<Chain.Token> tokens) {
    var key = new StringBuilder();
    for (var token : tokens) {
      key.append(key(token));
    }
    return key.toString();
  }

  private static String key(Chain.Token token) {
    return Vocabulary.isLatinWord(token.term()) ? singular(token.term()) : token.term();
  }

  /**
   * A word without its plural, by the rules of the S-stemmer (Harman 1991): a stem that takes more
   * away makes one of optimizer and optimal.
   */
  private static String singular(String word) {
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
      return word;
    }
    if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.substring(0, word.length() - 1);
  }

  /**
   * Those of which some name occurs in an index: others would be read at every start for nothing.
   */
  static List<Concept> occurring(List<Concept> concepts, IndexSearcher searcher) {
    return concepts.stream()
        .filter(
            concept ->
                Stream.concat(concept.ja().stream(), concept.en().stream())
                    .flatMap(name -> Keyword.of(name).stream())
                    .anyMatch(name -> LuceneQueries.finds(searcher, LuceneQueries.phrase(name))))
        .toList();
  }

  /** Concepts as a file: a line for each, of names and their keys in turn. */
  static byte[] write(List<Concept> concepts) {
    var lines = new StringBuilder();
    for (var concept : concepts) {
      var fields = new ArrayList<String>();
      Stream.concat(concept.ja().stream(), concept.en().stream())
          .forEach(
              name -> {
                fields.add(name);
                fields.add(key(name));
              });
      lines.append(String.join(SEPARATOR, fields)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #write} wrote. No name is analysed here: a start has no time for it. */
  static Concepts read(byte[] file) {
    var concepts = new Concepts();
    for (var line : new String(file, StandardCharsets.UTF_8).split("\n")) {
      var fields = line.split(SEPARATOR);
      var names = new ArrayList<String>();
      for (int at = 0; at + 1 < fields.length; at += 2) {
        names.add(fields[at]);
        concepts.byKey.put(fields[at + 1], concepts.names.size());
      }
      concepts.names.add(names);
    }
    return concepts;
  }

  /** The names of each concept. */
  List<List<String>> all() {
    return names;
  }

  /** All names of the concept that has this one. */
  Optional<List<String>> named(String name) {
    return keyed(key(name));
  }

  /** All names of the concept that has a name with this key. */
  Optional<List<String>> keyed(String key) {
    var concept = byKey.get(key);
    return concept == null ? Optional.empty() : Optional.of(names.get(concept));
  }

  /**
   * The names of the concepts that a text without spaces speaks of: the longest names that stand in
   * it.
   */
  SequencedSet<List<String>> within(Keyword text) {
    var keys = new ArrayList<String>();
    for (var token : text.tokens(Chain.CHARACTERS)) {
      keys.add(key(token));
    }
    var found = new LinkedHashSet<List<String>>();
    for (int from = 0; from < keys.size(); ) {
      int next = from + 1;
      for (int to = Math.min(keys.size(), from + LONGEST); to > from; to--) {
        var concept = byKey.get(String.join("", keys.subList(from, to)));
        if (concept != null) {
          found.add(names.get(concept));
          next = to;
          break;
        }
      }
      from = next;
    }
    return found;
  }
}
