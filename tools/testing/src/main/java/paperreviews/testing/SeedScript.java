package paperreviews.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script {@code seed} at the root, run as an operator runs it. */
public final class SeedScript {
  /** The root of the project. */
  public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private SeedScript() {}

  /**
   * How the script ended.
   *
   * @param exitCode its exit status
   * @param lines what it printed, to standard output and error
   */
  public record Ended(int exitCode, List<String> lines) {}

  /** Runs the script to its end. */
  public static Ended seed(Path workingDirectory, String... arguments)
      throws IOException, InterruptedException {
    return end(start(workingDirectory, arguments));
  }

  /** Waits for the end of the script. */
  public static Ended end(Process process) throws IOException, InterruptedException {
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed.lines().toList());
  }

  /** Starts the script. */
  public static Process start(Path workingDirectory, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(ROOT.resolve("seed").toString()));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    var environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    // As in a shell that no locale is set in.
    environment.keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
    // As on the machine of a newcomer to AWS, and without asking the network for its metadata.
    environment.keySet().removeIf(name -> name.startsWith("AWS_"));
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    return builder.start();
  }
}
