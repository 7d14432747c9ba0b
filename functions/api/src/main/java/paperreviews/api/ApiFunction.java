package paperreviews.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crac.Core;
import org.crac.Resource;
import paperreviews.model.Edition;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Table;
import paperreviews.store.TableUnavailableException;
import paperreviews.store.UnreadableEditionException;

/**
 * A Lambda function that answers HTTP requests about the current edition.
 *
 * <p>It reads the event, finds the route, answers, tags the answer with its edition and writes a
 * log line. It is the only place where an exception becomes an answer.
 */
public abstract class ApiFunction implements RequestStreamHandler, Resource {
  /**
   * Lambda's limit for a response, <a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">6 MB</a>.
   */
  private static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024;

  private static final int PRIMING_ROUNDS = 20;

  private static final String METRICS_NAMESPACE =
      System.getenv().getOrDefault("METRICS_NAMESPACE", "");

  private final String name = getClass().getSimpleName();
  private final Table table;
  private final CurrentEdition currentEdition;
  private final Map<String, Route> routes;
  private SampleRequests samples;

  /**
   * Answers for these routes; any other is unknown.
   *
   * @param maxAge the maximum age of the cached pointer to the current edition
   * @param routes the routes by the path that the template gives them
   */
  protected ApiFunction(Table table, Duration maxAge, Map<String, Route> routes) {
    this.table = table;
    this.currentEdition = new CurrentEdition(table, maxAge);
    this.routes = Map.copyOf(routes);
  }

  /**
   * Handles sample requests now, and again before a snapshot is taken. It never fails: a function
   * that could not be primed is only slower the first time.
   */
  protected final void prime(SampleRequests requests) {
    samples = requests;
    primed(RequestLog::write);
    Core.getGlobalContext().register(this);
  }

  /** Handles the sample requests, and returns whether none failed. */
  private boolean primed(Consumer<RequestLog> logged) {
    try {
      var edition = currentEdition.get();
      if (edition.isEmpty()) {
        samples.whileUnpublished().run();
      }
      var parameters = edition.map(samples.pathParameters()).orElse(Map.of());
      boolean failed = false;
      for (var query : samples.queries()) {
        var log = new RequestLog("primed", name, "");
        handle(Request.get(samples.resource(), parameters, query).event(), "priming", log);
        logged.accept(log);
        failed |= log.hasFailed();
      }
      return !failed;
    } catch (Throwable failure) {
      var log = new RequestLog("not primed", name, "");
      log.failure(failure);
      log.write();
      return false;
    }
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var log = new RequestLog("request", name, METRICS_NAMESPACE);
    var payload = handle(input.readAllBytes(), context.getAwsRequestId(), log);
    log.write();
    output.write(payload);
  }

  private byte[] handle(byte[] event, String invocationId, RequestLog log) {
    return ScopedValue.where(RequestLog.CURRENT, log)
        .call(() -> loggedAs(invocationId, event, log));
  }

  private byte[] loggedAs(String invocationId, byte[] event, RequestLog log) {
    long started = System.nanoTime();
    double readUnitsBefore = table.readUnits();
    log.put("requestId", invocationId);
    log.put("invocationId", invocationId);
    Response response;
    boolean withBody = true;
    var requestId = invocationId;
    try {
      var request = Request.read(event);
      if (!request.requestId().isEmpty()) {
        requestId = request.requestId();
      }
      withBody = !request.isHead();
      if (request.keepsWarm()) {
        log.keptWarm();
      }
      log.put("requestId", requestId);
      log.put("method", request.method());
      log.put("route", request.resource());
      response = answer(request, log);
    } catch (ProblemException invalid) {
      response = Response.of(invalid.problem());
    } catch (TableUnavailableException | UnreadableEditionException failure) {
      log.failure(failure);
      response = Response.of(Problem.tableUnavailable());
    } catch (RuntimeException | Error defect) {
      log.failure(defect);
      response = Response.of(Problem.internal(requestId));
    }
    var payload = response.payload(withBody);
    if (payload.length > MAX_RESPONSE_BYTES) {
      log.failure(new IllegalStateException("The answer has %,d bytes".formatted(payload.length)));
      response = Response.of(Problem.internal(requestId));
      payload = response.payload(withBody);
    }
    log.put("status", response.status());
    log.metricByFunction(
        "durationMs", Math.round((System.nanoTime() - started) / 10_000.0) / 100.0, "Milliseconds");
    log.metric("readUnits", table.readUnits() - readUnitsBefore, "Count");
    log.metric("notFound", response.status() == 404 ? 1 : 0, "Count");
    log.metric("failed", log.hasFailed() ? 1 : 0, "Count");
    return payload;
  }

