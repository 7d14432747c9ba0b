package paperreviews.seed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import paperreviews.model.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A YAML file as JSON, with the line of every value and the faults found so far. Anchors, aliases
 * and tags are refused: they make a file hard to edit, and reading it unsafe.
 */
final class YamlFile {
  /** Some hundred thousand reviews. */
  private static final int MAX_BYTES = 500_000_000;

  /** Review files nest six deep. The parser is recursive. */
  private static final int MAX_DEPTH = 20;

  private static final JsonNodeFactory JSON = Json.MAPPER.getNodeFactory();

  private final String name;
  private final List<Fault> faults = new ArrayList<>();

  /** The YAML of each object and array; scalars are found through them. */
  private final IdentityHashMap<JsonNode, Node> origins = new IdentityHashMap<>();

  private JsonNode root = JSON.missingNode();

  private YamlFile(String name) {
    this.name = name;
  }

  /** Reads a file; if that is impossible, its faults say why and its root is missing. */
  static YamlFile read(Path path, String name) {
    var file = new YamlFile(name);
    try {
      if (!Files.isRegularFile(path)) {
        file.fault("it is not a regular file; review files are text files (*.yaml)");
      } else if (Files.size(path) > MAX_BYTES) {
        file.fault(
            "it has %,d bytes; at most %,d are allowed: split it"
                .formatted(Files.size(path), MAX_BYTES));
      } else {
        file.parse(Files.readString(path, StandardCharsets.UTF_8));
      }
    } catch (CharacterCodingException _) {
      file.fault("it is not UTF-8 text; save it as UTF-8");
    } catch (IOException failure) {
      file.fault("it cannot be read: " + failure);
    }
    return file;
  }

  /** Reads the text of a file. */
  static YamlFile ofText(String text, String name) {
    var file = new YamlFile(name);
    file.parse(text);
    return file;
  }

  /** Returns the whole file as JSON. Integers are numbers, all other scalars are stripped texts. */
  JsonNode root() {
    return root;
  }

  /** Returns whether the file could be parsed. */
  boolean isParsed() {
    return !root.isMissingNode();
  }

  /** Returns the faults found so far, ordered by line. */
  List<Fault> faults() {
    return faults.stream().distinct().sorted(Comparator.comparingInt(Fault::line)).toList();
  }

  /** Returns the file and the line of a field, or of the object where the field is missing. */
  String place(JsonNode object, String field) {
    return new Fault(name, line(object, field), "").place();
  }

  /** Adds a fault of a field, or of the object where the field is missing. */
  void fault(JsonNode object, String field, String what) {
    faults.add(new Fault(name, line(object, field), what));
  }

  /** Adds a fault of an entry of a list. */
  void fault(JsonNode list, int index, String what) {
    var entries = ((SequenceNode) origins.get(list)).getValue();
    faults.add(new Fault(name, line(entries.get(index).getStartMark()), what));
  }

  /** Adds a fault of the file as a whole. */
  void fault(String what) {
    faults.add(new Fault(name, 0, what));
  }

  private int line(JsonNode object, String field) {
    var mapping = (MappingNode) origins.get(object);
    for (var tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(field)) {
        return line(tuple.getValueNode().getStartMark());
      }
    }
    return line(mapping.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(place -> place.getLine() + 1).orElse(0);
  }

  private void parse(String text) {
    var settings = LoadSettings.builder().setLabel(name).setCodePointLimit(MAX_BYTES).build();
    var printable = replaceUnprintable(text);
    try {
      if (isSafe(printable, settings)) {
        root =
            new Compose(settings).composeString(printable).map(this::json).orElse(JSON.nullNode());
      }
    } catch (MarkedYamlEngineException fault) {
      faults.add(
          new Fault(
              name,
              line(fault.getProblemMark()),
              "it is not YAML: %s; check indentation and quotes, which a text with \": \" needs"
                  .formatted(fault.getProblem())));
    } catch (YamlEngineException fault) {
      fault("it is not YAML: " + fault.getMessage());
    }
  }

  private JsonNode json(Node node) {
    return json(node, "");
  }

  private JsonNode json(Node node, String field) {
    return switch (node) {
      case MappingNode mapping -> object(mapping);
      case SequenceNode sequence -> {
        var array = JSON.arrayNode();
        origins.put(array, sequence);
        sequence.getValue().forEach(entry -> array.add(json(entry, field)));
        yield array;
      }
      default -> scalar((ScalarNode) node, field);
    };
  }

  private JsonNode object(MappingNode mapping) {
    var object = JSON.objectNode();
    origins.put(object, mapping);
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        fault(tuple.getKeyNode(), "a field's name must be a word");
      } else if (object.has(key.getValue())) {
        fault(key, "\"%s\" occurs here twice; keep one".formatted(key.getValue()));
      } else {
        object.set(key.getValue(), json(tuple.getValueNode(), key.getValue()));
      }
    }
    return object;
  }

  private JsonNode scalar(ScalarNode node, String field) {
    var text = node.getValue().strip();
    if (ForbiddenCharacters.first(text).isPresent()) {
      fault(node, "\"%s\" has control characters; remove them".formatted(field));
    }
    return text.matches("0|-?[1-9][0-9]{0,8}")
        ? JSON.numberNode(Integer.parseInt(text))
        : JSON.stringNode(text);
  }

  private void fault(Node node, String what) {
    faults.add(new Fault(name, line(node.getStartMark()), what));
  }

  /**
   * Finds the syntax that is refused. Returns whether the rest can be read in spite of it: aliases
   * may expand without end, and a second document or deep nesting ends the reading.
   */
  private boolean isSafe(String text, LoadSettings settings) {
    int documents = 0;
    int depth = 0;
    boolean safe = true;
    for (var event : new Parse(settings).parseString(text)) {
      int line = line(event.getStartMark());
      refusal(event).ifPresent(what -> faults.add(new Fault(name, line, what)));
      safe &= !(event instanceof AliasEvent);
      if (event instanceof DocumentStartEvent && ++documents == 2) {
        faults.add(
            new Fault(
                name, line, "a second document starts here (---); put it into a file of its own"));
        safe = false;
      }
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > MAX_DEPTH) {
        faults.add(
            new Fault(
                name,
                line,
                "it nests more than %d deep here; review files do not".formatted(MAX_DEPTH)));
        return false;
      }
    }
    return safe;
  }

  private static Optional<String> refusal(Event event) {
    if (event instanceof AliasEvent) {
      return Optional.of("aliases (*name) are not allowed; write the text out");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      return Optional.of("anchors (&name) are not allowed; remove them");
    }
    var tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> Optional.<String>empty();
        };
    return tag.map("tags (%s) are not allowed; remove them, or put the text in quotes"::formatted);
  }

  /**
   * Puts spaces for such characters. The parser refuses them, too, but does not report the line.
   */
  private String replaceUnprintable(String text) {
    if (StreamReader.isPrintable(text)) {
      return text;
    }
    int line = 0;
    for (var each : (Iterable<String>) text.lines()::iterator) {
      line++;
      var unprintable =
          each.codePoints().filter(character -> !StreamReader.isPrintable(character)).findFirst();
      if (unprintable.isPresent()) {
        faults.add(
            new Fault(
                name,
                line,
                "it has the control character U+%04X; remove it"
                    .formatted(unprintable.getAsInt())));
      }
    }
    return text.codePoints()
        .map(character -> StreamReader.isPrintable(character) ? character : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
