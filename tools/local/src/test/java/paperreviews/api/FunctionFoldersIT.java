package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.template.Route;
import paperreviews.template.Template;

/** What is deployed: the folders that the template names. */
class FunctionFoldersIT {
  private static final String SHARED =
      """
      annotations auth aws-lambda-java-core catalogue checksums
      checksums-spi endpoints-spi eventstream http http-auth http-auth-aws
      http-auth-aws-eventstream http-auth-spi http-client-spi identity-spi jackson-core
      jackson-jr-objects json-utils metrics-spi org-crac profiles reactive-streams
      regions retries retries-spi sdk-core slf4j-api slf4j-nop third-party-jackson-core
      utils
      """;

  @ParameterizedTest
  @CsvSource({
    "ListSections, list-sections",
    "GetPaper, get-paper",
    "SearchPapers, search-papers search-index lucene-core lucene-analysis-common",
  })
  void holdOnlyWhatTheFunctionNeeds(String function, String own) throws Exception {
    var lib = template().function(function).orElseThrow().codeUri().resolve("lib");

    try (var jars = Files.list(lib)) {
      assertEquals(
          Arrays.stream((SHARED + own).split("\\s+")).sorted().toList(),
          jars.map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*\\.jar$", ""))
              .sorted()
              .toList());
    }
  }

  @Test
  void holdTheHandlerThatTheTemplateNames() throws Exception {
    for (var function : template().functions()) {
      var module = function.codeUri().getParent().getParent().getFileName().toString();
      try (var jars = Files.list(function.codeUri().resolve("lib"))) {
        var jar =
            jars.filter(file -> file.getFileName().toString().startsWith(module + "-"))
                .findFirst()
                .orElseThrow();
        try (var archive = new ZipFile(jar.toFile())) {
          var handler = function.handler().replace('.', '/') + ".class";
          assertTrue(archive.getEntry(handler) != null, handler);
        }
      }
    }
  }

  @Test
  void answerTheRoutesOfTheApiAndNoOther() {
    var routes =
        template().functions().stream().flatMap(function -> function.routes().stream()).toList();

    assertEquals(
        List.of(
            "$default",
            "ANY /feed",
            "ANY /openapi.json",
            "ANY /papers",
            "ANY /papers/{paperId}",
            "ANY /papers/{paperId}/related",
            "ANY /sections",
            "ANY /sections/{sectionId}",
            "ANY /suggestions"),
        routes.stream().map(Route::key).sorted().toList());
  }

  private static Template template() {
    return Template.read(Api.ROOT.resolve("template.yaml"));
  }
}
