package paperreviews.search.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import paperreviews.model.Concept;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.Token;

/** The names of concepts, stored with the index and looked up by their keys. */
public final class Concepts {
  /** Their file among those of the index. */
  static final String FILE = "concepts";

  /** Occurs in no name: names are texts without control characters. */
  private static final String SEPARATOR = "\t";

  private static final String OCCURS = "+";

  private final Map<String, List<ConceptName>> names = new HashMap<>();
  private final Map<String, ConceptName> byKey = new HashMap<>();
  private final Map<String, List<String>> narrower = new HashMap<>();
  private final Set<String> occurringIds = new HashSet<>();
  private ConceptMatcher matcher;
  private Set<String> words;
  private Set<String> occurringWords;

  private Concepts() {}

  /** No concepts. */
  public static Concepts none() {
    return new Concepts();
  }

  /** A matcher for all names of some concepts. */
  static ConceptMatcher matcher(Collection<Concept> concepts) {
    return new ConceptMatcher(
        concepts.stream()
            .flatMap(
                concept ->
                    names(concept)
                        .map(name -> new ConceptName(concept.id(), name, NameKey.of(name))))
            .toList());
  }

  private static Stream<String> names(Concept concept) {
    return Stream.concat(concept.ja().stream(), concept.en().stream());
  }

  /**
   * Concepts as a file: a line for each, with its id, whether it occurs, the broader ones, and its
   * names and their keys in turn.
   *
   * @param occurs whether a concept with this id occurs in the index
   */
  static byte[] write(List<Concept> concepts, Predicate<String> occurs) {
    var lines = new StringBuilder();
    for (var concept : concepts) {
      var fields =
          Stream.concat(
              Stream.of(
                  concept.id(),
                  occurs.test(concept.id()) ? OCCURS : "",
                  String.join(" ", concept.broader())),
              names(concept).flatMap(name -> Stream.of(name, NameKey.of(name))));
      lines.append(String.join(SEPARATOR, fields.toList())).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #write} wrote. */
  static Concepts read(byte[] file) {
    var concepts = new Concepts();
    new String(file, StandardCharsets.UTF_8).lines().forEach(concepts::add);
    return concepts;
  }

  private void add(String line) {
    var fields = line.split(SEPARATOR);
    var id = fields[0];
    var ofConcept = new ArrayList<ConceptName>();
    for (int at = 3; at + 1 < fields.length; at += 2) {
      var name = new ConceptName(id, fields[at], fields[at + 1]);
      ofConcept.add(name);
      byKey.putIfAbsent(name.key(), name);
    }
    names.put(id, ofConcept);
    if (!fields[2].isEmpty()) {
      for (var broader : fields[2].split(" ")) {
        narrower.computeIfAbsent(broader, _ -> new ArrayList<>()).add(id);
      }
    }
    if (fields[1].equals(OCCURS)) {
      occurringIds.add(id);
    }
  }

  /** What a keyword stands for: the id of a concept, or the key of the keyword. */
  public String topic(String keyword) {
    var key = KeywordValue.key(keyword);
    return keyed(key).orElse(key);
  }

  /** The id of the concept that has a name with this key. */
  public Optional<String> keyed(String key) {
    return Optional.ofNullable(byKey.get(key)).map(ConceptName::concept);
  }

  /** The names of a concept. */
  public List<ConceptName> names(String id) {
    return names.getOrDefault(id, List.of());
  }

  /** Whether a paper speaks of a concept. */
  public boolean occurs(String id) {
    return occurringIds.contains(id);
  }

  /** The concepts that are kinds of a concept, kinds of kinds included. */
  public Collection<String> narrower(String id) {
    var found = new LinkedHashSet<String>();
    addNarrower(id, found);
    found.remove(id);
    return found;
  }

  private void addNarrower(String id, Set<String> found) {
    for (var kind : narrower.getOrDefault(id, List.of())) {
      if (found.add(kind)) {
        addNarrower(kind, found);
      }
    }
  }

  /** A matcher for the names of some concepts. */
  public ConceptMatcher matcherFor(Collection<String> ids) {
    return new ConceptMatcher(ids.stream().flatMap(id -> names(id).stream()).toList());
  }

  /** The concepts whose names occur in a text. */
  public Collection<String> in(String text) {
    return matches(text).stream()
        .map(match -> match.name().concept())
        .collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  /** The names in a text, in order. */
  public synchronized List<ConceptMatcher.Match> matches(String text) {
    if (matcher == null) {
      matcher = new ConceptMatcher(byKey.values());
    }
    return matcher.matches(text);
  }

  /** Whether some name has this word. */
  public synchronized boolean hasWord(String word) {
    if (words == null) {
      words = words(names.keySet());
    }
    return words.contains(word);
  }

  /** The words of the names of concepts that occur. */
  public synchronized Set<String> occurringWords() {
    if (occurringWords == null) {
      occurringWords = words(occurringIds);
    }
    return occurringWords;
  }

  private Set<String> words(Collection<String> ids) {
    return ids.stream()
        .flatMap(id -> names(id).stream())
        .flatMap(name -> Analysis.CHARACTERS.tokens(name.text()).stream())
        .map(Token::term)
        .filter(term -> term.length() > 1)
        .collect(HashSet::new, Set::add, Set::addAll);
  }
}
