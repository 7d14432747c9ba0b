package paperreviews.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import paperreviews.model.Json;

/**
 * The Lambda Runtime API for one process of one function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda
 *     runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  /** The size of the largest answer, in bytes: 6 MB and 100. */
  static final int MAX_PAYLOAD = 6 * 1024 * 1024 + 100;

  private static final String PREFIX = "/2018-06-01/runtime/";

  /** A request to the function, and its answer to come. */
  private record Invocation(
      String requestId, byte[] event, CompletableFuture<InvocationResult> result) {}

  private final String functionArn;
  private final Duration timeout;
  private final LoopbackServer server;
  private final BlockingQueue<Optional<Invocation>> pending = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Optional<String>> initialized = new CompletableFuture<>();
  private volatile CompletableFuture<Optional<String>> ready = new CompletableFuture<>();
  private final CountDownLatch restored = new CountDownLatch(1);
  private volatile Optional<String> failure = Optional.empty();

  private RuntimeApi(String functionArn, Duration timeout) throws IOException {
    this.functionArn = functionArn;
    this.timeout = timeout;
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // An error report has its cause in a header, up to 1 MB long.
    configuration.setRequestHeaderSize(2 * 1024 * 1024);
    this.server = LoopbackServer.bind(0, configuration, new Calls(), new ErrorHandler());
  }

  static RuntimeApi start(String functionArn, Duration timeout) throws IOException {
    var runtimeApi = new RuntimeApi(functionArn, timeout);
    runtimeApi.server.start();
    return runtimeApi;
  }

  /** Returns host and port, as in {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return server.address().getAuthority();
  }

  /**
   * Completes when the function asks for its first invocation, or waits where the snapshot would be
   * made; or with an error before that.
   */
  CompletableFuture<Optional<String>> initialized() {
    return initialized;
  }

  /** Completes when the function asks for its next invocation; or with an error before that. */
  CompletableFuture<Optional<String>> ready() {
    return ready;
  }

  /** Lets a function in its snapshot go on. */
  void restore() {
    restored.countDown();
  }

  /** Hands an event to the function, which must be ready. */
  CompletableFuture<InvocationResult> invoke(byte[] event) {
    var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    running.put(invocation.requestId(), invocation);
    ready = new CompletableFuture<>();
    pending.add(Optional.of(invocation));
    // The process may have ended just before; then nothing else completes this one.
    failure.ifPresent(this::fail);
    return invocation.result();
  }

  /** Ends everything that waits for the function, since it will not call any more. */
  void fail(String errorType, String errorMessage) {
    fail(error(errorType, errorMessage));
  }

  private void fail(String error) {
    failure = Optional.of(error);
    initialized.complete(Optional.of(error));
    ready.complete(Optional.of(error));
    running
        .values()
        .forEach(each -> each.result().complete(new InvocationResult.FunctionError(error)));
  }

  @Override
  public void close() {
    restored.countDown();
    pending.add(Optional.empty());
    server.close();
  }

  private void end(Invocation invocation, InvocationResult result) {
    running.remove(invocation.requestId());
    invocation.result().complete(result);
  }

  private static String error(String type, String message) {
    var error = new LinkedHashMap<String, String>();
    error.put("errorType", type);
    error.put("errorMessage", message);
    return Json.MAPPER.writeValueAsString(error);
  }

  private final class Calls extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      var path = request.getHttpURI().getPath();
      if (!path.startsWith(PREFIX)) {
        return false;
      }
      var call = request.getMethod() + " " + path.substring(PREFIX.length());
      switch (call) {
        case "GET invocation/next" -> next(response, callback);
        case "GET restore/next" -> {
          initialized.complete(Optional.empty());
          restored.await();
          answer(response, callback, 200, "");
        }
        case "POST init/error", "POST restore/error" -> {
          fail(body(request));
          accept(response, callback);
        }
        default -> {
          var parts = call.split("/");
          if (parts.length != 3 || !parts[0].equals("POST invocation")) {
            return false;
          }
          finish(parts[1], parts[2], request, response, callback);
        }
      }
      return true;
    }

    private void next(Response response, Callback callback) throws InterruptedException {
      initialized.complete(Optional.empty());
      ready.complete(Optional.empty());
      var next = pending.take();
      if (next.isEmpty()) {
        callback.failed(new IOException("The local stack is closing"));
        return;
      }
      var invocation = next.get();
      var headers = response.getHeaders();
      headers.put("Content-Type", "application/json");
      headers.put("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
      headers.put(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(System.currentTimeMillis() + timeout.toMillis()));
      headers.put("Lambda-Runtime-Invoked-Function-Arn", functionArn);
      headers.put(
          "Lambda-Runtime-Trace-Id",
          "Root=" + TraceId.root() + ";Parent=" + TraceId.parent() + ";Sampled=0");
      response.write(true, ByteBuffer.wrap(invocation.event()), callback);
    }

    private void finish(
        String requestId, String how, Request request, Response response, Callback callback)
        throws IOException {
      var invocation = running.get(requestId);
      if (invocation == null) {
        var error = error("InvalidRequestID", "Invalid request ID");
        answer(response, callback, 400, error);
        return;
      }
      switch (how) {
        case "response" -> {
          var payload = bytes(request);
          if (payload.length > MAX_PAYLOAD) {
            var error =
                error(
                    "Function.ResponseSizeTooLarge",
                    "Response payload size exceeded maximum allowed payload size ("
                        + MAX_PAYLOAD
                        + " bytes).");
            end(invocation, new InvocationResult.FunctionError(error));
            answer(response, callback, 413, error);
            return;
          }
          end(
              invocation,
              new InvocationResult.Success(new String(payload, StandardCharsets.UTF_8)));
          accept(response, callback);
        }
        case "error" -> {
          end(invocation, new InvocationResult.FunctionError(body(request)));
          accept(response, callback);
        }
        default -> answer(response, callback, 404, error("NotFound", "No such call"));
      }
    }

    private static void accept(Response response, Callback callback) {
      answer(response, callback, 202, "{\"status\":\"OK\"}");
    }

    private static void answer(Response response, Callback callback, int status, String json) {
      response.setStatus(status);
      response.getHeaders().put("Content-Type", "application/json");
      response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static String body(Request request) throws IOException {
      return new String(bytes(request), StandardCharsets.UTF_8);
    }

    /** Reads a body; of one that is too large no more than shows that. */
    private static byte[] bytes(Request request) throws IOException {
      try (var body = Request.asInputStream(request)) {
        var bytes = body.readNBytes(MAX_PAYLOAD + 1);
        body.transferTo(OutputStream.nullOutputStream());
        return bytes;
      }
    }
  }
}
