package paperreviews.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paperreviews.editions.Editions;
import paperreviews.local.LocalStack;
import paperreviews.model.Json;
import paperreviews.seed.ReviewFiles;
import tools.jackson.databind.JsonNode;

/**
 * Common generators make clients of openapi.yaml, and of the document that is served: they compile,
 * and call every operation of the running API.
 */
class GeneratedClientsIT {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path ROOT = MODULE.resolve("../..").normalize();
  private static final Path TARGET = MODULE.resolve("target");
  private static final Path CLIENTS = MODULE.resolve("src/client");

  /** What each client prints: a line about each operation, and about a problem. */
  private static final List<String> CALLS =
      List.of(
          "listSections: 2 of 5",
          "getSection: Video Tasks, 3",
          "getSectionBibTex: @inproceedings{feichtenhofer2018slowfast,",
          "searchPapers: 1, 1904.07846, en",
          "getPapersById: 1911.09070 1905.11946, not x",
          "getPaper: EfficientDet: Scalable and Efficient Object Detection, 3",
          "getPaperBibTex: @inproceedings{tan2019efficientdet,",
          "listRelatedPapers: 2",
          "suggest: keyword paper",
          "getFeed: en",
          "getDescription: 3.1.0",
          "problem: 404 /problems/unknown-section");

  private static LocalStack stack;

  /** The versions of the generators, and the form of the contract that each is given. */
  enum Version {
    NEWEST("", ROOT.resolve("openapi.yaml")),
    PREVIOUS("-previous", TARGET.resolve("openapi.json"));

    final String suffix;
    final Path contract;

    Version(String suffix, Path contract) {
      this.suffix = suffix;
      this.contract = contract;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    var silence = new PrintStream(OutputStream.nullOutputStream());
    stack =
        LocalStack.start(
            LocalStack.template(ROOT.resolve("template.yaml"))
                .log((_, _) -> {})
                .seeder(
                    (client, table) ->
                        new Editions(client, table, silence)
                            .publish(ReviewFiles.read(ROOT.resolve("tools/testing/reviews")))));
    var request = HttpRequest.newBuilder(URI.create(stack.address() + "/openapi.json")).build();
    HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(Version.PREVIOUS.contract));
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void everyOperationIsCalled() throws IOException {
    JsonNode contract = Json.MAPPER.readTree(Files.readString(Version.PREVIOUS.contract));
    var operations = new TreeSet<>(contract.path("paths").findValuesAsString("operationId"));

    var called = new TreeSet<String>();
    CALLS.forEach(line -> called.add(line.substring(0, line.indexOf(':'))));
    called.remove("problem");
    assertEquals(operations, called);
  }

  @ParameterizedTest
  @EnumSource
  void openApiGeneratorMakesClientsThatCompileAndWork(Version version) throws Exception {
    var folder = empty(TARGET.resolve("openapi-generator").resolve(version.word()));
    var jar = Path.of(System.getProperty("generators"), version.word() + ".jar");
    var command = new ArrayList<>(List.of(java(), "-jar", jar.toString(), "batch", "--fail-fast"));
    for (var generator : List.of("java", "kotlin", "python", "typescript-fetch")) {
      command.add(configuration(folder, generator, version).toString());
    }
    run(folder, command);
    assertNames(folder);
    compileTypeScript(folder.resolve("typescript-fetch/index.ts"));

    var classes = folder.resolve("classes");
    var sources = new ArrayList<>(filesBelow(folder.resolve("java/src/main/java"), ".java"));
    sources.add(CLIENTS.resolve("CallEveryOperation.java").toString());
    var classPath = System.getProperty("java.class.path");
    run(
        folder,
        Stream.concat(
                Stream.of(javac(), "-nowarn", "-d", classes.toString(), "-classpath", classPath),
                sources.stream())
            .toList());
    assertEquals(
        CALLS,
        run(
            folder,
            List.of(
                java(),
                "-classpath",
                classes + File.pathSeparator + classPath,
                "CallEveryOperation",
                stack.address().toString())));
  }

  private static void compileTypeScript(Path file) throws IOException, InterruptedException {
    if (hasNpmPackages()) {
      var options =
          "--noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler --target es2022 --lib es2022,dom,dom.iterable";
      run(
          MODULE,
          Stream.of(
                  Stream.of("node", "node_modules/typescript/bin/tsc"),
                  Stream.of(options.split(" ")),
                  Stream.of(file.toString()))
              .flatMap(words -> words)
              .toList());
    }
  }

