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
import org.tartarus.snowball.ext.EnglishStemmer;
import paperreviews.catalogue.Concept;

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
    var key = new StringBuilder();
    for (var token : Chain.CHARACTERS.tokens(name)) {
      key.append(Vocabulary.isLatinWord(token.term()) ? stem(token.term()) : token.term());
    }
    return key.toString();
  }

  private static String stem(String word) {
    var stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
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

  /** All names of the concept that has this one. */
  Optional<List<String>> named(String name) {
    return Optional.ofNullable(byKey.get(key(name))).map(names::get);
  }

  /** All names of each concept, the usual ones first. */
  List<List<String>> all() {
    return names;
  }

  /**
   * The names of the concepts that a text without spaces speaks of: the longest names that stand in
   * it.
   */
  SequencedSet<List<String>> within(String text) {
    var tokens = Chain.CHARACTERS.tokens(text);
    var found = new LinkedHashSet<List<String>>();
    for (int from = 0; from < tokens.size(); ) {
      int next = from + 1;
      for (int to = Math.min(tokens.size(), from + LONGEST); to > from; to--) {
        var name = text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
        var names = named(name);
        if (names.isPresent()) {
          found.add(names.get());
          next = to;
          break;
        }
      }
      from = next;
    }
    return found;
  }
}
