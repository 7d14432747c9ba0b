package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import paperreviews.testing.SeedScript;

class ImportScriptIT {
  @Test
  void importsAnArticleInAnyLocale() throws Exception {
    var ended =
        SeedScript.seed(
            SeedScript.ROOT, "import", "tools/import/src/test/resources/articles/plain.txt");

    assertEquals(0, ended.exitCode(), () -> ended.lines().toString());
    assertTrue(ended.lines().stream().anyMatch(line -> line.startsWith("  1. 自然言語処理 (line 10): ")));
    assertTrue(ended.lines().contains("      ja: \"自然言語処理\""), () -> ended.lines().toString());
  }
}