  private static Path configuration(Path folder, String generator, Version version)
      throws IOException {
    var file = folder.resolve(generator + ".yaml");
    var text =
        """
        generatorName: %s
        inputSpec: %s
        outputDir: %s
        apiPackage: paperreviews.client.api
        modelPackage: paperreviews.client.model
        invokerPackage: paperreviews.client
        globalProperties: {models: '', apis: '', supportingFiles: '', modelDocs: 'false', apiDocs: 'false', modelTests: 'false', apiTests: 'false'}
        """
            .formatted(generator, version.contract, folder.resolve(generator));
    var ofJava = generator.equals("java") ? "library: native\n" : "";
    var ofPython = generator.equals("python") ? text.replaceAll("(?m)^\\w+Package.*\\n", "") : text;
    return Files.writeString(file, ofPython + ofJava);
  }

  /** Types that the contract gives no name would be called so. */
  private static void assertNames(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      assertEquals(
          List.of(),
          files
              .filter(
                  file ->
                      file.getFileName()
                          .toString()
                          .matches("(?i).*(inline_?object|200_?response).*"))
              .toList());
    }
  }

  @Test
  void generatorsOfTypeScriptMakeClientsThatCompileAndWork() throws Exception {
    assumeNpm();
    var folder = empty(TARGET.resolve("typescript"));
    Files.writeString(folder.resolve("package.json"), "{\"type\": \"commonjs\"}");
    for (var version : Version.values()) {
      var to = folder.resolve(version.word());
      var contract = version.contract.toString();
      var modules = MODULE.resolve("node_modules");
      run(
          MODULE,
          List.of(
              "node",
              modules.resolve("openapi-typescript" + version.suffix + "/bin/cli.js").toString(),
              contract,
              "--output",
              to.resolve("openapi-typescript/api.d.ts").toString()));
      run(
          MODULE,
          List.of(
              "node",
              modules.resolve("@hey-api/openapi-ts" + version.suffix + "/bin/run.js").toString(),
              "--input",
              contract,
              "--output",
              to.resolve("hey-api").toString(),
              "--client",
              "@hey-api/client-fetch"));
      run(
          MODULE,
          List.of(
              "node",
              modules.resolve("orval" + version.suffix + "/dist/bin/orval.mjs").toString(),
              "--input",
              contract,
              "--output",
              to.resolve("orval/api.ts").toString(),
              "--client",
              "fetch"));
      for (var client : List.of("openapi-fetch.ts", "hey-api.ts")) {
        Files.copy(CLIENTS.resolve(client), to.resolve(client));
      }
    }
    run(MODULE, List.of("node", "node_modules/typescript/bin/tsc"));
    for (var version : Version.values()) {
      for (var client : List.of("openapi-fetch.js", "hey-api.js")) {
        var script = folder.resolve(version.word()).resolve(client).toString();
        assertEquals(CALLS, run(MODULE, List.of("node", script, stack.address().toString())));
      }
    }
  }

  @Test
  void lintersFindNothing() throws Exception {
    assumeNpm();
    var modules = MODULE.resolve("node_modules/.bin");
    var spectral = modules.resolve("spectral").toString();
    var redocly = modules.resolve("redocly").toString();

    assertEquals(
        List.of("No results with a severity of 'hint' or higher found!"),
        run(ROOT, List.of(spectral, "lint", "--fail-severity", "hint", "openapi.yaml")));
    var report = run(ROOT, List.of(redocly, "lint", "--format", "json", "openapi.yaml"));
    for (var kind : List.of("errors", "warnings", "ignored")) {
      assertTrue(
          report.stream().anyMatch(line -> line.matches("\\s*\"%s\": 0,?".formatted(kind))),
          () -> String.join("\n", report));
    }
  }

  private static void assumeNpm() {
    boolean installed = hasNpmPackages();
    if (!installed) {
      System.out.println(
          "Clients in TypeScript and linters are left out: install Node.js 20, and run npm ci --ignore-scripts --prefix tools/clients");
    }
    assumeTrue(installed);
  }

  private static boolean hasNpmPackages() {
    return Files.exists(MODULE.resolve("node_modules"));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String javac() {
    return Path.of(System.getProperty("java.home"), "bin", "javac").toString();
  }

  private static List<String> filesBelow(Path folder, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(ending)).sorted().toList();
    }
  }

  /** Creates a folder, without what an earlier run left in it. */
  private static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  /** Runs a command, which must succeed, and returns what it printed. */
  private static List<String> run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("output-", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertTrue(process.waitFor(5, TimeUnit.MINUTES), () -> command + " takes too long");
      var lines = Files.readAllLines(output);
      assertEquals(0, process.exitValue(), () -> command + "\n" + String.join("\n", lines));
      return lines;
    } finally {
      Files.delete(output);
    }
  }
}
