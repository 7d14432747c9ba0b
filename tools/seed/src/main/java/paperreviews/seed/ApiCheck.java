package paperreviews.seed;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import paperreviews.editions.Printable;
import paperreviews.model.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks every route of an API for what a published catalogue must answer. */
final class ApiCheck {
  /** A function may answer with some six megabytes. */
  private static final long MAX_BYTES = 8_000_000;

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_PRINTED = 200;

  /**
   * Functions reread which edition is current after five seconds, unless they are set otherwise.
   */
  private static final int MAX_SWEEPS = 15;

  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

  private static final String UNKNOWN_ID = "no-such-id";

  private final String api;
  private final String origin;
  private final PrintStream out;
  private final HttpClient client;

  /** The edition that each path answered from. */
  private final Map<String, String> editions = new LinkedHashMap<>();

  private int faultCount;

  /**
   * Checks the API at an address.
   *
   * @param origin an origin that may read the API
   */
  ApiCheck(URI api, String origin, PrintStream out) {
    this.api = api.toString().replaceFirst("/+$", "");
    this.origin = origin;
    this.out = out;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .proxy(Proxies.of(api))
            .build();
  }

  /** What a reply does not answer as it must. */
  private static final class WrongReplyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongReplyException(String message) {
      super(message);
    }
  }

  /**
   * Asks all routes, prints a line for each request, and returns how many were answered wrongly.
   */
  int run() {
    var sections = get("/sections", this::checkSections);
    get("/feed", ApiCheck::checkFeed);
    get("/openapi.json", ApiCheck::checkDescription);
    get("/papers/" + UNKNOWN_ID, ApiCheck::checkProblem);
    // Of no route but the one for all others.
    get("/papers/x/" + UNKNOWN_ID, ApiCheck::checkProblem);
    var section = sections.at("/sections/0/id").asString("");
    if (section.isEmpty()) {
      out.println("Without a section, nothing else can be asked.");
    } else {
      checkSection(section);
    }
    return faultCount;
  }

  private void checkSection(String id) {
    var section = get("/sections/" + encode(id, UTF_8), reply -> checkList(reply, "/papers"));
    send("GET", "/sections", Map.of("origin", origin), 200, this::checkOrigin);
    send(
        "OPTIONS",
        "/sections",
        Map.of(
            "origin", origin,
            "access-control-request-method", "GET",
            "access-control-request-headers", "if-none-match"),
        204,
        reply -> {
          checkOrigin(reply);
          require(
              reply
                  .header("access-control-allow-headers")
                  .matches("(?i)(.*,)? *(if-none-match|\\*) *(,.*)?"),
              "pages may not send the header if-none-match");
        });
    get("/sections/" + encode(id, UTF_8) + "/bibtex", ApiCheck::checkBibTex);
    var papers = section.path("papers").valueStream().toList();
    if (!papers.isEmpty()) {
      checkPaper(papers.getFirst());
      papers.stream()
          .filter(paper -> !paper.at("/keywords/ja/0").asString("").isEmpty())
          .findFirst()
          .ifPresentOrElse(
              paper -> checkSearch(paper.at("/keywords/ja/0").asString(), paper),
              () ->
                  out.println(
                      "No search in Japanese: no paper of the section has a keyword in it."));
    }
    checkEditions();
  }

  private void checkPaper(JsonNode paper) {
    var id = paper.path("id").asString("");
    var title = paper.path("title").asString("");
    var path = "/papers/" + encode(id, UTF_8);
    get(
        path,
        reply -> {
          checkEdition(reply);
          require(reply.json().path("id").asString("").equals(id), "it is not the paper %s", id);
          require(!reply.json().path("review").isEmpty(), "it has no review");
        });
    send(
        "HEAD",
        path,
        Map.of(),
        200,
        reply -> require(reply.body().isEmpty(), "an answer to HEAD must have no body"));
    get(
        path + "/related",
        reply -> {
          checkEdition(reply);
          require(reply.json().path("papers").isArray(), "it lists no papers");
        });
    get(
        "/papers/batch?ids=" + encode(id, UTF_8),
        reply -> {
          checkList(reply, "/papers");
          require(reply.json().at("/papers/0/id").asString("").equals(id), "it has not %s", id);
        });
    get(path + "/bibtex", ApiCheck::checkBibTex);
    get("/papers?limit=1", reply -> checkList(reply, "/papers"));
    checkSearch(title, paper);
    var start =
        title
            .codePoints()
            .limit(3)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    get(
        "/suggestions?q=" + encode(start.toString(), UTF_8),
        reply -> {
          checkEdition(reply);
          require(reply.json().path("suggestions").isArray(), "it has no suggestions");
        });
  }

  private void checkSearch(String query, JsonNode paper) {
    var id = paper.path("id").asString("");
    get(
        "/papers?limit=50&q=" + encode(query, UTF_8),
        reply -> {
          checkEdition(reply);
          var found = reply.json().path("papers").findValuesAsString("id");
          require(
              found.contains(id) || reply.json().has("next"),
              "the search for \"%s\" does not find %s",
              query,
              id);
        });
  }

  private void checkSections(Reply reply) {
    checkList(reply, "/articles");
    checkList(reply, "/sections");
    send(
        "GET",
        "/sections",
        Map.of("if-none-match", reply.header("etag")),
        304,
        unchanged -> require(unchanged.body().isEmpty(), "an answer 304 must have no body"));
  }

  private static void checkHeaders(Reply reply) {
    for (var header : List.of("cache-control", "vary")) {
      require(!reply.header(header).isEmpty(), "it has no header %s", header);
    }
    require(reply.header("etag").startsWith("\""), "it has no strong etag");
    require(
        reply.header("x-content-type-options").equals("nosniff"),
        "its header x-content-type-options is not nosniff");
  }

  private void checkList(Reply reply, String pointer) {
    checkEdition(reply);
    require(!reply.json().at(pointer).isEmpty(), "its list %s is empty", pointer.substring(1));
  }

  private void checkEdition(Reply reply) {
    checkType(reply, "application/json");
    var edition = reply.json().path("edition").asString("");
    require(!edition.isEmpty(), "it names no edition");
    editions.put(reply.path(), edition);
  }

  private static void checkFeed(Reply reply) {
    checkType(reply, "application/atom+xml");
    require(reply.body().contains("<feed"), "it is no Atom feed");
  }

  private static void checkBibTex(Reply reply) {
    checkType(reply, "text/plain");
    require(reply.body().startsWith("@"), "it is no BibTeX entry");
  }

  private static void checkDescription(Reply reply) {
    checkType(reply, "application/json");
    require(reply.json().path("paths").has("/sections"), "it does not describe /sections");
  }

  private static void checkProblem(Reply reply) {
    checkType(reply, "application/problem+json");
    require(reply.json().path("status").asInt(0) == 404, "its status is not 404");
    require(!reply.json().path("title").asString("").isEmpty(), "it has no title");
    require(reply.header("cache-control").equals("no-store"), "it may be cached");
  }

  private static void checkType(Reply reply, String type) {
    require(
        reply.header("content-type").startsWith(type),
        "its media type is \"%s\", not %s",
        reply.header("content-type"),
        type);
  }

  private void checkOrigin(Reply reply) {
    var allowed = reply.header("access-control-allow-origin");
    require(
        allowed.equals("*") || allowed.equals(origin),
        "pages of %s may not read it; give an origin of AllowedOrigins by --origin",
        origin);
  }

  /** After a publication, functions change to the new edition within seconds, not all at once. */
  private void checkEditions() {
    for (int sweep = 1; sweep < MAX_SWEEPS && !isOneEdition(); sweep++) {
      pause();
      for (var path : List.copyOf(editions.keySet())) {
        get(path, this::checkEdition);
      }
    }
    if (isOneEdition()) {
      out.printf(
          "All from edition %s.%n",
          printable(String.join("", editions.values().stream().distinct().toList())));
    } else {
      fault("The routes answer from different editions: " + editions);
    }
  }

  private boolean isOneEdition() {
    return editions.values().stream().distinct().count() <= 1;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_SWEEPS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }

  /** Returns the JSON of the reply, or an empty object if the reply is wrong. */
  private JsonNode get(String path, Consumer<Reply> check) {
    return send("GET", path, Map.of(), path.endsWith(UNKNOWN_ID) ? 404 : 200, check);
  }

  private JsonNode send(
      String method, String path, Map<String, String> headers, int status, Consumer<Reply> check) {
    long started = System.nanoTime();
    try {
      var response = response(method, path, headers);
      out.printf(
          "%-7s %s: %d, %,d ms%n",
          method,
          printable(path),
          response.statusCode(),
          (System.nanoTime() - started) / 1_000_000);
      var reply = new Reply(path, response);
      require(
          reply.status() == status,
          "it answers with status %d, not %d: %s",
          reply.status(),
          status,
          reply.header("location").isEmpty() ? reply.body() : "to " + reply.header("location"));
      if (reply.status() == 200) {
        checkHeaders(reply);
      }
      check.accept(reply);
      if (method.equals("GET") && reply.header("content-type").startsWith("application/json")) {
        return reply.json();
      }
    } catch (WrongReplyException wrong) {
      fault("%s %s: %s".formatted(method, path, wrong.getMessage()));
    } catch (IllegalArgumentException unsendable) {
      fault("%s %s: it cannot be asked: %s".formatted(method, path, unsendable.getMessage()));
    } catch (CompletionException unreachable) {
      fault(
          "%s %s%s: it cannot be reached: %s"
              .formatted(method, api, path, reason(unreachable.getCause())));
    }
    return Json.MAPPER.createObjectNode();
  }

  private static String reason(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "no answer within %d seconds".formatted(TIMEOUT.toSeconds());
    }
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return "there is no host of that name";
      }
    }
    return failure instanceof ConnectException && failure.getMessage() == null
        ? "the connection is refused"
        : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private HttpResponse<String> response(String method, String path, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(api + path)).method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    return client
        .sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES))
        .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private void fault(String what) {
    faultCount++;
    out.println("  wrong: " + printable(what));
  }

  private static void require(boolean right, String wrong, Object... details) {
    if (!right) {
      throw new WrongReplyException(wrong.formatted(details));
    }
  }

  private static String printable(String text) {
    return Printable.of(Printable.shortened(text, 2 * MAX_PRINTED));
  }

  /** What the API answered. */
  private record Reply(String path, HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return Printable.shortened(response.body(), status() < 300 ? Integer.MAX_VALUE : MAX_PRINTED);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return Json.MAPPER.readTree(response.body());
      } catch (JacksonException _) {
        throw new WrongReplyException(
            "it is no JSON: " + Printable.shortened(response.body(), MAX_PRINTED));
      }
    }
  }
}
