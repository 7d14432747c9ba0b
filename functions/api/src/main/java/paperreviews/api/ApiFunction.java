package paperreviews.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
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
   * Handles whole requests, so that the first one from outside finds all classes loaded and the
   * connection made, and forgets the edition in a process that is restored from a snapshot. Never
   * fails: a function that could not warm up is slower the first time, no more.
   *
   * @param pathParameters the route's parameters for a paper of the edition
   * @param queries the query of each request
   * @param whileUnpublished what else to do while there is no edition to answer from
   */
  protected final void prime(
      String resource,
      Function<Edition, Map<String, String>> pathParameters,
      List<String> queries,
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
      for (var query : queries) {
        handleRequest(
            new ByteArrayInputStream(Request.event(resource, parameters, query)),
            OutputStream.nullOutputStream(),
            null);
      }
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
    } catch (TableUnavailableException | UnreadableEditionException failure) {
      log.failure(failure);
      response = Response.of(Problem.tableUnavailable());
    } catch (RuntimeException | Error defect) {
      log.failure(defect);
      response = Response.internal(requestId);
    }
    var bytes = encode(response, head);
    if (bytes.length > LARGEST) {
      log.failure(new IllegalStateException("The answer has %,d bytes".formatted(bytes.length)));
      response = Response.internal(requestId);
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
    return Math.round(nanoseconds / 10_000.0) / 100.0;
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
    if (question.always().isPresent()) {
      var text = question.always().get();
      var tag = EntityTag.of(text);
      return conditional(request, question, tag, () -> Content.of(tag, text));
    }
    var edition = currentEdition.get().orElseThrow(() -> new Refusal(Problem.nothingPublished()));
    log.put("edition", edition.id());
    var age = Duration.between(edition.publishedAt(), Instant.now());
    log.measure("editionAgeSeconds", Math.max(0, age.toSeconds()), "Seconds");
    return conditional(
        request,
        question,
        EntityTag.of(edition, request, question.format()),
        () -> content(request, question, edition, log));
  }

  private Content content(Request request, Question question, Edition seen, RequestLog log) {
    var edition = seen;
    while (true) {
      try {
        var answer = question.answer(edition);
        logSearch(answer, log);
        return Content.of(edition, EntityTag.of(edition, request, question.format()), answer);
      } catch (Refusal | UnreadableEditionException missing) {
        // What is looked for may be in a newer edition, or this one may be old enough to be gone.
        edition = newerThan(edition).orElseThrow(() -> missing);
        log.put("edition", edition.id());
      }
    }
  }

  /** Answers, unless the client has that answer, compressed or not. */
  private static Response conditional(
      Request request, Question question, EntityTag plain, Supplier<Content> content) {
    boolean compress = Compression.isWanted(request);
    var compressed = plain.compressed();
    var ifNoneMatch = request.headers().getOrDefault("if-none-match", "").strip();
    // The tag of what it has: a cache finds its copy by that.
    for (var tag : compress ? List.of(compressed, plain) : List.of(plain, compressed)) {
      if (tag.matches(ifNoneMatch)) {
        return Response.notModified(tag, question);
      }
    }
    var found = content.get();
    boolean worth = compress && found.bytes().length >= Compression.LEAST;
    var tag = worth ? found.tag().compressed() : found.tag();
    return ifNoneMatch.equals("*")
        ? Response.notModified(tag, question)
        : Response.of(found, tag, question, worth);
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
    var body = "";
    if (!head && response.compressed) {
      body = Base64.getEncoder().encodeToString(Compression.gzip(response.body));
    } else if (!head) {
      body = new String(response.body, StandardCharsets.UTF_8);
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("statusCode", response.status);
    fields.put("headers", response.headers);
    fields.put("body", body);
    fields.put("isBase64Encoded", !head && response.compressed);
    return JSON.std.asBytes(fields);
  }

  /** Looks at the pointer again: what was seen before the snapshot may be long out of date. */
  @Override
  public final void afterRestore(org.crac.Context<? extends Resource> context) {
    currentEdition.forget();
  }

  @Override
  public final void beforeCheckpoint(org.crac.Context<? extends Resource> context) {}

  /** What an answer says, written. */
  private record Content(EntityTag tag, String mediaType, byte[] bytes, Optional<String> next) {

    static Content of(Edition edition, EntityTag tag, Answer answer) {
      return switch (answer.body()) {
        case Body.Text text -> of(tag, text);
        case Body.Json(var answered) -> {
          var fields = new LinkedHashMap<String, Object>();
          fields.put("edition", edition.id());
          fields.putAll(answered);
          yield new Content(tag, "application/json", json(fields), answer.next());
        }
      };
    }

    static Content of(EntityTag tag, Body.Text text) {
      return new Content(
          tag, text.mediaType(), text.text().getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static byte[] json(Map<String, Object> fields) {
      try {
        // By way of a text: the encoder would stop at half a surrogate pair that a client sent.
        return JSON.std.asString(fields).getBytes(StandardCharsets.UTF_8);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  /** An answer or a problem as it goes out. */
  private record Response(
      int status, Map<String, String> headers, byte[] body, boolean compressed) {
    private static final byte[] NOTHING = {};

    static Response of(Content content, EntityTag tag, Question question, boolean compressed) {
      var headers = tagged(tag, question);
      headers.put("content-type", content.mediaType());
      content.next().ifPresent(next -> headers.put("link", "<%s>; rel=\"next\"".formatted(next)));
      if (compressed) {
        headers.put("content-encoding", Compression.GZIP);
      }
      return new Response(200, headers, content.bytes(), compressed);
    }

    static Response notModified(EntityTag tag, Question question) {
      return new Response(304, tagged(tag, question), NOTHING, false);
    }

    static Response options() {
      var headers = ofEveryAnswer();
      headers.put("allow", Problem.ALLOWED);
      return new Response(204, headers, NOTHING, false);
    }

    static Response of(Problem problem) {
      return of(problem, problem.body());
    }

    /** A defect, of which the log tells more under this id. */
    static Response internal(String requestId) {
      var body = Problem.internal().body();
      body.put("requestId", requestId);
      return of(Problem.internal(), body);
    }

    private static Response of(Problem problem, Map<String, Object> body) {
      var headers = ofEveryAnswer();
      headers.put("content-type", "application/problem+json");
      headers.put("cache-control", "no-store");
      headers.putAll(problem.headers());
      return new Response(problem.status(), headers, Content.json(body), false);
    }

    private static Map<String, String> tagged(EntityTag tag, Question question) {
      var headers = ofEveryAnswer();
      headers.put("etag", tag.header());
      headers.put("cache-control", FRESH);
      // API Gateway adds CORS headers only where it sees an origin: a shared cache must tell apart.
      headers.put(
          "vary",
          question.format().isPresent()
              ? "accept, accept-encoding, origin"
              : "accept-encoding, origin");
      return headers;
    }

    private static Map<String, String> ofEveryAnswer() {
      var headers = new TreeMap<String, String>();
      // Browsers must not take JSON that repeats what was asked for anything else.
      headers.put("x-content-type-options", "nosniff");
      return headers;
    }
  }
}
