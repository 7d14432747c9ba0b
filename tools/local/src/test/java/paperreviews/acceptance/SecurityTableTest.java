package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/security.md, as far as it names tests. */
class SecurityTableTest {
  private static final Pattern NAME = Pattern.compile("`(?:([A-Z]\\w+)\\.?)?([a-z]\\w+)?`");

  @Test
  void namesTestsThatExist() throws Exception {
    var tests = tests();
    var unknown = new ArrayList<String>();
    int named = 0;
    for (var row : Files.readAllLines(Api.ROOT.resolve("docs/security.md"))) {
      var cells = row.split("\\|");
      if (cells.length != 4 || cells[3].contains("---")) {
        continue;
      }
      var test = "";
      for (var name : NAME.matcher(cells[3]).results().toList()) {
        test = name.group(1) == null ? test : name.group(1);
        var source = tests.getOrDefault(test, "");
        if (source.isEmpty()
            || name.group(2) != null && !source.contains("void " + name.group(2) + "(")) {
          unknown.add(name.group());
        }
        named++;
      }
    }

    assertEquals(List.of(), unknown);
    assertTrue(named > 20, "only " + named + " tests are named");
  }

  /** The sources of all test classes, by name. */
  private static Map<String, String> tests() throws IOException {
    var tests = new HashMap<String, String>();
    for (var modules : List.of("functions", "tools")) {
      try (var files = Files.walk(Api.ROOT.resolve(modules))) {
        for (var file : files.filter(SecurityTableTest::isTest).toList()) {
          tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    }
    return tests;
  }

  private static boolean isTest(Path file) {
    var path = file.toString().replace('\\', '/');
    return path.contains("/src/test/java/") && path.endsWith(".java");
  }
}
