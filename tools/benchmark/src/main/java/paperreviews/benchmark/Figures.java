package paperreviews.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a benchmark leaves behind: its figures as JSON, and a plot of them. */
final class Figures {
  private Figures() {}

  /** Writes NAME.json and NAME.svg into a folder. */
  static void write(Path folder, String name, Map<String, Object> figures, String plot)
      throws IOException {
    Files.createDirectories(folder);
    var json = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(figures);
    Files.writeString(folder.resolve(name + ".json"), json + "\n");
    Files.writeString(folder.resolve(name + ".svg"), plot);
    System.out.printf("%nWritten: %1$s/%2$s.json and %1$s/%2$s.svg%n", folder, name);
  }
}
