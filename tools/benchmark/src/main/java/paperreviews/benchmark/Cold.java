package paperreviews.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import paperreviews.dynamodb.EmbeddedDynamoDb;
import paperreviews.local.FunctionProcess;
import paperreviews.local.InvocationResult;
import paperreviews.local.LocalStack;
import paperreviews.template.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code benchmark cold}: the first request after a restore, and starts without a snapshot.
 *
 * <p>Each start is a new JVM with the runtime interface client and the options of Lambda's {@code
 * java25}, over a table behind TLS. Functions take turns, so that a machine that is busy for a
 * while is busy for all.
 */
@Command(
    name = "cold",
    description = {
      "Measures the first request after a restore from a snapshot, and starts without one,",
      "beside a function that only greets (the floor) and a naive one. The table is behind TLS.",
      "Prints Markdown. Needs \"mvn package\" before."
    })
final class Cold implements Callable<Integer> {
  private static final int WARM_REQUESTS = 30;

  private static final Map<String, String> EVENTS =
      Map.of(
          "ListSections", "list-sections.json",
          "GetPaper", "get-paper.json",
          "SearchPapers", "search-in-japanese.json");

  @Option(
      names = "--starts",
      defaultValue = "15",
      description = "How often each is started; ${DEFAULT-VALUE} by default.")
  private int starts;

  @Option(
      names = "--functions",
      split = ",",
      defaultValue = "ListSections,GetPaper,SearchPapers",
      description = "The functions to measure; ${DEFAULT-VALUE} by default.")
  private List<String> functions;

  @Option(
      names = "--beside",
      description = "Another checkout whose functions are measured, too. It must be built.")
  private List<Path> others = List.of();

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /**
   * A function that is measured.
   *
   * @param restored runs as with SnapStart: initialized, then held until it is restored
   * @param started runs as without it
   */
  private record Subject(
      String name, FunctionProcess restored, FunctionProcess started, byte[] event) {}

  /**
   * One start, in milliseconds.
   *
   * @param ready from the order to start until the function asks for its first event
   * @param first the first request
   * @param warm the median of the requests after it
   * @param processor the processor time of the function's process up to its first answer; unlike
   *     the other times, it hardly depends on what else runs on the machine
   */
  private record Start(double ready, double first, double warm, double processor) {
    double untilFirstAnswer() {
      return ready + first;
    }
  }

