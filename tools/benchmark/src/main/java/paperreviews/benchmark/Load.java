package paperreviews.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import paperreviews.benchmark.TestCollection.Document;
import paperreviews.editions.Editions;
import paperreviews.editions.JapaneseReadings;
import paperreviews.local.FunctionProcess;
import paperreviews.local.InvocationResult;
import paperreviews.local.LocalStack;
import paperreviews.model.Catalogue;
import paperreviews.search.SearchIndex;
import paperreviews.search.index.PackedIndex;
import paperreviews.seed.ReviewFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code benchmark load}: how fast warm functions answer, over catalogues of several sizes, and how
 * fast others search the same reviews.
 *
 * <p>Functions run as Lambda runs them, each in a JVM with its memory and options, one request at a
 * time; times and read units are those of their own log lines, which leave out the way to the
 * function and back. Peers, and the search index once more, run in this JVM without a function
 * around them, so that they compare.
 */
@Command(
    name = "load",
    description = {
      "Publishes made-up catalogues of several sizes and measures each route, read units, memory,",
      "and search beside its peers: a Scan with contains, SQLite FTS5, Lucene's CJKAnalyzer.",
      "Prints Markdown. Needs \"mvn package\" before.",
      "100,000 reviews take some minutes, and a heap of 6 GB (java -Xmx6g)."
    })
final class Load implements Callable<Integer> {
  private static final int SCANS = 10;

  /** The sections of more reviews than this are more than an answer may hold. */
  private static final int MAX_REVIEWS_IN_ONE_ANSWER = 10_000;

