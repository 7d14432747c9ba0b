package paperreviews.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import java.util.function.IntFunction;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import paperreviews.benchmark.TestCollection.Document;
import paperreviews.editions.Publisher;
import paperreviews.local.FunctionProcess;
import paperreviews.local.InvocationResult;
import paperreviews.local.LocalStack;
import paperreviews.model.Catalogue;
import paperreviews.search.SearchIndex;
import paperreviews.search.index.PackedIndex;
import paperreviews.seed.ReviewFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "Prints tables, writes load.json and load.svg. Needs \"mvn package\" before.",
      "100,000 reviews take some minutes, and a heap of 6 GB (java -Xmx6g)."
    })
final class Load implements Callable<Integer> {
  private static final int SCANS = 10;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "28,1000,10000,100000",
      description = "Numbers of reviews; ${DEFAULT-VALUE} if not given.")
  private List<Integer> sizes;

  @Option(
      names = "--requests",
      defaultValue = "500",
      description =
          "Requests to each route, after as many to warm up; ${DEFAULT-VALUE} if not given.")
  private int requests;

  @Option(
      names = "--largest-scan",
      defaultValue = "10000",
      description = "Up to how many reviews are scanned, too; ${DEFAULT-VALUE} if not given.")
  private int largestScan;

  @Mixin private Project project;

  /** Log lines of finished requests, by function. */
  private final Map<String, BlockingQueue<Map<String, Object>>> log = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    var model = ReviewFiles.read(project.file("reviews"));
    var figures = new LinkedHashMap<String, Object>(Machine.json());
    figures.put("requests", requests);
    var measured = new ArrayList<Map<String, Object>>();
    for (int size : sizes) {
      System.err.printf("%,d reviews …%n", size);
      measured.add(measure(SyntheticCatalogue.of(size, model)));
    }
    figures.put("sizes", measured);
    print(figures);
    project.write("load", figures, LoadPlot.of(figures));
    return 0;
  }

  private Map<String, Object> measure(Catalogue catalogue) throws Exception {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("reviews", catalogue.papers().size());
    long started = System.nanoTime();
    var index = PackedIndex.build(catalogue);
    figures.put("indexBuildMs", millisecondsSince(started));
    figures.put("indexBytes", index.bytes().length);
    List.of("ListSections", "GetPaper", "SearchPapers")
        .forEach(name -> log.put(name, new LinkedBlockingQueue<>()));
    var options =
        LocalStack.template(project.file("template.yaml"))
            .parameter("EditionMaxAgeSeconds", "3600")
            .parameter("RequestsPerSecond", "10000")
            .parameter("RequestBurst", "5000")
            .log(this::note)
            .seeder(
                (client, table) -> {
                  long publishing = System.nanoTime();
                  new Publisher(client, table, new PrintStream(PrintStream.nullOutputStream()))
                      .publish(catalogue);
                  figures.put("publishMs", millisecondsSince(publishing));
                });
    try (var stack = LocalStack.start(options)) {
      System.err.printf("  published in %s ms%n", figures.get("publishMs"));
      figures.put("start", start(stack));
      figures.put("routes", routes(stack, catalogue));
      figures.put("searchMemoryMB", residentMegabytes(stack.function("SearchPapers")));
      for (var function : List.of("ListSections", "GetPaper", "SearchPapers")) {
        stack.function(function).kill();
      }
      figures.put("engines", engines(stack, catalogue, index));
    }
    return figures;
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

  /** The search function's start, on its own, and how long it took to load the index. */
  private Map<String, Object> start(LocalStack stack) throws InterruptedException {
    var function = stack.function("SearchPapers");
    function.kill();
    log.get("SearchPapers").clear();
    long started = System.nanoTime();
    function.start();
    var start = new LinkedHashMap<String, Object>();
    start.put("readyMs", millisecondsSince(started));
    var primed = next("SearchPapers");
    start.put("indexLoadMs", primed.get("indexLoadMs"));
    start.put("readUnits", primed.get("readUnits"));
    return start;
  }

  private Map<String, Object> next(String function) throws InterruptedException {
    var line = log.get(function).poll(30, TimeUnit.SECONDS);
    if (line == null) {
      throw new IllegalStateException(function + " logged nothing.");
    }
    return line;
  }

  private List<Map<String, Object>> routes(LocalStack stack, Catalogue catalogue) throws Exception {
    var random = new Random(1);
    var queries = SampleQueries.of(catalogue, requests);
    IntFunction<String> paper =
        _ -> catalogue.papers().get(random.nextInt(catalogue.papers().size())).id();
    IntFunction<String> section =
        _ -> catalogue.sections().get(random.nextInt(catalogue.sections().size())).id();
    var routes = new ArrayList<Map<String, Object>>();
    routes.add(route(stack, "GetPaper", "/papers/{paperId}", n -> "paperId=" + paper.apply(n), ""));
    routes.add(
        route(
            stack,
            "ListSections",
            "/sections/{sectionId}",
            n -> "sectionId=" + section.apply(n),
            ""));
    // The sections of 100,000 reviews are more than an answer may hold.
    if (catalogue.papers().size() <= 10_000) {
      routes.add(route(stack, "ListSections", "/sections", _ -> "", ""));
    }
    routes.add(route(stack, "SearchPapers", "/papers", _ -> "", queries, "q="));
    routes.add(route(stack, "SearchPapers", "/suggestions", _ -> "", queries, "q="));
    routes.add(
        route(
            stack,
            "SearchPapers",
            "/papers/{paperId}/related",
            n -> "paperId=" + paper.apply(n),
            ""));
    return routes;
  }

  private Map<String, Object> route(
      LocalStack stack, String function, String resource, IntFunction<String> path, String query)
      throws Exception {
    return route(stack, function, resource, path, List.of(query), "");
  }

  private Map<String, Object> route(
      LocalStack stack,
      String function,
      String resource,
      IntFunction<String> path,
      List<String> queries,
      String parameter)
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
      var query = queries.get(Math.floorMod(n, queries.size()));
      var event =
          event(
              resource,
              path.apply(n),
              query.isEmpty() ? "" : parameter + URLEncoder.encode(query, StandardCharsets.UTF_8));
      if (!(process.invoke(event) instanceof InvocationResult.Success(String answer))
          || !answer.contains("\"statusCode\":200")) {
        throw new IllegalStateException(resource + " did not answer " + query);
      }
      var line = next(function);
      if (n >= 0) {
        times[n] = ((Number) line.get("durationMs")).doubleValue();
        readUnits += ((Number) line.get("readUnits")).doubleValue();
      }
    }
    double seconds = processorTime(process).minus(processor).toMillis() / 1000.0;
    var distribution = Distribution.of(times);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("route", resource);
    figures.put("p50Ms", Distribution.rounded(distribution.median()));
    figures.put("p99Ms", Distribution.rounded(distribution.slow()));
    figures.put("perSecondPerCore", Math.round(requests / Math.max(0.01, seconds)));
    figures.put("readUnits", Distribution.rounded(readUnits / requests));
    return figures;
  }

  private static byte[] event(String resource, String pathParameter, String query)
      throws IOException {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", "ANY " + resource);
    event.put("rawPath", resource);
    event.put("rawQueryString", query);
    event.put("headers", Map.of());
    event.put("requestContext", Map.of("http", Map.of("method", "GET", "path", resource)));
    if (!pathParameter.isEmpty()) {
      var parts = pathParameter.split("=");
      event.put("pathParameters", Map.of(parts[0], parts[1]));
    }
    return JSON.std.asBytes(event);
  }

  private static Duration processorTime(FunctionProcess function) {
    return function.process().flatMap(process -> process.info().totalCpuDuration()).orElseThrow();
  }

  /** What the process holds of the machine's memory, as ps tells it. */
  private static long residentMegabytes(FunctionProcess function) throws IOException {
    var pid = Long.toString(function.process().orElseThrow().pid());
    var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pid).start();
    try (var out = ps.getInputStream()) {
      return Long.parseLong(new String(out.readAllBytes(), StandardCharsets.US_ASCII).strip())
          / 1024;
    }
  }

  private List<Map<String, Object>> engines(
      LocalStack stack, Catalogue catalogue, PackedIndex index) throws Exception {
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
    var engines = new ArrayList<Map<String, Object>>();
    engines.add(engine(new PaperReviewsEngine(SearchIndex.open(index)), queries));
    engines.add(engine(new AnalyzerEngine(new CJKAnalyzer(), documents), queries));
    try (var sqlite = new SqliteEngine(documents)) {
      engines.add(engine(sqlite, queries));
    }
    if (documents.size() <= largestScan) {
      var scan = new ScanEngine(stack.dynamoDb().client(), documents);
      var figures = engine(scan, queries.subList(0, Math.min(SCANS, queries.size())));
      // Each query is asked twice, and the first time does not count.
      figures.put("readUnits", Distribution.rounded(scan.takeReadUnits() / SCANS / 2));
      engines.add(figures);
    }
    return engines;
  }

  private static Map<String, Object> engine(Engine engine, List<String> queries) {
    for (var query : queries) {
      engine.search(query);
    }
    var times = new double[queries.size()];
    double sum = 0;
    for (int n = 0; n < times.length; n++) {
      long started = System.nanoTime();
      engine.search(queries.get(n));
      times[n] = (System.nanoTime() - started) / 1e6;
      sum += times[n];
    }
    var distribution = Distribution.of(times);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("engine", engine.name());
    figures.put("p50Ms", Distribution.rounded(distribution.median()));
    figures.put("p99Ms", Distribution.rounded(distribution.slow()));
    figures.put("perSecond", Distribution.rounded(times.length * 1000 / sum));
    return figures;
  }

  private static long millisecondsSince(long started) {
    return (System.nanoTime() - started) / 1_000_000;
  }

  @SuppressWarnings("FormatString") // Figures are numbers, which their map does not know.
  private static void print(Map<String, Object> figures) {
    System.out.printf(
        "%s, %s, Java %s, %s requests to each%n",
        figures.get("date"), figures.get("machine"), figures.get("java"), figures.get("requests"));
    for (var each : (List<?>) figures.get("sizes")) {
      var size = (Map<?, ?>) each;
      var start = (Map<?, ?>) size.get("start");
      System.out.printf(
          "%n%,d reviews: published in %,d ms; index %,d bytes, built in %,d ms;%n"
              + "search started in %,d ms, %s ms of it for the index; it holds %,d MB%n%n",
          size.get("reviews"),
          size.get("publishMs"),
          size.get("indexBytes"),
          size.get("indexBuildMs"),
          start.get("readyMs"),
          start.get("indexLoadMs"),
          size.get("searchMemoryMB"));
      System.out.printf(
          "  %-26s %9s %9s %12s %11s%n", "", "p50 ms", "p99 ms", "per s, core", "read units");
      for (var route : (List<?>) size.get("routes")) {
        var of = (Map<?, ?>) route;
        System.out.printf(
            "  %-26s %9.2f %9.2f %12s %11s%n",
            of.get("route"),
            of.get("p50Ms"),
            of.get("p99Ms"),
            of.get("perSecondPerCore"),
            of.get("readUnits"));
      }
      System.out.printf("%n  %-26s %9s %9s %12s%n", "search alone", "p50 ms", "p99 ms", "per s");
      for (var engine : (List<?>) size.get("engines")) {
        var of = (Map<?, ?>) engine;
        System.out.printf(
            "  %-26s %9.2f %9.2f %12.1f %11s%n",
            of.get("engine"),
            of.get("p50Ms"),
            of.get("p99Ms"),
            of.get("perSecond"),
            of.get("readUnits") == null ? 0 : of.get("readUnits"));
      }
    }
  }
}
