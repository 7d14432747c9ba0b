package paperreviews.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import paperreviews.benchmark.ClassLog.Phase;
import paperreviews.local.FunctionProcess;
import paperreviews.local.InvocationResult;
import paperreviews.local.LocalStack;
import paperreviews.seed.Seeding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code benchmark cold}: how long functions take to start, and their first request.
 *
 * <p>Each start is a new JVM with the runtime interface client and the options of Lambda's {@code
 * java25}, the function's jar outside the client's class path. What is compared takes turns, so
 * that a machine that is busy for a while is busy for all.
 */
@Command(
    name = "cold",
    description = {
      "Measures the start of each function, beside a function that only greets (the floor)",
      "and beside a naive one; of one of them also with the table behind HTTPS, as on Lambda.",
      "Prints a table, writes cold.json and cold.svg.",
      "Needs \"mvn package\" before."
    })
final class Cold implements Callable<Integer> {
  private static final int WARM_REQUESTS = 30;

  @Option(
      names = "--starts",
      defaultValue = "15",
      description = "How often each is started; ${DEFAULT-VALUE} if not given.")
  private int starts;

  @Mixin private Project project;

  @Option(names = "--without-phases", description = "Leaves out the starts that tell the phases.")
  private boolean withoutPhases;

  /** What a start does, in order. The look at the pointer is the first read. */
  private static final List<Phase> PHASES =
      List.of(
          new Phase("JVM", "java.lang.Object"),
          new Phase("runtime client", "paperreviews.local.child.Launcher"),
          new Phase("table client", "paperreviews.store.Table"),
          new Phase("first read", "paperreviews.store.Key"),
          new Phase("rest", "paperreviews.store.Editions"),
          new Phase("index", "paperreviews.search.index.PackedIndex"),
          new Phase("rest", "paperreviews.search.result.SearchResult"));

  private static final int TRACED_STARTS = 3;

  /** Something that is started: its name, the function, an event that it answers with 200. */
  private record Subject(String name, FunctionProcess function, byte[] event) {}

  /**
   * One start.
   *
   * @param ready from the order to start until the function asks for its first event
   * @param first the first request
   * @param warm the median of the requests after it
   * @param processor what the function's process has used of the processor by its first answer,
   *     which, unlike the times, does not depend on what else runs on the machine
   */
  private record Start(double ready, double first, double warm, double processor) {
    double whole() {
      return ready + first;
    }
  }

  @Override
  public Integer call() throws Exception {
    var figures = new LinkedHashMap<String, Object>(Machine.json());
    figures.put("starts", starts);
    try (var stack = LocalStack.start(functions());
        var tls = TlsEndpoint.to(stack.dynamoDb().endpoint());
        var overTls = LocalStack.start(overTls(stack, tls));
        var compared = LocalStack.start(compared(stack))) {
      figures.put("subjects", summarized(measure(subjects(stack, overTls, compared))));
    }
    if (!withoutPhases) {
      figures.put("phasesMs", phases());
    }
    print(figures);
    project.write("cold", figures, ColdPlot.of(figures));
    return 0;
  }

  private LocalStack.Options template() {
    return LocalStack.template(project.file("template.yaml")).log((_, _) -> {});
  }

  private LocalStack.Options overTls(LocalStack stack, TlsEndpoint tls) {
    return template()
        .tableName(stack.tableName())
        .environment("DYNAMODB_ENDPOINT", tls.uri().toString())
        .environment("JAVA_TOOL_OPTIONS", tls.options());
  }

  private LocalStack.Options functions() {
    return template()
        .seeder(
            (client, table) ->
                Seeding.publish(
                    project.file("reviews"),
                    client,
                    table,
                    new PrintStream(PrintStream.nullOutputStream())));
  }

  private LocalStack.Options compared(LocalStack stack) {
    var table = stack.dynamoDb().endpoint().toString();
    return LocalStack.template(project.file("tools/benchmark/template.yaml"))
        .log((_, _) -> {})
        .tableName(stack.tableName())
        .environment("AWS_ENDPOINT_URL_DYNAMODB", table);
  }

