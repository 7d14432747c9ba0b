package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.template.Route;
import paperreviews.template.Template;

/** What is deployed: the folders that the template names. */
class FunctionFoldersIT {
  private static final String SHARED_PACKAGES =
      """
      com.amazonaws com.fasterxml org.crac org.reactivestreams org.slf4j paperreviews.catalogue
      paperreviews.http paperreviews.table software.amazon
      """;

  /** Those that tell their names; Lucene and Reactive Streams do not. */
  private static final String SHARED_ARTIFACTS =
      """
      annotations auth aws-lambda-java-core catalogue checksums checksums-spi endpoints-spi
      eventstream http http-auth http-auth-aws http-auth-aws-eventstream http-auth-spi
      http-client-spi identity-spi jackson-core jackson-jr-objects json-utils metrics-spi org-crac
      profiles regions retries retries-spi sdk-core slf4j-api slf4j-nop utils
      """;

  private static final Pattern CLASS = Pattern.compile("(?!META-INF/)(\\w+)/(\\w+)/.*\\.class");
  private static final Pattern POM = Pattern.compile("META-INF/maven/.*/(.*)/pom\\.properties");

  @ParameterizedTest
  @CsvSource({
    "ListSections, paperreviews.listsections, list-sections",
    "GetPaper, paperreviews.getpaper, get-paper",
    "SearchPapers, paperreviews.searchpapers paperreviews.search org.apache org.tartarus,"
        + " search-papers search-index",
  })
  void holdOnlyWhatTheFunctionNeeds(String function, String packages, String artifacts)
      throws Exception {
    try (var jar = jar(function)) {
      assertEquals(words(SHARED_PACKAGES + packages), found(jar, CLASS, "$1.$2"));
      assertEquals(words(SHARED_ARTIFACTS + artifacts), found(jar, POM, "$1"));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).sorted().toList();
  }

  private static List<String> found(ZipFile jar, Pattern name, String part) {
    return jar.stream()
        .map(entry -> name.matcher(entry.getName()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.replaceFirst(part))
        .distinct()
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListSections", "GetPaper", "SearchPapers"})
  void holdAJarThatNeedNotBeInflated(String function) throws Exception {
    try (var jar = jar(function)) {
      assertEquals(
          List.of(), jar.stream().filter(entry -> entry.getMethod() != ZipEntry.STORED).toList());
    }
  }

  @Test
  void holdTheHandlerThatTheTemplateNames() throws Exception {
    for (var function : template().functions()) {
      try (var jar = jar(function.logicalId())) {
        var handler = function.handler().replace('.', '/') + ".class";
        assertTrue(jar.getEntry(handler) != null, handler);
      }
    }
  }

  /** The one jar of a function. */
  private static ZipFile jar(String function) throws IOException {
    var lib = template().function(function).orElseThrow().codeUri().resolve("lib");
    try (var files = Files.list(lib)) {
      var jars = files.toList();
      assertEquals(1, jars.size(), jars.toString());
      return new ZipFile(jars.getFirst().toFile());
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