  @Override
  public Integer call() throws Exception {
    try {
      var database = opened(EmbeddedDynamoDb.start());
      var tls = opened(TlsEndpoint.to(database.endpoint()));
      var subjects = subjects(database, tls);
      var restores = new LinkedHashMap<String, List<Start>>();
      var coldStarts = new LinkedHashMap<String, List<Start>>();
      // The first round reads files into the system's memory, and warms the table up.
      for (int round = 0; round <= starts; round++) {
        for (var subject : subjects) {
          var restore = measure(subject, subject.restored, tls);
          var start = measure(subject, subject.started, tls);
          if (round > 0) {
            restores.computeIfAbsent(subject.name, _ -> new ArrayList<>()).add(restore);
            coldStarts.computeIfAbsent(subject.name, _ -> new ArrayList<>()).add(start);
          }
        }
        System.err.printf("%d of %d rounds%n", round, starts);
      }
      print(restores, coldStarts);
      return 0;
    } finally {
      while (!opened.isEmpty()) {
        opened.pop().close();
      }
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }

  private List<Subject> subjects(EmbeddedDynamoDb database, TlsEndpoint tls) throws Exception {
    var subjects = new ArrayList<Subject>();
    var root = Path.of("").toAbsolutePath();
    var table = publish(root, "paper-reviews", database);
    var compared = root.resolve("tools/benchmark/template.yaml");
    subjects.addAll(subjects(root, compared, table, tls, Map.of("Floor", "floor")));
    subjects.addAll(subjects(root, root.resolve("template.yaml"), table, tls, names("")));
    for (var other : others) {
      var folder = other.toAbsolutePath().normalize();
      var name = folder.getFileName().toString();
      var tableOfOther = publish(folder, name, database);
      var names = names(" (" + name + ")");
      subjects.addAll(subjects(root, folder.resolve("template.yaml"), tableOfOther, tls, names));
    }
    if (functions.contains("GetPaper")) {
      var naive = Map.of("NaiveGetPaper", "naive get-paper");
      subjects.addAll(subjects(root, compared, table, tls, naive));
    }
    return subjects;
  }

  private Map<String, String> names(String suffix) {
    var names = new LinkedHashMap<String, String>();
    for (var function : functions) {
      var name = function.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
      names.put(function, "`" + name + "`" + suffix);
    }
    return names;
  }

  /** Fills a table by a checkout's own seeder, and returns the table's name. */
  private static String publish(Path checkout, String table, EmbeddedDynamoDb database)
      throws IOException, InterruptedException {
    database.createTable(Template.read(checkout.resolve("template.yaml")).table(), table);
    var command = List.of("./seed", "publish", "--table", table, "--endpoint");
    var words = new ArrayList<>(command);
    words.addAll(List.of(database.endpoint().toString(), "reviews"));
    var process =
        new ProcessBuilder(words).directory(checkout.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("./seed publish failed in " + checkout + ": " + output);
    }
    return table;
  }

  private List<Subject> subjects(
      Path root, Path template, String table, TlsEndpoint tls, Map<String, String> names)
      throws IOException {
    var started = opened(LocalStack.start(options(template, table, tls)));
    var restored = opened(LocalStack.start(options(template, table, tls).snapStart()));
    var subjects = new ArrayList<Subject>();
    for (var name : names.entrySet()) {
      var event =
          Files.readAllBytes(
              root.resolve("events").resolve(EVENTS.getOrDefault(name.getKey(), "get-paper.json")));
      subjects.add(
          new Subject(
              name.getValue(),
              restored.function(name.getKey()),
              started.function(name.getKey()),
              event));
    }
    for (var stack : List.of(started, restored)) {
      Template.read(template).functions().forEach(each -> stack.function(each.logicalId()).kill());
    }
    return subjects;
  }

  private static LocalStack.Options options(Path template, String table, TlsEndpoint tls) {
    return LocalStack.template(template)
        .log((_, _) -> {})
        .tableName(table)
        .environment("DYNAMODB_ENDPOINT", tls.uri().toString())
        .environment("AWS_ENDPOINT_URL_DYNAMODB", tls.uri().toString())
        .environment("JAVA_TOOL_OPTIONS", tls.options());
  }

  private static Start measure(Subject subject, FunctionProcess function, TlsEndpoint tls)
      throws IOException {
    long started = System.nanoTime();
    function.start();
    double ready = millisecondsSince(started);
    if (function == subject.restored) {
      // On Lambda, the connections of the snapshot are gone when it is restored.
      tls.dropConnections();
      function.restore();
    }
    double first = request(subject, function);
    double processor = processorTime(function);
    var warm = new double[WARM_REQUESTS];
    for (int n = 0; n < warm.length; n++) {
      warm[n] = request(subject, function);
    }
    function.kill();
    return new Start(ready, first, Distribution.of(warm).median(), processor);
  }

  private static double request(Subject subject, FunctionProcess function) {
    long started = System.nanoTime();
    var result = function.invoke(subject.event);
    double milliseconds = millisecondsSince(started);
    if (!(result instanceof InvocationResult.Success(String payload))
        || !payload.contains("\"statusCode\"")
        || !payload.contains("200")) {
      throw new IllegalStateException(subject.name + " did not answer 200: " + result);
    }
    return milliseconds;
  }

  private static double processorTime(FunctionProcess function) {
    return function.process().flatMap(process -> process.info().totalCpuDuration()).stream()
        .mapToDouble(Duration::toMillis)
        .sum();
  }

  private static double millisecondsSince(long started) {
    return (System.nanoTime() - started) / 1e6;
  }

  private void print(Map<String, List<Start>> restores, Map<String, List<Start>> coldStarts) {
    System.out.printf(
        """
        %s, `benchmark cold --starts %d`. Milliseconds, medians; in parentheses the range.

        With a snapshot (tiered compilation):

        | | first request after a restore | warm request |
        |---|---|---|
        """,
        Machine.description(), starts);
    restores.forEach(
        (name, measured) ->
            System.out.printf(
                "| %s | %s | %.1f |%n",
                name, of(measured, Start::first).text("%.1f"), of(measured, Start::warm).median()));
    System.out.print(
        """

        Without a snapshot (C1 only):

        | | start to first answer | to the floor | first request | warm request | processor time |
        |---|---|---|---|---|---|
        """);
    double floor = of(coldStarts.get("floor"), Start::untilFirstAnswer).median();
    coldStarts.forEach(
        (name, measured) -> {
          var untilFirstAnswer = of(measured, Start::untilFirstAnswer);
          System.out.printf(
              "| %s | %s | %.1f | %.1f | %.1f | %.0f |%n",
              name,
              untilFirstAnswer.text("%.0f"),
              untilFirstAnswer.median() / floor,
              of(measured, Start::first).median(),
              of(measured, Start::warm).median(),
              of(measured, Start::processor).median());
        });
  }

  private static Distribution of(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Distribution.of(starts.stream().mapToDouble(figure).toArray());
  }
}
