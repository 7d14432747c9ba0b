package paperreviews.acceptance;

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
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.local.LocalStack;
import paperreviews.template.Route;
import paperreviews.template.Template;

/** What is deployed: the folders that the template names. */
class FunctionFoldersIT {
  /** Lucene's modules and the SDK's are told apart by one package more. */
  private static final Pattern CLASS =
      Pattern.compile("((?:org/apache/lucene|\\w+)/\\w+)/.*\\.class");

  private static final String SHARED =
      """
      com/amazonaws com/fasterxml org/crac org/reactivestreams org/slf4j
      paperreviews/api paperreviews/model paperreviews/store software/amazon tools/jackson
      """;

  private static final String LUCENE =
      """
      org/apache/lucene/analysis org/apache/lucene/codecs org/apache/lucene/collation
      org/apache/lucene/document org/apache/lucene/geo org/apache/lucene/index
      org/apache/lucene/internal org/apache/lucene/search org/apache/lucene/store
      org/apache/lucene/util org/tartarus
      """;

  @Test
  void holdOnlyWhatTheFunctionNeeds() throws Exception {
    assertEquals(words(SHARED + "paperreviews/listsections"), packages("ListSections"));
    assertEquals(words(SHARED + "paperreviews/getpaper"), packages("GetPaper"));
    assertEquals(
        words(SHARED + LUCENE + "paperreviews/search paperreviews/searchpapers"),
        packages("SearchPapers"));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).sorted().toList();
  }

  private static List<String> packages(String function) throws IOException {
    try (var jar = jar(function)) {
      return jar.stream()
          .map(entry -> CLASS.matcher(entry.getName()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .distinct()
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListSections", "GetPaper", "SearchPapers"})
  void holdTheSdksClient(String function) throws Exception {
    try (var jar = jar(function)) {
      var client = "software/amazon/awssdk/services/dynamodb/DynamoDbClient.class";
      assertTrue(jar.getEntry(client) != null, jar::getName);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ListSections", "GetPaper", "SearchPapers"})
  void holdNativeLibrariesForLambdasTwoProcessorsOnly(String function) throws Exception {
    try (var jar = jar(function)) {
      assertEquals(
          List.of("linux/armv8/glibc/libaws-crt-jni.so", "linux/x86_64/glibc/libaws-crt-jni.so"),
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.contains("crt-jni"))
              .sorted()
              .toList());
    }
  }

  @Test
  void runOnADevelopersSystemThatIsNotLambdas() throws Exception {
    try (var api = Api.seeded(LocalStack.Options::javaClient)) {
      for (var path : List.of("/sections", "/papers/1905.11946", "/papers?q=EfficientNet")) {
        assertEquals(200, api.get(path).status(), path);
      }
    }
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
            "ANY /papers/batch",
            "ANY /papers/{paperId}",
            "ANY /papers/{paperId}/bibtex",
            "ANY /papers/{paperId}/related",
            "ANY /sections",
            "ANY /sections/{sectionId}",
            "ANY /sections/{sectionId}/bibtex",
            "ANY /suggestions"),
        routes.stream().map(Route::key).sorted().toList());
  }

  private static Template template() {
    return Template.read(Api.ROOT.resolve("template.yaml"));
  }
}
