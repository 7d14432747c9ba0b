package paperreviews.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import paperreviews.catalogue.Edition;
import paperreviews.table.CurrentEdition;
import paperreviews.table.Table;
import paperreviews.table.UnreadableEditionException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A Lambda function that answers HTTP requests about the current edition.
 *
 * <p>It reads the event, finds the route, answers, tags the answer with its edition, writes a log
 * line, and is the only place where an exception becomes an answer.
 */
public abstract class ApiFunction implements RequestStreamHandler, Resource {
  private static final String FRESH = "public, max-age=60, stale-while-revalidate=600";

  /**
   * What Lambda takes as an answer: <a
   * href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">6 MB</a>.
   */
  private static final int LARGEST = 6 * 1024 * 1024;

  /** Where there is no snapshot, its hooks need not be loaded, at some cost to a start. */
  private static final boolean SNAP_START =
      "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));

  private static final String METRICS_NAMESPACE =
      System.getenv().getOrDefault("METRICS_NAMESPACE", "");

  private final String name = getClass().getSimpleName();
  private final Table table;
  private final CurrentEdition currentEdition;
  private final Map<String, Route> routes;
  private final Supplier<Optional<Duration>> indexLoad;

  /**
   * Answers for these resources; any other is unknown.
   *
   * @param routes the routes by the path that the template gives them
   */
  protected ApiFunction(Table table, CurrentEdition currentEdition, Map<String, Route> routes) {
    this(table, currentEdition, routes, Optional::empty);
  }

  /**
   * Answers for these resources from an index.
   *
   * @param routes the routes by the path that the template gives them
   * @param indexLoad how long it took to load the index, if that was done since this was last asked
   */
  protected ApiFunction(
      Table table,
      CurrentEdition currentEdition,
      Map<String, Route> routes,
      Supplier<Optional<Duration>> indexLoad) {
    this.table = table;
    this.currentEdition = currentEdition;
    this.routes = Map.copyOf(routes);
    this.indexLoad = indexLoad;
  }

  /**
   * Handles a whole request once, so that the first one from outside finds all classes loaded and
   * the connection made, and forgets the edition in a process that is restored from a snapshot.
   * Never fails: a function that could not warm up is slower the first time, no more.
   *
   * @param pathParameters the route's parameters for a paper of the edition
   * @param whileUnpublished what else to do while there is no edition to answer from
   */
  protected final void prime(
      String resource,
      Function<Edition, Map<String, String>> pathParameters,
      String query,
      Runnable whileUnpublished) {
    try {
      if (SNAP_START) {
        Core.getGlobalContext().register(this);
      }
      var edition = currentEdition.get();
      if (edition.isEmpty()) {
        whileUnpublished.run();
      }
      var parameters = edition.map(pathParameters).orElse(Map.of());
      handleRequest(
          new ByteArrayInputStream(Request.event(resource, parameters, query)),
          OutputStream.nullOutputStream(),
          null);
    } catch (Throwable failure) {
      var log = new RequestLog("not primed", name, "");
      log.failure(failure);
      log.write();
    }
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var started = System.nanoTime();
    boolean priming = context == null;
    var invocationId = priming ? "priming" : context.getAwsRequestId();
    // Metrics tell of requests that somebody made.
    var log =
        new RequestLog(priming ? "primed" : "request", name, priming ? "" : METRICS_NAMESPACE);
    log.put("requestId", invocationId);
    log.put("invocationId", invocationId);
    table.takeReadUnits();
    Response response;
    boolean head = false;
    var requestId = invocationId;
    try {
      var request = Request.read(input.readAllBytes());
      if (!request.requestId().isEmpty()) {
        requestId = request.requestId();
      }
      head = request.isHead();
      log.put("requestId", requestId);
      log.put("method", request.method());
      log.put("route", request.resource());
      response = answer(request, log);
    } catch (Refusal refusal) {
      response = Response.of(refusal.problem());
    } catch (SdkException | UnreadableEditionException failure) {
      log.failure(failure);
      response = Response.of(Problem.tableUnavailable());
    } catch (RuntimeException | Error defect) {
      log.failure(defect);
      response = Response.of(Problem.internal()).with("requestId", requestId);
    }
    var bytes = encode(response, head);
    if (bytes.length > LARGEST) {
      log.failure(new IllegalStateException("The answer has %,d bytes".formatted(bytes.length)));
      response = Response.of(Problem.internal()).with("requestId", requestId);
      bytes = encode(response, head);
    }
    log.put("status", response.status);
    log.measureByFunction("durationMs", milliseconds(System.nanoTime() - started), "Milliseconds");
    log.measure("readUnits", table.takeReadUnits(), "Count");
    log.measure("notFound", response.status == 404 ? 1 : 0, "Count");
    log.measure("failed", log.hasFailed() ? 1 : 0, "Count");
    indexLoad
        .get()
        .ifPresent(
            time -> log.measure("indexLoadMs", milliseconds(time.toNanos()), "Milliseconds"));
    log.write();
    output.write(bytes);
  }

