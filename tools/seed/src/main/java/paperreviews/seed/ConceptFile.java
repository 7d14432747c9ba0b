package paperreviews.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import paperreviews.model.Concept;
import paperreviews.model.Json;
import paperreviews.search.analysis.NameKey;
import tools.jackson.databind.JsonNode;

/** Reads the dictionary of concepts, the file {@value #NAME} beside the review files. */
final class ConceptFile {
  static final String NAME = "concepts.yaml";

  private static final int MIN_NAMES = 2;

  private final YamlFile file;

  /** Where each id occurs first. */
  private final Map<String, String> ids = new HashMap<>();

  /** The concept that each name belongs to. */
  private final Map<String, String> concepts = new HashMap<>();

  private ConceptFile(YamlFile file) {
    this.file = file;
  }

  /** Returns the concepts of a file; if it has faults, none. */
  static List<Concept> read(YamlFile file) {
    YamlSchema.CONCEPTS.check(file);
    return file.faults().isEmpty() ? new ConceptFile(file).concepts() : List.of();
  }

  private List<Concept> concepts() {
    var read = new ArrayList<Concept>();
    for (var json : file.root().path("concepts")) {
      var concept = Json.MAPPER.treeToValue(json, Concept.class);
      var other = ids.putIfAbsent(concept.id(), file.place(json, "id"));
      if (other != null) {
        file.fault(json, "id", "the concept at %s has this id already".formatted(other));
      }
      concept.ja().forEach(name -> check(json, "ja", name, concept.id()));
      concept.en().forEach(name -> check(json, "en", name, concept.id()));
      if (Stream.of(concept.ja(), concept.en()).mapToInt(List::size).sum() < MIN_NAMES) {
        file.fault(json, "id", "a concept needs at least two names, in one language or in both");
      }
      read.add(concept);
    }
    for (var json : file.root().path("concepts")) {
      for (var broader : json.path("broader")) {
        if (!ids.containsKey(broader.asString())) {
          file.fault(json, "broader", "there is no concept \"%s\"".formatted(broader.asString()));
        }
      }
    }
    return read;
  }

  private void check(JsonNode json, String field, String name, String id) {
    var key = NameKey.of(name);
    if (key.isEmpty()) {
      file.fault(json, field, "\"%s\" has no letter or digit to search for".formatted(name));
      return;
    }
    var other = concepts.putIfAbsent(key, id);
    if (other != null && !other.equals(id)) {
      file.fault(
          json,
          field,
          "\"%s\" is a name of %s already; a name belongs to one concept".formatted(name, other));
    }
  }
}