  /** The phases of the functions, from starts that log each class; those take longer. */
  private Map<String, Object> phases() throws IOException {
    var logs = Files.createTempDirectory("class-logs-");
    var options =
        functions()
            .environment(
                "JAVA_TOOL_OPTIONS",
                "-Xlog:class+load=info:file=" + logs.resolve("%p.log") + ":uptimenanos");
    var phases = new LinkedHashMap<String, Object>();
    try (var stack = LocalStack.start(options)) {
      for (var function : List.of("ListSections", "GetPaper", "SearchPapers")) {
        stack.function(function).kill();
      }
      for (var function : List.of("ListSections", "GetPaper", "SearchPapers")) {
        var traced = new ArrayList<ClassLog>();
        for (int n = 0; n < TRACED_STARTS; n++) {
          stack.function(function).start();
          var pid = stack.function(function).process().orElseThrow().pid();
          traced.add(ClassLog.read(logs.resolve(pid + ".log")));
          stack.function(function).kill();
        }
        phases.put(function, median(traced));
      }
    }
    try (var files = Files.list(logs)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(logs);
    return phases;
  }

  private static Map<String, Object> median(List<ClassLog> logs) {
    var median = new LinkedHashMap<String, Object>();
    for (var phase : logs.getFirst().phases(PHASES).keySet()) {
      var times = logs.stream().mapToDouble(log -> log.phases(PHASES).get(phase)).toArray();
      median.put(phase, Distribution.rounded(Distribution.of(times).median()));
    }
    median.put("classes", logs.getLast().count());
    return median;
  }

  private List<Subject> subjects(LocalStack stack, LocalStack overTls, LocalStack compared)
      throws IOException {
    var paper = event("get-paper.json");
    return List.of(
        new Subject("floor", compared.function("Floor"), paper),
        new Subject("list-sections", stack.function("ListSections"), event("list-sections.json")),
        new Subject("get-paper", stack.function("GetPaper"), paper),
        new Subject("… over TLS", overTls.function("GetPaper"), paper),
        new Subject(
            "search-papers", stack.function("SearchPapers"), event("search-in-japanese.json")),
        new Subject("naive get-paper", compared.function("NaiveGetPaper"), paper));
  }

  private byte[] event(String name) throws IOException {
    return Files.readAllBytes(project.file("events").resolve(name));
  }

  private Map<Subject, List<Start>> measure(List<Subject> subjects) {
    var measured = new LinkedHashMap<Subject, List<Start>>();
    subjects.forEach(subject -> subject.function.kill());
    // The first round reads files into the system's memory, and warms the table up.
    for (int round = 0; round <= starts; round++) {
      for (var subject : subjects) {
        var start = start(subject);
        if (round > 0) {
          measured.computeIfAbsent(subject, _ -> new ArrayList<>()).add(start);
        }
      }
      System.err.printf("%d of %d rounds%n", round, starts);
    }
    return measured;
  }

  private static Start start(Subject subject) {
    var function = subject.function;
    long started = System.nanoTime();
    function.start();
    double ready = millisecondsSince(started);
    double first = request(subject);
    double processor = processorTime(function);
    var warm = new double[WARM_REQUESTS];
    for (int n = 0; n < warm.length; n++) {
      warm[n] = request(subject);
    }
    function.kill();
    return new Start(ready, first, Distribution.of(warm).median(), processor);
  }

  private static double request(Subject subject) {
    long started = System.nanoTime();
    var result = subject.function.invoke(subject.event);
    double milliseconds = millisecondsSince(started);
    if (!(result instanceof InvocationResult.Success(String payload))
        || !payload.contains("\"statusCode\"")
        || !payload.contains("200")) {
      throw new IllegalStateException(subject.name + " did not answer: " + result);
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

  private static List<Map<String, Object>> summarized(Map<Subject, List<Start>> measured) {
    var summaries = new ArrayList<Map<String, Object>>();
    double floor = of(measured.values().iterator().next(), Start::whole).median();
    double floorProcessor = of(measured.values().iterator().next(), Start::processor).median();
    measured.forEach(
        (subject, starts) -> {
          var whole = of(starts, Start::whole);
          var processor = of(starts, Start::processor);
          var summary = new LinkedHashMap<String, Object>();
          summary.put("name", subject.name);
          summary.put("toFloor", Distribution.rounded(whole.median() / floor));
          summary.put(
              "processorToFloor", Distribution.rounded(processor.median() / floorProcessor));
          summary.put("startToFirstAnswerMs", whole.json());
          summary.put("readyMs", of(starts, Start::ready).json());
          summary.put("firstRequestMs", of(starts, Start::first).json());
          summary.put("warmRequestMs", of(starts, Start::warm).json());
          summary.put("processorMs", processor.json());
          summaries.add(summary);
        });
    return summaries;
  }

  private static Distribution of(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Distribution.of(starts.stream().mapToDouble(figure).toArray());
  }

  @SuppressWarnings("FormatString") // Figures are numbers, which their map does not know.
  private static void print(Map<String, Object> figures) {
    System.out.printf(
        "%s, %s, Java %s, %s starts each, milliseconds: median (least to most)%n%n",
        figures.get("date"), figures.get("machine"), figures.get("java"), figures.get("starts"));
    System.out.printf(
        "%-16s %6s %24s %8s %8s %8s %10s %8s%n",
        "", "floors", "start to first answer", "ready", "first", "warm", "processor", "floors");
    for (var each : (List<?>) figures.get("subjects")) {
      var subject = (Map<?, ?>) each;
      var whole = (Map<?, ?>) subject.get("startToFirstAnswerMs");
      System.out.printf(
          "%-16s %6.1f %24s %8.0f %8.1f %8.1f %10.0f %8.1f%n",
          subject.get("name"),
          subject.get("toFloor"),
          "%.0f (%.0f to %.0f)"
              .formatted(whole.get("median"), whole.get("least"), whole.get("most")),
          median(subject, "readyMs"),
          median(subject, "firstRequestMs"),
          median(subject, "warmRequestMs"),
          median(subject, "processorMs"),
          subject.get("processorToFloor"));
    }
    if (figures.containsKey("phasesMs")) {
      System.out.println("\nPhases, milliseconds, from starts that log each class:");
      ((Map<?, ?>) figures.get("phasesMs"))
          .forEach((function, phases) -> System.out.println("  " + function + " " + phases));
    }
  }

  private static Object median(Map<?, ?> subject, String figure) {
    return ((Map<?, ?>) subject.get(figure)).get("median");
  }
}
