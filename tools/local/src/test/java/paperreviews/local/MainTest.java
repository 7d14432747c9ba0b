package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MainTest {
  private static final String REVIEW =
      """
      article: {id: a, title: {en: An article}, year: 2020, author: {name: Ann}}
      sections:
        - id: s
          number: 1
          title: {en: Section}
          introduction: {en: Introduction}
          papers:
            - {id: a-paper, number: 1, title: A paper, url: "http://x.org", review: {en: Good}}
      """;

  private final List<ProcessHandle> started = new ArrayList<>();

  @TempDir Path folder;

  @AfterEach
  void killWhatIsLeft() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void saysWhereEverythingIsAndEndsItAllWhenTerminated() throws Exception {
    EchoProject.create(folder);
    Files.writeString(Files.createDirectory(folder.resolve("web")).resolve("index.html"), "");
    var main = start(main());
    var lines = new Lines(main);
    var page = URI.create(lines.await(line -> line.startsWith("Page ")).substring(10));
    assertEquals(200, get(page));
    var address = URI.create(lines.await(line -> line.startsWith("API ")).substring(10));
    lines.await(line -> line.startsWith("DynamoDB  http://127.0.0.1:"));
    lines.await("Table     paper-reviews"::equals);
    lines.await("Ctrl-C ends it."::equals);
    // Nothing is seeded, so there is nothing to try.
    assertFalse(lines.read.toString().contains("curl"), lines.read::toString);
    assertEquals(200, get(address.resolve("/x")));
    var functions = descendants(main);
    assertEquals(2, functions.size());

    main.destroy();

    assertEquals(143, main.waitFor());
    awaitEnd(functions);
  }

  @Test
  void givesExamplesOfWhatIsThere() throws Exception {
    EchoProject.create(folder);
    var reviews = Files.createDirectory(folder.resolve("other-reviews"));
    Files.writeString(reviews.resolve("a.yaml"), REVIEW);
    var main = start(main("-Dreviews=" + reviews));
    var lines = new Lines(main);
    var address = lines.await(line -> line.startsWith("API ")).substring(10);
    lines.await("Ctrl-C ends it."::equals);

    assertEquals(
        List.of(
            "  curl " + address + "/sections",
            "  curl '" + address + "/papers?q=paper'",
            "  curl " + address + "/papers/a-paper"),
        lines.read.stream().filter(line -> line.contains("curl")).toList());
    main.destroy();
    assertEquals(143, main.waitFor());
  }

  @Test
  void savedReviewsAreCheckedAndPublished() throws Exception {
    EchoProject.create(folder);
    var file = Files.createDirectory(folder.resolve("reviews")).resolve("a.yaml");
    Files.writeString(file, REVIEW);
    var main = start(main("-Dreviews=reviews"));
    var lines = new Lines(main);
    lines.await("Ctrl-C ends it."::equals);

    Files.writeString(file, REVIEW.replace("review: {en: Good}", "review: Good"));
    lines.await(line -> line.startsWith("a.yaml:8: "));
    lines.await(line -> line.matches("Not published: edition [0-9a-f]{16} stays current\\."));
    Files.writeString(file, REVIEW.replace("Good", "Better"));
    lines.await(
        line ->
            line.matches("Edition [0-9a-f]{16} is current: articles 1, sections 1, papers 1\\."));

    main.destroy();
    assertEquals(143, main.waitFor());
  }

  @Test
  void printsTheFunctionsOwnLinesWhereToldTo() throws Exception {
    EchoProject.create(folder);
    var main = start(main("-Dlogs=json"));
    var lines = new Lines(main);
    var address = URI.create(lines.await(line -> line.startsWith("API ")).substring(10));
    lines.await("Ctrl-C ends it."::equals);

    assertEquals(200, get(address.resolve("/do/log")));

    lines.await("{\"level\":\"INFO\",\"message\":\"a line\"}"::equals);
    assertFalse(lines.read.toString().contains("GET /do/log"), lines.read::toString);
    main.destroy();
    assertEquals(143, main.waitFor());
  }

  @Test
  void warnsWhereOthersReachTheDatabase() throws Exception {
    EchoProject.create(folder);
    var main = start(main("-DdynamodbHost=0.0.0.0"));
    var lines = new Lines(main);
    lines.await(line -> line.startsWith("DynamoDB  http://127.0.0.1:"));
    lines.await(line -> line.startsWith("WARNING: DynamoDB listens beyond this machine: "));
    main.destroy();
    assertEquals(143, main.waitFor());
  }

  @Test
  void endsWithOneSentenceWhereTheDatabasesHostIsElsewhere() throws Exception {
    EchoProject.create(folder);
    assertFails(
        "-DdynamodbHost must be an address of this machine, such as 0.0.0.0 or that of Docker's"
            + " bridge, not \"192.0.2.1\".",
        "-DdynamodbHost=192.0.2.1");
  }

  @Test
  void endsWhenItsParentIsKilled() throws Exception {
    EchoProject.create(folder);
    var command = new ArrayList<>(java(ParentOfMain.class));
    command.addAll(main());
    var parent = start(command);
    new Lines(parent).await("Ctrl-C ends it."::equals);
    var family = descendants(parent);
    assertEquals(3, family.size());

    parent.destroyForcibly();

    awaitEnd(family);
  }

  @Test
  void leavesNoFunctionBehindWhenItIsKilledEvenOneThatHangs() throws Exception {
    EchoProject.create(folder);
    var main = start(main());
    var lines = new Lines(main);
    var address = URI.create(lines.await(line -> line.startsWith("API ")).substring(10));
    lines.await("Ctrl-C ends it."::equals);
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address.resolve("/do/hang")).build();
      client.sendAsync(request, BodyHandlers.discarding());
      lines.await("[Echo] hanging"::equals);
      var functions = descendants(main);
      assertEquals(2, functions.size());

      main.destroyForcibly();

      awaitEnd(functions);
    }
  }

  @Test
  void endsWithOneSentenceWhereThePortIsInUse() throws Exception {
    EchoProject.create(folder);
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertFails("Port " + port + " is in use: choose another with -Dport=….", "-Dport=" + port);
    }
  }

  @Test
  void endsWithOneSentenceWhereThereIsNoTemplate() throws Exception {
    assertFails("There is no template at " + folder.resolve("template.yaml") + ".");
  }

  @Test
  void endsWithOneSentenceWhereTheTemplateIsBroken() throws Exception {
    Files.writeString(folder.resolve("template.yaml"), "Transform: AWS::Serverless-2016-10-31\n");
    assertFails("template.yaml:1: The template has no Resources.");
  }

  @Test
  void endsWithOneSentenceWhereNothingIsBuilt() throws Exception {
    EchoProject.create(folder);
    Files.move(folder.resolve("function"), folder.resolve("elsewhere"));
    assertFails(
        "The function Echo has no folder "
            + folder.resolve("function")
            + ": run \"mvn package\" first.");
  }

  @Test
  void endsWithOneSentenceWhereThePortIsNoPort() throws Exception {
    assertFails("-Dport must be a number from 0 to 65535, not \"many\".", "-Dport=many");
  }

  @Test
  void takesParametersOfTheTemplate() throws Exception {
    EchoProject.create(folder);
    var sentence = "-Dparameters must be NAME=VALUE, separated by spaces, with names of ";
    assertFails(
        sentence + "AllowedOrigins, RequestBurst, not \"Burst=1\".",
        "-Dparameters=RequestBurst=2 Burst=1");
    assertFails(
        sentence + "AllowedOrigins, RequestBurst, not \"RequestBurst\".",
        "-Dparameters=RequestBurst");
    var main = start(main("-Dparameters= RequestBurst=2"));
    var lines = new Lines(main);
    var address = URI.create(lines.await(line -> line.startsWith("API ")).substring(10));
    lines.await("Ctrl-C ends it."::equals);

    var statuses = new ArrayList<Integer>();
    for (int n = 0; n < 100 && !statuses.contains(429); n++) {
      statuses.add(get(address.resolve("/x")));
    }

    assertEquals(List.of(200, 200), statuses.subList(0, 2));
    assertEquals(429, statuses.getLast());
    main.destroy();
    assertEquals(143, main.waitFor());
  }

  private void assertFails(String sentence, String... properties) throws Exception {
    var main = start(main(properties));
    try (var errors = main.errorReader(StandardCharsets.UTF_8)) {
      assertEquals(List.of(sentence), errors.lines().toList());
    }
    assertEquals(1, main.waitFor());
  }

  private Process start(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).start();
    started.add(process.toHandle());
    return process;
  }

  private List<String> main(String... properties) {
    var all = new ArrayList<>(List.of("-Droot=" + folder, "-Dreviews="));
    all.addAll(List.of("-Dport=0", "-DdynamodbPort=0"));
    // Whoever is killed cleans up nothing.
    all.add("-Djava.io.tmpdir=" + folder);
    all.addAll(Arrays.asList(properties));
    return java(Main.class, all.toArray(String[]::new));
  }

  private static List<String> java(Class<?> main, String... options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(Arrays.asList(options));
    // Surefire's own class path is one jar that names the others.
    var classPath = System.getProperty("java.class.path");
    command.addAll(
        List.of("-classpath", System.getProperty("surefire.test.class.path", classPath)));
    command.add(main.getName());
    return command;
  }

  private List<ProcessHandle> descendants(Process process) {
    var descendants = process.descendants().toList();
    started.addAll(descendants);
    return descendants;
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
    for (var process : processes) {
      process.onExit().get(30, TimeUnit.SECONDS);
      assertFalse(process.isAlive());
    }
  }

  private static int get(URI address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** What a process prints. */
  private static final class Lines {
    private final BufferedReader reader;
    private final List<String> read = new ArrayList<>();

    Lines(Process process) {
      reader = process.inputReader(StandardCharsets.UTF_8);
    }

    String await(Predicate<String> wanted) throws IOException {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        read.add(line);
        if (wanted.test(line)) {
          return line;
        }
      }
      throw new AssertionError("no such line in " + read);
    }
  }
}