  private static double milliseconds(long nanoseconds) {
    return nanoseconds / 10_000 / 100.0;
  }

  private Response answer(Request request, RequestLog log) {
    var route = routes.get(request.resource());
    if (route == null) {
      throw new Refusal(Problem.unknownRoute(request.path()));
    }
    if (request.method().equals("OPTIONS")) {
      // API Gateway answers preflights by itself, or, for a route of any method, may pass them on
      // and add its CORS headers to this.
      return Response.options();
    }
    if (!request.method().equals("GET") && !request.isHead()) {
      throw new Refusal(Problem.methodNotAllowed(request.method()));
    }
    var question = route.read(request);
    var edition = currentEdition.get().orElseThrow(() -> new Refusal(Problem.nothingPublished()));
    log.put("edition", edition.id());
    var age = Duration.between(edition.publishedAt(), Instant.now());
    log.measure("editionAgeSeconds", Math.max(0, age.toSeconds()), "Seconds");

    var tag = EntityTag.of(edition, request);
    var ifNoneMatch = request.headers().getOrDefault("if-none-match", "").strip();
    if (tag.matches(ifNoneMatch)) {
      return Response.notModified(tag);
    }
    Answer answer = null;
    while (answer == null) {
      try {
        answer = question.answer(edition);
      } catch (Refusal | UnreadableEditionException missing) {
        // What is looked for may be in a newer edition, or this one may be old enough to be gone.
        edition = newerThan(edition).orElseThrow(() -> missing);
        log.put("edition", edition.id());
        tag = EntityTag.of(edition, request);
      }
    }
    logSearch(answer, log);
    return ifNoneMatch.equals("*") ? Response.notModified(tag) : Response.of(edition, tag, answer);
  }

  private Optional<Edition> newerThan(Edition edition) {
    return currentEdition
        .lookAgain()
        .filter(current -> !current.printing().equals(edition.printing()));
  }

  /**
   * A search tells of its hits, and what it was for only if there are none; a mere list is none.
   */
  private static void logSearch(Answer answer, RequestLog log) {
    if (answer.hits().isPresent() && answer.query().isPresent()) {
      int hits = answer.hits().getAsInt();
      log.measure("hits", hits, "Count");
      log.measure("zeroHits", hits == 0 ? 1 : 0, "Count");
      if (hits == 0) {
        log.put("query", answer.query().get());
      }
    }
  }

  private static byte[] encode(Response response, boolean head) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("statusCode", response.status);
    fields.put("headers", response.headers);
    // By way of a text: the encoder would stop at half a surrogate pair that a client sent.
    fields.put("body", head || response.body.isEmpty() ? "" : JSON.std.asString(response.body));
    fields.put("isBase64Encoded", false);
    return JSON.std.asString(fields).getBytes(StandardCharsets.UTF_8);
  }

  /** Looks at the pointer again: what was seen before the snapshot may be long out of date. */
  @Override
  public final void afterRestore(org.crac.Context<? extends Resource> context) {
    currentEdition.forget();
  }

  @Override
  public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) {}

  /** An answer or a problem as it goes out. */
  private record Response(int status, Map<String, String> headers, Map<String, Object> body) {

    static Response of(Edition edition, EntityTag tag, Answer answer) {
      var headers = headers("application/json");
      headers.put("etag", tag.header());
      headers.put("cache-control", FRESH);
      // API Gateway adds CORS headers only where it sees an origin: a shared cache must tell apart.
      headers.put("vary", "origin");
      answer.next().ifPresent(next -> headers.put("link", "<%s>; rel=\"next\"".formatted(next)));
      var body = new LinkedHashMap<String, Object>();
      body.put("edition", edition.id());
      body.putAll(answer.body());
      return new Response(200, headers, body);
    }

    static Response options() {
      var headers = ofEveryAnswer();
      headers.put("allow", Problem.ALLOWED);
      return new Response(204, headers, Map.of());
    }

    static Response notModified(EntityTag tag) {
      var headers = ofEveryAnswer();
      headers.put("etag", tag.header());
      headers.put("cache-control", FRESH);
      headers.put("vary", "origin");
      return new Response(304, headers, Map.of());
    }

    static Response of(Problem problem) {
      var headers = headers("application/problem+json");
      headers.put("cache-control", "no-store");
      headers.putAll(problem.headers());
      return new Response(problem.status(), headers, problem.body());
    }

    private static Map<String, String> headers(String contentType) {
      var headers = ofEveryAnswer();
      headers.put("content-type", contentType);
      return headers;
    }

    private static Map<String, String> ofEveryAnswer() {
      var headers = new TreeMap<String, String>();
      // Browsers must not take JSON that repeats what was asked for anything else.
      headers.put("x-content-type-options", "nosniff");
      return headers;
    }

    Response with(String name, Object value) {
      body.put(name, value);
      return this;
    }
  }
}
