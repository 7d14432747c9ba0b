package paperreviews.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import paperreviews.local.LocalStack;

/** The interactive reference of the API, in a browser. */
@EnabledIf("paperreviews.page.PageIT#browserIsInstalled")
class ReferenceIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void readerFindsEveryOperationAndNoOtherServerIsAsked() {
    try (var stack =
            LocalStack.start(
                LocalStack.template(ROOT.resolve("template.yaml"))
                    .log((_, _) -> {})
                    .docs(ROOT.resolve("tools/local/target/docs")));
        var chromium = new Chromium()) {
      var tab = chromium.open("en");
      tab.go(stack.address() + "/docs");

      tab.await("document.body.textContent.includes('Papers by words and filters')");
      tab.await("document.body.textContent.includes('The reference of a paper, as BibTeX')");
      assertEquals(
          0,
          tab.requests().stream()
              .filter(url -> !url.startsWith(stack.address() + "/"))
              .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
              .count(),
          () -> tab.requests().toString());
      tab.close();
    }
  }
}
