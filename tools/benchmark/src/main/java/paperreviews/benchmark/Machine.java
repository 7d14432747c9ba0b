package paperreviews.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The place and time of a measurement. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** For example {@code 2026-11-29, 2 × AMD EPYC 7763, Linux amd64, Java 25.0.3}. */
  static String description() {
    return "%s, %d × %s, %s %s, Java %s"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version());
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
