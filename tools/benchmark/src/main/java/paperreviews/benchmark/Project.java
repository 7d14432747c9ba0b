package paperreviews.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import paperreviews.model.Json;
import picocli.CommandLine.Option;

/** Where a benchmark finds what it measures, and where it leaves its figures. */
final class Project {
  @Option(
      names = "--root",
      defaultValue = ".",
      description = "The project's folder; the current one if not given.")
  private Path root;

  @Option(
      names = "--to",
      defaultValue = "docs/figures",
      description = "The folder for what is written; ${DEFAULT-VALUE} if not given.")
  private Path figuresFolder;

  /** A file or folder of the project. */
  Path file(String name) {
    return root.resolve(name).toAbsolutePath().normalize();
  }

  /** Writes figures as NAME.json, and their plot as NAME.svg. */
  void write(String name, Map<String, Object> figures, String plot) throws IOException {
    Files.createDirectories(figuresFolder);
    var json = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(figures);
    Files.writeString(figuresFolder.resolve(name + ".json"), json + "\n");
    Files.writeString(figuresFolder.resolve(name + ".svg"), plot);
    System.out.printf("%nWritten: %1$s/%2$s.json and %1$s/%2$s.svg%n", figuresFolder, name);
  }
}
