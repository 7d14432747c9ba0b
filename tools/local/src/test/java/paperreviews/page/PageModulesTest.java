package paperreviews.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The modules of the page without a browser: their own tests, and their types. */
class PageModulesTest {
  private static final Path TOOLS = Path.of("..").toAbsolutePath().normalize();
  private static final Path CLIENT = TOOLS.resolve("typescript-client");

  @TempDir Path folder;

  @BeforeAll
  static void findNode() {
    assumeTrue(hasNode(), "The modules of the page are not tested: install Node.js 20.19 or newer");
  }

  /** Whether there is a Node.js that takes files for modules by what is in them. */
  private static boolean hasNode() {
    var newEnough =
        """
        const [major, minor] = process.versions.node.split('.');
        process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1);\
        """;
    try {
      return new ProcessBuilder("node", "-e", newEnough).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void modulesPassTheTestsOfTheirOwn() throws Exception {
    run(TOOLS.resolve("page"), "node", "--test");
  }

  @Test
  void modulesAgreeWithTheTypesOfTheApi() throws Exception {
    assumeTrue(
        Files.exists(CLIENT.resolve("node_modules")),
        "The types of the page are not checked: run npm ci --prefix tools/typescript-client");
    run(CLIENT, "npm", "run", "--silent", "check-page");
  }

  private void run(Path directory, String... command) throws IOException, InterruptedException {
    var output = folder.resolve("output.txt");
    var process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> String.join(" ", command));
    assertEquals(0, process.exitValue(), () -> text(output));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
