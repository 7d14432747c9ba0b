package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A client with types that a generator makes of openapi.yaml, compiled and run. */
class TypedClientIT {
  private static final Path FOLDER = Api.ROOT.resolve("tools/typescript-client");

  @Test
  void readsTheApi() throws Exception {
    boolean installed = isOnPath("npm") && Files.exists(FOLDER.resolve("node_modules"));
    if (!installed) {
      System.out.println(
          "TypedClientIT is left out: install Node.js 20, and run npm ci --prefix tools/typescript-client");
    }
    assumeTrue(installed);

    run("npm", "run", "--silent", "build");
    var lines = run("node", "target/reader.js", Api.shared().stack().address().toString());

    assertEquals(
        List.of(
            "found 1",
            "1904.07846 Temporal Cycle-Consistency Learning, marked: Cycle-Consistency",
            "by id EfficientDet: Scalable and Efficient Object Detection, not 0000.00000",
            "in Image Classification / Object Detection / CNN Layer Improvements, next 1912.03458",
            "again 304",
            "@inproceedings{tan2019efficientdet,",
            "problem /problems/unknown-section"),
        lines);
  }

  private static boolean isOnPath(String command) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static List<String> run(String... command) throws IOException, InterruptedException {
    var output = Files.createTempFile("client-", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> String.join(" ", command));
      var lines = Files.readAllLines(output);
      assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
      return lines;
    } finally {
      Files.delete(output);
    }
  }
}