  private Response answer(Request request, RequestLog log) {
    if (request.method().isEmpty()) {
      throw new ProblemException(Problem.badEvent());
    }
    var route = routes.get(request.resource());
    if (route == null) {
      throw new ProblemException(Problem.unknownRoute(request.path()));
    }
    if (request.method().equals("OPTIONS")) {
      // API Gateway answers preflight requests itself, but passes on those of a route for any
      // method, and adds its CORS headers to this.
      return Response.options();
    }
    if (!request.method().equals("GET") && !request.isHead()) {
      throw new ProblemException(Problem.methodNotAllowed(request.method()));
    }
    return switch (route.parse(request)) {
      case Query.Static(var text) -> {
        var tag = EntityTag.of(text);
        yield conditional(request, tag, false, () -> Response.of(text, tag, false));
      }
      case Query.OfEdition query -> answer(request, query, log);
    };
  }

  private Response answer(Request request, Query.OfEdition query, RequestLog log) {
    var edition =
        currentEdition.get().orElseThrow(() -> new ProblemException(Problem.nothingPublished()));
    var age = Duration.between(edition.publishedAt(), Instant.now());
    log.metric("editionAgeSeconds", Math.max(0, age.toSeconds()), "Seconds");
    while (true) {
      log.put("edition", edition.id());
      try {
        return answer(request, query, edition, log);
      } catch (ProblemException | UnreadableEditionException missing) {
        // A newer edition may have what is missing, or this one may have been deleted by now.
        edition = newerThan(edition).orElseThrow(() -> missing);
      }
    }
  }

  private Optional<Edition> newerThan(Edition edition) {
    return currentEdition.refresh().filter(current -> !current.buildId().equals(edition.buildId()));
  }

  private static Response answer(
      Request request, Query.OfEdition query, Edition edition, RequestLog log) {
    boolean negotiated = query.acceptLanguage().isPresent();
    var tag = EntityTag.of(edition, request, query.acceptLanguage());
    return conditional(
        request,
        tag,
        negotiated,
        () ->
            switch (query.answer().apply(edition)) {
              case Answer.Text text -> Response.of(text, tag, negotiated);
              case Answer.Json json -> {
                json.search().ifPresent(log::search);
                yield Response.of(json, edition, tag, negotiated);
              }
            });
  }

  /** Returns 304 if the client has the answer already, compressed or not; else the answer. */
  private static Response conditional(
      Request request, EntityTag plain, boolean negotiated, Supplier<Response> answer) {
    boolean compress = Compression.isWanted(request);
    var ifNoneMatch = request.headers().getOrDefault("if-none-match", "").strip();
    // The matching tag is sent, since a cache finds its copy by it.
    var known =
        (compress ? Stream.of(plain.compressed(), plain) : Stream.of(plain, plain.compressed()))
            .filter(tag -> tag.matches(ifNoneMatch))
            .findFirst();
    if (known.isPresent()) {
      return Response.notModified(known.get(), negotiated);
    }
    var response = answer.get();
    boolean compressed = compress && response.body().length() >= Compression.MIN_LENGTH;
    if (ifNoneMatch.equals("*")) {
      return Response.notModified(compressed ? plain.compressed() : plain, negotiated);
    }
    return compressed ? response.compress(plain.compressed()) : response;
  }

  /**
   * Handles the sample requests until the JVM has compiled what a request runs through, each time
   * over a new connection, as after a restore. The snapshot holds neither a connection, which would
   * be dead when it is restored, nor the cached edition, which may be out of date by then.
   */
  @Override
  public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    boolean primed = true;
    for (int round = 0; round < PRIMING_ROUNDS && primed; round++) {
      forget();
      primed = primed(_ -> {});
    }
    forget();
  }

  @Override
  public final void afterRestore(org.crac.Context<? extends Resource> context) {}

  private void forget() {
    currentEdition.clear();
    table.reconnect();
  }
}
