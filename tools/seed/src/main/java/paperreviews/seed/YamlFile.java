package paperreviews.seed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
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
  private static final int MOST_CHARACTERS = 500_000_000;

  private YamlFile() {}

  /** The mapping that a file consists of, or nothing, with the reason among the faults. */
  static Optional<YamlMapping> read(Path path, String name, List<Fault> faults) {
    try {
      var text = Files.readString(path, StandardCharsets.UTF_8);
      var settings =
          LoadSettings.builder().setLabel(name).setCodePointLimit(MOST_CHARACTERS).build();
      int before = faults.size();
      findUnprintable(text, name, faults);
      if (faults.size() > before) {
        return Optional.empty();
      }
      int documents = 0;
      for (var event : new Parse(settings).parseString(text)) {
        refusal(event)
            .ifPresent(what -> faults.add(new Fault(name, line(event.getStartMark()), what)));
        if (event instanceof DocumentStartEvent && ++documents == 2) {
          faults.add(
              new Fault(
                  name,
                  line(event.getStartMark()),
                  "a second document starts here (---); put it into a file of its own"));
        }
      }
      if (faults.size() > before) {
        return Optional.empty();
      }
      var root = new Compose(settings).composeString(text);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return Optional.of(new YamlMapping(name, mapping, faults));
      }
      faults.add(new Fault(name, 0, "it must have \"article\" and \"sections\" at its top"));
    } catch (CharacterCodingException notText) {
      faults.add(new Fault(name, 0, "it is not UTF-8 text; save it as UTF-8"));
    } catch (IOException failure) {
      faults.add(new Fault(name, 0, "it cannot be read: " + failure.getMessage()));
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

  /** YAML itself refuses such characters, too, but does not tell the line. */
  private static void findUnprintable(String text, String name, List<Fault> faults) {
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
