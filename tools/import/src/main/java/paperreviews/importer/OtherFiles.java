package paperreviews.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The review files beside the one that is written: their papers have ids already. */
final class OtherFiles {
  private OtherFiles() {}

  /** Notes the papers of all other review files in the folder of a file. */
  static void addIds(Path output, PaperIds ids) {
    var folder = Optional.ofNullable(output.toAbsolutePath().getParent());
    try (var files = Files.list(folder.orElse(Path.of(".")))) {
      files
          .filter(file -> file.toString().matches("(?s).*\\.ya?ml"))
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().equals(output.getFileName()))
          .sorted()
          .forEach(file -> addPapers(file, ids));
    } catch (IOException _) {
      // Writing into that folder says why it cannot be used.
    }
  }

  private static void addPapers(Path file, PaperIds ids) {
    try {
      var root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      for (var section : list(root, "sections")) {
        for (var paper : list(section, "papers")) {
          text(paper, "id")
              .ifPresent(id -> ids.add(id, text(paper, "url"), file.getFileName().toString()));
        }
      }
    } catch (IOException | YamlEngineException _) {
      // The check of all files reports it.
    }
  }

  private static List<?> list(Object node, String name) {
    return node instanceof Map<?, ?> map && map.get(name) instanceof List<?> list
        ? list
        : List.of();
  }

  private static Optional<String> text(Object node, String name) {
    return node instanceof Map<?, ?> map
        ? Optional.ofNullable(map.get(name)).map(Object::toString)
        : Optional.empty();
  }
}
