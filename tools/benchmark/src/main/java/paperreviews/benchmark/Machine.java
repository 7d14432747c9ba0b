package paperreviews.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and when something was measured: what every figure has to say. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  static Map<String, Object> json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    fields.put("machine", description());
    fields.put("java", Runtime.version().toString());
    return fields;
  }

  /** For example {@code 2 × Intel(R) Xeon(R) CPU, Linux amd64}. */
  private static String description() {
    return "%d × %s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  private static String processor() {
    try {
      for (var line : Files.readAllLines(PROCESSORS)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException _) {
      // There is such a file on Linux only.
    }
    return "processor";
  }
}
