package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.NameKey;

/** The names of concepts, stored with the index and looked up by their keys. */
public final class Concepts {
  /** Their file among those of the index. */
  static final String FILE = "concepts";

  /** Occurs in no name: names are texts without control characters. */
  private static final String SEPARATOR = "\t";

  /** How many tokens of a text a name has at most. */
  private static final int MAX_TOKENS = 12;

  private final List<List<String>> names = new ArrayList<>();
  private final Map<String, List<String>> byKey = new HashMap<>();

  private Concepts() {}

  /** The concepts with a name that occurs in an index: the others would be read for nothing. */
  static List<Concept> occurring(List<Concept> concepts, IndexSearcher searcher) {
    return concepts.stream()
        .filter(
            concept ->
                names(concept)
                    .flatMap(name -> AnalyzedText.of(name).stream())
                    .anyMatch(name -> occurs(name, searcher)))
        .toList();
  }

  private static boolean occurs(AnalyzedText name, IndexSearcher searcher) {
    try {
      return searcher.count(name.phraseQuery()) > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<String> names(Concept concept) {
    return Stream.concat(concept.ja().stream(), concept.en().stream());
  }

  /** Concepts as a file: a line for each, of names and their keys in turn. */
  static byte[] write(List<Concept> concepts) {
    var lines = new StringBuilder();
    for (var concept : concepts) {
      var fields = names(concept).flatMap(name -> Stream.of(name, NameKey.of(name))).toList();
      lines.append(String.join(SEPARATOR, fields)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #write} wrote. */
  static Concepts read(byte[] file) {
    var concepts = new Concepts();
    for (var line : new String(file, StandardCharsets.UTF_8).split("\n")) {
      var fields = line.split(SEPARATOR);
      var names = new ArrayList<String>();
      for (int at = 0; at + 1 < fields.length; at += 2) {
        names.add(fields[at]);
        concepts.byKey.put(fields[at + 1], names);
      }
      concepts.names.add(names);
    }
    return concepts;
  }

  /** The names of each concept. */
  public List<List<String>> all() {
    return names;
  }

  /** All names of the concept that has this one. */
  public Optional<List<String>> named(String name) {
    return keyed(NameKey.of(name));
  }

  /** All names of the concept that has a name with this key. */
  public Optional<List<String>> keyed(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The concepts whose names occur in a text, the longest names where they overlap. */
  public SequencedSet<List<String>> within(AnalyzedText text) {
    var keys = text.tokens(Analysis.CHARACTERS).stream().map(NameKey::of).toList();
    var found = new LinkedHashSet<List<String>>();
    for (int from = 0; from < keys.size(); ) {
      int next = from + 1;
      for (int to = Math.min(keys.size(), from + MAX_TOKENS); to > from; to--) {
        var concept = byKey.get(String.join("", keys.subList(from, to)));
        if (concept != null) {
          found.add(concept);
          next = to;
          break;
        }
      }
      from = next;
    }
    return found;
  }
}
