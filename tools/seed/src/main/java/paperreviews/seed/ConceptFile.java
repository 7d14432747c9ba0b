package paperreviews.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import paperreviews.model.Concept;
import paperreviews.search.analysis.NameKey;

/** Reads the dictionary of concepts, the file {@value #NAME} beside the review files. */
final class ConceptFile {
  static final String NAME = "concepts.yaml";
  static final List<String> FIELDS = List.of("concepts");

  private static final int FEWEST_NAMES = 2;
  private static final int MOST_NAMES = 50;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_CONCEPTS = 10_000;

  /** Where each id was given. */
  private final Map<String, String> ids = new HashMap<>();

  /** Which concept has each name. */
  private final Map<String, String> names = new HashMap<>();

  private ConceptFile() {}

  static List<Concept> read(YamlMapping file) {
    return new ConceptFile().concepts(file);
  }

  private List<Concept> concepts(YamlMapping file) {
    file.knowing(FIELDS);
    var concepts = new ArrayList<Concept>();
    for (var group : file.mappings("concepts", MOST_CONCEPTS)) {
      group.knowing("id", "ja", "en");
      var concept =
          new Concept(
              group.text("id"),
              group.texts("ja", MOST_NAMES, LONGEST_NAME),
              group.texts("en", MOST_NAMES, LONGEST_NAME));
      var other = concept.id().isEmpty() ? null : ids.putIfAbsent(concept.id(), group.place("id"));
      if (other != null) {
        group.fault("id", "the concept at %s has this id already".formatted(other));
      }
      concept.ja().forEach(name -> belongs(group, "ja", name, concept.id()));
      concept.en().forEach(name -> belongs(group, "en", name, concept.id()));
      if (concept.ja().size() + concept.en().size() < FEWEST_NAMES) {
        group.fault("id", "a concept needs at least two names, in one language or in both");
      }
      concepts.add(concept);
    }
    return concepts;
  }

  private void belongs(YamlMapping group, String field, String name, String concept) {
    var key = NameKey.of(name);
    var other = names.putIfAbsent(key, concept);
    if (key.isEmpty() && !name.isEmpty()) {
      group.fault(field, "\"%s\" has nothing to look for".formatted(name));
    } else if (other != null && !other.equals(concept)) {
      group.fault(
          field,
          "\"%s\" is a name of %s already; a name belongs to one concept".formatted(name, other));
    }
  }
}
