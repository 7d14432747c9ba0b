package paperreviews.seed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML file as far as review files need YAML: mappings, sequences and texts. Anchors, aliases and
 * tags are refused: they make a file hard to edit, and have no end of surprises.
 */
final class YamlFile {
  /** Some hundred thousand reviews; more is hardly written by hand. */
  private static final int MOST_BYTES = 500_000_000;

  /** Review files nest six deep. Reading goes by recursion, which has its end. */
  private static final int DEEPEST = 20;

  private YamlFile() {}

  /**
   * The mapping that a file consists of, or nothing, with the reason among the faults.
   *
   * @param fields what it must have at its top
   */
  static Optional<YamlMapping> read(
      Path path, String name, List<String> fields, List<Fault> faults) {
    try {
      long bytes = Files.size(path);
      if (bytes > MOST_BYTES) {
        faults.add(
            new Fault(
                name,
                0,
                "it has %,d bytes; at most %,d are allowed: split it"
                    .formatted(bytes, MOST_BYTES)));
        return Optional.empty();
      }
      return parse(Files.readString(path, StandardCharsets.UTF_8), name, fields, faults);
    } catch (CharacterCodingException notText) {
      faults.add(new Fault(name, 0, "it is not UTF-8 text; save it as UTF-8"));
    } catch (IOException failure) {
      faults.add(new Fault(name, 0, "it cannot be read: " + failure.getMessage()));
    }
    return Optional.empty();
  }

  /** The same, from the text of a file. */
  static Optional<YamlMapping> parse(
      String file, String name, List<String> fields, List<Fault> faults) {
    var settings = LoadSettings.builder().setLabel(name).setCodePointLimit(MOST_BYTES).build();
    var text = findUnprintable(file, name, faults);
    try {
      if (!isSafe(text, settings, name, faults)) {
        return Optional.empty();
      }
      var root = new Compose(settings).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return Optional.of(new YamlMapping(name, mapping, faults));
      }
      faults.add(
          new Fault(
              name,
              0,
              "%s; it must have %s at its top"
                  .formatted(
                      root.isPresent() ? "it has no fields" : "it is empty",
                      fields.stream()
                          .map("\"%s\""::formatted)
                          .collect(Collectors.joining(" and ")))));
    } catch (MarkedYamlEngineException fault) {
      faults.add(
          new Fault(
              name,
              line(fault.getProblemMark()),
              "it is not YAML: %s; check indentation and quotes, which a text with \": \" needs"
                  .formatted(fault.getProblem())));
    } catch (YamlEngineException fault) {
      faults.add(new Fault(name, 0, "it is not YAML: " + fault.getMessage()));
    }
    return Optional.empty();
  }

  /**
   * Finds what review files do not have. Whether the rest can be read in spite of that: with
   * aliases it may be endless, and a second document or deep nesting ends the reading.
   */
  private static boolean isSafe(
      String text, LoadSettings settings, String name, List<Fault> faults) {
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
      if (depth > DEEPEST) {
        faults.add(
            new Fault(
                name,
                line,
                "it nests more than %d deep here; review files do not".formatted(DEEPEST)));
        return false;
      }
    }
    return safe;
  }

  /**
   * The text with spaces for such characters. YAML itself refuses them, too, but does not tell the
   * line.
   */
  private static String findUnprintable(String text, String name, List<Fault> faults) {
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
                "it holds the control character U+%04X; remove it"
                    .formatted(unprintable.getAsInt())));
      }
    }
    return text.codePoints()
        .map(character -> StreamReader.isPrintable(character) ? character : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
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
    return tag.map(
        name ->
            "tags (%s) are not allowed; remove them, or put the text in quotes".formatted(name));
  }

  static int line(Node node) {
    return line(node.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(place -> place.getLine() + 1).orElse(0);
  }
}