  private static final List<String> FUNCTIONS = List.of("ListSections", "GetPaper", "SearchPapers");

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "28,1000,10000,100000",
      description = "Numbers of reviews; ${DEFAULT-VALUE} by default.")
  private List<Integer> sizes;

  @Option(
      names = "--requests",
      defaultValue = "500",
      description =
          "Requests to each route, after as many to warm up; ${DEFAULT-VALUE} by default.")
  private int requests;

  @Option(
      names = "--largest-scan",
      defaultValue = "10000",
      description = "Up to how many reviews are scanned, too; ${DEFAULT-VALUE} by default.")
  private int largestScan;

  /** Log lines of finished requests, by function. */
  private final Map<String, BlockingQueue<Map<String, Object>>> log =
      FUNCTIONS.stream()
          .collect(Collectors.toMap(Function.identity(), _ -> new LinkedBlockingQueue<>()));

  /** Requests or searches of one kind: times in milliseconds, and read units of one. */
  private record Timing(Distribution times, double perSecond, double readUnits) {
    @Override
    public String toString() {
      return "%s / %s, %s, %s"
          .formatted(
              rounded(times.median()),
              rounded(times.p99()),
              rounded(perSecond),
              rounded(readUnits));
    }

    /** Returns a number with two significant digits: more would be noise. */
    private static String rounded(double value) {
      if (value >= 10) {
        return "%,.0f".formatted(value);
      }
      return value >= 1 ? "%.1f".formatted(value) : "%.2f".formatted(value);
    }
  }

  /** What was measured over one catalogue: figures by their names, in the order of the rows. */
  private record Measured(
      int reviews,
      Map<String, Object> publishing,
      Map<String, Timing> routes,
      Map<String, Timing> engines) {}

  @Override
  public Integer call() throws Exception {
    var model = ReviewFiles.read(Path.of("reviews"));
    var measured = new ArrayList<Measured>();
    for (int size : sizes) {
      System.err.printf("%,d reviews …%n", size);
      measured.add(measure(SyntheticCatalogue.of(size, model)));
    }
    System.out.printf("%s, `benchmark load --requests %d`.%n", Machine.description(), requests);
    print("Publishing, and the start of search", measured, Measured::publishing);
    print(
        "Routes: p50 / p99 in ms, requests a second and core, read units",
        measured,
        Measured::routes);
    print(
        "Searches alone: p50 / p99 in ms, searches a second, read units",
        measured,
        Measured::engines);
    return 0;
  }

  private static void print(
      String caption, List<Measured> measured, Function<Measured, Map<String, ?>> figures) {
    System.out.printf("%n%s:%n%n| reviews |", caption);
    measured.forEach(each -> System.out.printf(" %,d |", each.reviews));
    System.out.printf("%n|---|%s%n", "---|".repeat(measured.size()));
    measured.stream()
        .flatMap(each -> figures.apply(each).keySet().stream())
        .distinct()
        .forEach(
            name -> {
              System.out.printf("| %s |", name);
              measured.forEach(
                  each -> {
                    Object figure = figures.apply(each).get(name);
                    System.out.printf(" %s |", figure == null ? "–" : figure);
                  });
              System.out.println();
            });
  }

  private Measured measure(Catalogue catalogue) throws Exception {
    var publishing = new LinkedHashMap<String, Object>();
    long started = System.nanoTime();
    var index = PackedIndex.build(catalogue, new JapaneseReadings());
    publishing.put("search index built", seconds(started));
    publishing.put("search index", "%.2f MB".formatted(index.bytes().length / 1e6));
    var options =
        LocalStack.template(Path.of("template.yaml"))
            .parameter("EditionMaxAgeSeconds", "3600")
            .parameter("RequestsPerSecond", "10000")
            .parameter("RequestBurst", "5000")
            .log(this::note)
            .snapStart()
            .seeder(
                (client, table) -> {
                  long publish = System.nanoTime();
                  new Editions(client, table, new PrintStream(PrintStream.nullOutputStream()))
                      .publish(catalogue);
                  publishing.put("published to DynamoDB Local", seconds(publish));
                });
    try (var stack = LocalStack.start(options)) {
      startSearch(stack, publishing);
      var routes = routes(stack, catalogue);
      publishing.put(
          "memory that search holds", residentMegabytes(stack.function("SearchPapers")) + " MB");
      FUNCTIONS.forEach(function -> stack.function(function).kill());
      var engines = engines(stack, catalogue, index);
      return new Measured(catalogue.papers().size(), publishing, routes, engines);
    }
  }

  private void note(String function, String line) {
    try {
      if (line.startsWith("{")) {
        var fields = JSON.std.mapFrom(line);
        if ("request".equals(fields.get("message")) || "primed".equals(fields.get("message"))) {
          log.get(function).add(fields);
        }
      }
    } catch (IOException _) {
      // It is no log line of a function.
    }
  }

  /** Starts the search function on its own, up to where its snapshot would be made. */
  private void startSearch(LocalStack stack, Map<String, Object> figures)
      throws InterruptedException {
    var function = stack.function("SearchPapers");
    function.kill();
    log.get("SearchPapers").clear();
    long started = System.nanoTime();
    function.start();
    figures.put("search is ready for a snapshot in", seconds(started));
    var primed = next("SearchPapers");
    figures.put("… of it, the index", primed.get("indexLoadMs") + " ms");
    figures.put("… read units", primed.get("readUnits"));
  }

  private Map<String, Object> next(String function) throws InterruptedException {
    var line = log.get(function).poll(30, TimeUnit.SECONDS);
    if (line == null) {
      throw new IllegalStateException(function + " logged nothing.");
    }
    return line;
  }

  private Map<String, Timing> routes(LocalStack stack, Catalogue catalogue) throws Exception {
    var random = new Random(1);
    var queries = SampleQueries.of(catalogue, requests);
    IntFunction<String> paper =
        _ -> catalogue.papers().get(random.nextInt(catalogue.papers().size())).id();
    IntFunction<String> section =
        _ -> catalogue.sections().get(random.nextInt(catalogue.sections().size())).id();
    IntFunction<String> query = n -> queries.get(Math.floorMod(n, queries.size()));
    var routes = new LinkedHashMap<String, Timing>();
    measure(routes, stack, "GetPaper", "/papers/{paperId}", paper);
    measure(routes, stack, "ListSections", "/sections/{sectionId}", section);
    if (catalogue.papers().size() <= MAX_REVIEWS_IN_ONE_ANSWER) {
      measure(routes, stack, "ListSections", "/sections", _ -> "");
    }
    measure(routes, stack, "SearchPapers", "/papers?q=", query);
    measure(routes, stack, "SearchPapers", "/suggestions?q=", query);
    measure(routes, stack, "SearchPapers", "/papers/{paperId}/related", paper);
    return routes;
  }

  /**
   * Measures a route.
   *
   * @param values what stands for the path parameter, or else for the query, of each request
   */
  private void measure(
      Map<String, Timing> routes,
      LocalStack stack,
      String function,
      String route,
      IntFunction<String> values)
      throws Exception {
    var process = stack.function(function);
    var times = new double[requests];
    double readUnits = 0;
    Duration processor = Duration.ZERO;
    for (int n = -requests; n < requests; n++) {
      if (n == 0) {
        processor = processorTime(process);
      }
      log.get(function).clear();
      if (!(process.invoke(event(route, values.apply(n)))
              instanceof InvocationResult.Success(String answer))
          || !answer.contains("\"statusCode\":200")) {
        throw new IllegalStateException(route + " did not answer 200.");
      }
      var line = next(function);
      if (n >= 0) {
        times[n] = ((Number) line.get("durationMs")).doubleValue();
        readUnits += ((Number) line.get("readUnits")).doubleValue();
      }
    }
    double seconds = processorTime(process).minus(processor).toMillis() / 1000.0;
    routes.put(
        "`" + route + "`",
        new Timing(
            Distribution.of(times), requests / Math.max(0.01, seconds), readUnits / requests));
  }

  private static byte[] event(String route, String value) throws IOException {
    var resource = route.replaceFirst("\\?.*", "");
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", "ANY " + resource);
    event.put("rawPath", resource);
    event.put("headers", Map.of());
    event.put("requestContext", Map.of("http", Map.of("method", "GET", "path", resource)));
    event.put(
        "rawQueryString",
        route.endsWith("=") ? "q=" + URLEncoder.encode(value, StandardCharsets.UTF_8) : "");
    if (resource.contains("{")) {
      var name = resource.substring(resource.indexOf('{') + 1, resource.indexOf('}'));
      event.put("pathParameters", Map.of(name, value));
    }
    return JSON.std.asBytes(event);
  }

  private static Duration processorTime(FunctionProcess function) {
    return function.process().flatMap(process -> process.info().totalCpuDuration()).orElseThrow();
  }

  private static long residentMegabytes(FunctionProcess function) throws IOException {
    var pid = Long.toString(function.process().orElseThrow().pid());
    var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pid).start();
    try (var out = ps.getInputStream()) {
      return Long.parseLong(new String(out.readAllBytes(), StandardCharsets.US_ASCII).strip())
          / 1024;
    }
  }

  private Map<String, Timing> engines(LocalStack stack, Catalogue catalogue, PackedIndex index)
      throws Exception {
    var queries = SampleQueries.of(catalogue, requests);
    var documents =
        catalogue.papers().stream()
            .map(
                paper ->
                    new Document(
                        paper.id(),
                        paper.summary().title(),
                        paper.review().ja() + "\n" + paper.review().en()))
            .toList();
    var engines = new LinkedHashMap<String, Timing>();
    measure(engines, new PaperReviewsEngine(SearchIndex.open(index)), queries);
    measure(engines, new AnalyzerEngine(new CJKAnalyzer(), documents), queries);
    try (var sqlite = new SqliteEngine(documents)) {
      measure(engines, sqlite, queries);
    }
    if (documents.size() <= largestScan) {
      var scan = new ScanEngine(stack.dynamoDb().client(), documents);
      measure(engines, scan, queries.subList(0, Math.min(SCANS, queries.size())));
    }
    return engines;
  }

  private static void measure(Map<String, Timing> engines, Engine engine, List<String> queries) {
    queries.forEach(engine::search);
    var times = new double[queries.size()];
    double sum = 0;
    for (int n = 0; n < times.length; n++) {
      long started = System.nanoTime();
      engine.search(queries.get(n));
      times[n] = (System.nanoTime() - started) / 1e6;
      sum += times[n];
    }
    // Each query was asked twice.
    double readUnits =
        engine instanceof ScanEngine scan ? scan.readUnits() / queries.size() / 2 : 0;
    engines.put(
        engine.name(), new Timing(Distribution.of(times), times.length * 1000 / sum, readUnits));
  }

  private static String seconds(long startedNanos) {
    return "%.1f s".formatted((System.nanoTime() - startedNanos) / 1e9);
  }
}
