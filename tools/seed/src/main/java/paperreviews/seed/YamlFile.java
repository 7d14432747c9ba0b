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
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

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
      for (var event : new Parse(settings).parseString(text)) {
        refusal(event)
            .ifPresent(what -> faults.add(new Fault(name, line(event.getStartMark()), what)));
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
          new Fault(name, line(fault.getProblemMark()), "it is not YAML: " + fault.getProblem()));
    } catch (YamlEngineException fault) {
      faults.add(new Fault(name, 0, "it is not YAML: " + fault.getMessage()));
    }
    return Optional.empty();
  }

  private static Optional<String> refusal(Event event) {
    if (event instanceof AliasEvent) {
      return Optional.of("aliases (*name) are not allowed; write the text out");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      return Optional.of("anchors (&name) are not allowed");
    }
    var tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> Optional.<String>empty();
        };
    return tag.map(name -> "tags (" + name + ") are not allowed; put the text in quotes");
  }

  static int line(Node node) {
    return line(node.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(place -> place.getLine() + 1).orElse(0);
  }
}
