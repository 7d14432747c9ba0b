package paperreviews.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import paperreviews.template.Route;
import paperreviews.template.Template;

/**
 * The HTTP API, as API Gateway would answer it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">
 *     Quotas for HTTP APIs</a>
 */
final class Gateway implements AutoCloseable {
  private static final int MAX_HEAD = 10_240;
  private static final int MAX_BODY = 10 * 1024 * 1024;
  private static final int INTEGRATION_TIMEOUT_SECONDS = 30;

  /** Headers of one connection, and the length, which is set here. */
  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding", "upgrade");

  private final Routes routes;
  private final Optional<Cors> cors;

  /** One for all routes. AWS leaves open whether each has its own; this is the stricter. */
  private final Optional<TokenBucket> tokens;

  private final Map<String, FunctionProcess> functions;
  private final List<PageFiles> pages;
  private final RequestLog requests;
  private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
  private final LoopbackServer server;

  private Gateway(
      Template template,
      Map<String, FunctionProcess> functions,
      List<PageFiles> pages,
      RequestLog requests,
      int port)
      throws IOException {
    this.routes = new Routes(template.functions());
    this.cors = template.cors().map(Cors::new);
    this.tokens = template.throttling().map(each -> new TokenBucket(each, System::nanoTime));
    this.functions = functions;
    this.pages = List.copyOf(pages);
    this.requests = requests;
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    // More than allowed, so that the limit is kept here, and with API Gateway's answer.
    configuration.setRequestHeaderSize(8 * MAX_HEAD);
    this.server = LoopbackServer.bind(port, configuration, new Requests(), new Errors());
  }

  /**
   * Takes the port; requests wait until the gateway is started.
   *
   * @param functions by logical id; all are there when the gateway is started
   * @param pages files for paths that are of no route but {@code $default}
   * @param requests takes the requests that were answered
   * @throws BindException if the port is in use
   */
  static Gateway bind(
      Template template,
      Map<String, FunctionProcess> functions,
      List<PageFiles> pages,
      RequestLog requests,
      int port)
      throws IOException {
    return new Gateway(template, functions, pages, requests, port);
  }

  void start() throws IOException {
    server.start();
  }

  URI address() {
    return server.address();
  }

  @Override
  public void close() {
    invocations.shutdownNow();
    server.close();
  }

  private final class Requests extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      long start = System.nanoTime();
      var requestId = requestId();
      var origin = Optional.ofNullable(request.getHeaders().get("origin"));
      var answer = answer(request, requestId, origin);
      var headers = new LinkedHashMap<>(answer.headers());
      if (cors.isPresent() && !isPreflight(request, origin)) {
        headers.keySet().removeIf(name -> name.startsWith("access-control-"));
        origin.map(cors.get()::answerHeaders).ifPresent(headers::putAll);
      }
      send(answer, headers, requestId, request, response, callback);
      requests.handled(
          new RequestLog.Request(
              requestId,
              request.getMethod(),
              request.getHttpURI().getPathQuery(),
              answer.status(),
              (System.nanoTime() - start) / 1_000_000,
              answer.error()));
      return true;
    }
  }

  private HttpAnswer answer(Request request, String requestId, Optional<String> origin)
      throws IOException, InterruptedException {
    int line = request.getMethod().length() + request.getHttpURI().toString().length() + 10;
    int head = line;
    for (HttpField field : request.getHeaders()) {
      head += field.getValue() == null ? 0 : field.getValue().length();
    }
    if (line > MAX_HEAD) {
      return HttpAnswer.message(414, "Request-URI Too Large");
    }
    if (head > MAX_HEAD) {
      return HttpAnswer.message(431, "Request Header Fields Too Large");
    }
    if (cors.isPresent() && isPreflight(request, origin)) {
      return HttpAnswer.preflight(cors.get().preflightHeaders(origin.orElseThrow()));
    }
    var body = body(request);
    if (body.length > MAX_BODY) {
      return HttpAnswer.message(413, "Request Entity Too Large");
    }
    var path = request.getHttpURI().getPath();
    var match = routes.choose(request.getMethod(), path);
    if (match.isEmpty() || match.get().route().path().equals(Route.DEFAULT)) {
      for (var page : pages) {
        var file = page.answer(request.getMethod(), path);
        if (file.isPresent()) {
          return file.get();
        }
      }
    }
    if (match.isEmpty()) {
      return HttpAnswer.message(404, "Not Found");
    }
    if (tokens.isPresent() && !tokens.get().take()) {
      return HttpAnswer.message(429, "Too Many Requests");
    }
    var event = HttpEvent.of(request, match.get(), requestId, body);
    // A body within API Gateway's limit can still be more than Lambda takes.
    if (event.length > RuntimeApi.MAX_PAYLOAD) {
      return HttpAnswer.message(413, "Request Entity Too Large");
    }
    var function = functions.get(match.get().functionName());
    try {
      return CompletableFuture.supplyAsync(() -> function.invoke(event), invocations)
          .thenApply(HttpAnswer::of)
          .get(INTEGRATION_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      // As in the cloud, the function goes on.
      return HttpAnswer.message(503, "Service Unavailable");
    } catch (ExecutionException _) {
      return HttpAnswer.message(500, "Internal Server Error");
    }
  }

  private static boolean isPreflight(Request request, Optional<String> origin) {
    return request.getMethod().equals("OPTIONS")
        && origin.isPresent()
        && request.getHeaders().contains("access-control-request-method");
  }

  /** Reads a body; of one that is too large no more than shows that. */
  private static byte[] body(Request request) throws IOException {
    try (var body = Request.asInputStream(request)) {
      var bytes = body.readNBytes(MAX_BODY + 1);
      body.transferTo(OutputStream.nullOutputStream());
      return bytes;
    }
  }

  private static void send(
      HttpAnswer answer,
      Map<String, String> headers,
      String requestId,
      Request request,
      Response response,
      Callback callback) {
    response.setStatus(answer.status());
    headers.forEach(
        (name, value) -> {
          if (!HOP_BY_HOP.contains(name)) {
            response.getHeaders().put(name, value);
          }
        });
    response.getHeaders().put("apigw-requestid", requestId);
    if (HttpStatus.hasNoBody(answer.status())) {
      response.write(true, null, callback);
      return;
    }
    boolean head = request.getMethod().equals("HEAD");
    if (head && answer.body().length == 0) {
      // Not as the last part: Jetty would send the length 0, which is not that of the GET's body.
      response.write(
          false, null, Callback.from(() -> response.write(true, null, callback), callback::failed));
      return;
    }
    response.getHeaders().put("content-length", answer.body().length);
    response.write(true, head ? null : ByteBuffer.wrap(answer.body()), callback);
  }

  private static String requestId() {
    var random = new byte[11];
    ThreadLocalRandom.current().nextBytes(random);
    return Base64.getUrlEncoder().encodeToString(random);
  }

  /** Answers what is no HTTP, and what fails here, in API Gateway's format. */
  private static final class Errors extends ErrorHandler {
    Errors() {
      setCacheControl(null);
    }

    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int status,
        String message,
        Throwable cause,
        Callback callback) {
      var answer = HttpAnswer.message(status, HttpStatus.getMessage(status));
      send(answer, answer.headers(), requestId(), request, response, callback);
    }
  }
}
