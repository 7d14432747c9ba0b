package paperreviews.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a review file, read field by field. What is wrong is added to the file's faults, and
 * something harmless is given back, so that one reading finds every fault.
 */
final class YamlMapping {
  private final String file;
  private final MappingNode node;
  private final List<Fault> faults;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  YamlMapping(String file, MappingNode node, List<Fault> faults) {
    this.file = file;
    this.node = node;
    this.faults = faults;
    for (var tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        fault(tuple.getKeyNode(), "a field's name must be a word");
      } else if (fields.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        fault(key, "\"%s\" stands here twice; keep one".formatted(key.getValue()));
      }
    }
  }

  /** Finds fault with every field that is not one of these. */
  YamlMapping knowing(String... names) {
    return knowing(List.of(names));
  }

  /** Finds fault with every field that is not one of these. */
  YamlMapping knowing(List<String> names) {
    var known = Set.copyOf(names);
    for (var tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
        fault(
            key,
            "\"%s\" is unknown here; known are %s"
                .formatted(key.getValue(), String.join(", ", names)));
      }
    }
    return this;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A text that must be there and not be empty; if it is not, it comes back empty. */
  String text(String name) {
    var value = fields.get(name);
    if (value == null) {
      fault(node, "\"%s\" is missing".formatted(name));
      return "";
    }
    var text = text(name, value);
    if (text.filter(String::isEmpty).isPresent()) {
      fault(value, "\"%s\" is empty; fill it in".formatted(name));
    }
    return text.orElse("");
  }

  /** Such a text of at most so many characters. */
  String text(String name, int longest) {
    var text = text(name);
    checkLength("\"%s\"".formatted(name), text, longest, fields.getOrDefault(name, node));
    return text;
  }

  private void checkLength(String what, String text, int longest, Node value) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      fault(
          value, "%s has %,d characters; at most %,d are allowed".formatted(what, length, longest));
    }
  }

  /** A text that may be missing, and then is empty. */
  String optionalText(String name, int longest) {
    return has(name) ? text(name, longest) : "";
  }

  private Optional<String> text(String name, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      fault(value, "\"%s\" must be a text".formatted(name));
      return Optional.empty();
    }
    var text = scalar.getValue().strip();
    if (ForbiddenCharacters.first(text).isPresent()) {
      fault(value, "\"%s\" holds control characters; remove them".formatted(name));
    }
    return Optional.of(text);
  }

  /** A whole number from one on that must be there. */
  int number(String name) {
    var text = text(name);
    if (text.matches("[1-9][0-9]{0,5}")) {
      return Integer.parseInt(text);
    }
    if (!text.isEmpty()) {
      fault(
          fields.get(name),
          "\"%s\" is %s; give a whole number from 1 to 999999".formatted(name, text));
    }
    return 0;
  }

  /** An absolute http or https address of at most so many characters. */
  String address(String name, int longest) {
    var text = text(name, longest);
    if (text.isEmpty() || WebAddress.isAddress(text)) {
      return text;
    }
    fault(
        fields.get(name),
        "\"%s\" is not an address: %s; it must start with https:// or http:// and have no spaces"
            .formatted(name, text));
    return text;
  }

  /** The texts of a list that may be missing: at most so many, of at most so many characters. */
  List<String> texts(String name, int most, int longest) {
    var texts = new ArrayList<String>();
    for (var value : items(name, most)) {
      var text = text(name, value);
      if (text.filter(String::isEmpty).isPresent()) {
        fault(value, "an entry of \"%s\" is empty; fill it in or remove it".formatted(name));
      }
      text.ifPresent(
          entry -> {
            checkLength("an entry of \"%s\"".formatted(name), entry, longest, value);
            texts.add(entry);
          });
    }
    return texts;
  }

  /** The mappings of a list that may be missing: at most so many. */
  List<YamlMapping> mappings(String name, int most) {
    var mappings = new ArrayList<YamlMapping>();
    for (var value : items(name, most)) {
      if (value instanceof MappingNode mapping) {
        mappings.add(new YamlMapping(file, mapping, faults));
      } else {
        fault(value, "every entry of \"%s\" must have fields".formatted(name));
      }
    }
    return mappings;
  }

  private List<Node> items(String name, int most) {
    var value = fields.get(name);
    if (value instanceof SequenceNode sequence) {
      int count = sequence.getValue().size();
      if (count > most) {
        fault(
            value, "\"%s\" has %,d entries; at most %,d are allowed".formatted(name, count, most));
      }
      return sequence.getValue();
    }
    if (value != null) {
      fault(value, "\"%s\" must be a list".formatted(name));
    }
    return List.of();
  }

  /** A mapping that must be there. */
  Optional<YamlMapping> mapping(String name) {
    var value = fields.get(name);
    if (value instanceof MappingNode mapping) {
      return Optional.of(new YamlMapping(file, mapping, faults));
    }
    if (value == null) {
      fault(node, "\"%s\" is missing".formatted(name));
    } else {
      fault(value, "\"%s\" must have fields".formatted(name));
    }
    return Optional.empty();
  }

  /** Where a field lies: file and line. */
  String place(String name) {
    return file + ":" + YamlFile.line(fields.getOrDefault(name, node));
  }

  /** Notes a fault of this mapping's field, or of the whole mapping where it lacks the field. */
  void fault(String name, String what) {
    fault(fields.getOrDefault(name, node), what);
  }

  private void fault(Node where, String what) {
    faults.add(new Fault(file, YamlFile.line(where), what));
  }
}
