package paperreviews.acceptance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import paperreviews.editions.Editions;
import paperreviews.local.LocalStack;
import paperreviews.model.Edition;
import paperreviews.model.Json;
import paperreviews.seed.ReviewFiles;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Table;
import paperreviews.testing.Reviews;

/** A running API and a client of it, which holds every reply against openapi.yaml. */
final class Api implements AutoCloseable {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final PrintStream SILENCE = new PrintStream(PrintStream.nullOutputStream());

  private static final Contract CONTRACT = Contract.read();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Api shared;

  private final LocalStack stack;
  private final List<String> log;

  private Api(LocalStack stack, List<String> log) {
    this.stack = stack;
    this.log = log;
  }

  /** The API over {@link Reviews#FIXED}, started once for all tests that only read. */
  static synchronized Api shared() {
    if (shared == null) {
      shared = seeded(options -> options);
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** An API of one's own over {@link Reviews#FIXED}. */
  static Api seeded(UnaryOperator<LocalStack.Options> configure) {
    return start(
        options ->
            configure.apply(
                options.seeder(
                    (client, table) ->
                        new Editions(client, table, SILENCE)
                            .publish(ReviewFiles.read(Reviews.FIXED)))));
  }

  /** An API of one's own over an empty table. */
  static Api start(UnaryOperator<LocalStack.Options> configure) {
    var log = new CopyOnWriteArrayList<String>();
    var options =
        LocalStack.template(ROOT.resolve("template.yaml"))
            // Tests ask faster than any client should.
            .parameter("RequestsPerSecond", "10000")
            .parameter("RequestBurst", "5000")
            .log((_, line) -> log.add(line));
    return new Api(LocalStack.start(configure.apply(options)), log);
  }

  LocalStack stack() {
    return stack;
  }

  /** The current edition, as the table has it. */
  Edition edition() {
    return new CurrentEdition(
            new Table(stack.dynamoDb().client(), stack.tableName()), Duration.ZERO)
        .get()
        .orElseThrow();
  }

  /** The lines that the functions printed so far. */
  List<String> log() {
    return log;
  }

  /**
   * Waits for a line of the log that holds these texts; lines may come a moment after the answer.
   */
  Map<String, Object> logged(String... texts) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (System.nanoTime() < deadline) {
      for (var line : log.reversed()) {
        if (Stream.of(texts).allMatch(line::contains)) {
          return Json.map(line);
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("No log line holds " + List.of(texts) + ": " + log);
  }

  Reply get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  /** A text as it is written in a query string. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Searches; the query is encoded here, further parameters are given as they are. */
  Reply search(String q, String... parameters) throws IOException, InterruptedException {
    return get(
        "/papers?q="
            + encoded(q)
            + (parameters.length == 0 ? "" : "&" + String.join("&", parameters)));
  }

  Reply send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(stack.address() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    var response = CLIENT.send(request.build(), Api::text);
    CONTRACT.check(method, path, response);
    return new Reply(response);
  }

  /** The text of a body, which may be compressed. */
  private static BodySubscriber<String> text(ResponseInfo info) {
    boolean compressed = info.headers().firstValue("content-encoding").orElse("").equals("gzip");
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArray(),
        bytes ->
            new String(
                compressed && bytes.length > 0 ? uncompressed(bytes) : bytes,
                StandardCharsets.UTF_8));
  }

  private static byte[] uncompressed(byte[] bytes) {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return plain.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    stack.close();
  }

  /** What a client got. */
  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** The body, which must be a JSON object. */
    Map<String, Object> json() throws IOException {
      return Json.map(response.body());
    }

    /** The value at a path of names and indices into the body. */
    Object at(Object... path) throws IOException {
      Object value = json();
      for (var step : path) {
        value =
            step instanceof Integer index
                ? ((List<?>) value).get(index)
                : ((Map<?, ?>) value).get(step);
      }
      return value;
    }

    List<?> list(Object... path) throws IOException {
      return (List<?>) at(path);
    }

    /** The ids of the objects in a list of the body. */
    List<String> ids(String list) throws IOException {
      return list(list).stream().map(item -> (String) ((Map<?, ?>) item).get("id")).toList();
    }

    /** The texts of a highlight, joined. */
    static String shown(Object parts) {
      var text = new StringBuilder();
      ((List<?>) parts).forEach(part -> text.append(((Map<?, ?>) part).get("text")));
      return text.toString();
    }

    /** The texts of a highlight that are marked. */
    static List<String> marked(Object parts) {
      return ((List<?>) parts)
          .stream()
              .map(part -> (Map<?, ?>) part)
              .filter(part -> (Boolean) part.get("match"))
              .map(part -> (String) part.get("text"))
              .toList();
    }
  }
}
