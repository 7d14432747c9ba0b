package paperreviews.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import paperreviews.model.Json;
import paperreviews.template.Template;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A way to the database on which things go wrong. It passes on real requests and answers, and a
 * {@link Fault} decides about each of them.
 */
public final class FaultyProxy implements AutoCloseable {
  private static final Set<String> READS = Set.of("GetItem", "Query");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static {
    // Otherwise an answer waits for the acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final URI database;
  private final Fault fault;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger writes = new AtomicInteger();
  private volatile boolean killed;

  private FaultyProxy(URI database, Fault fault) throws IOException {
    this.database = database;
    this.fault = fault;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Starts in front of a database. */
  public static FaultyProxy to(URI database, Fault fault) {
    try {
      return new FaultyProxy(database, fault);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What happens to a request. One that is neither passed on nor answered is lost. */
  @FunctionalInterface
  public interface Fault {
    /** Decides. */
    void on(Call call) throws IOException, InterruptedException;
  }

  /** The seeder was killed. It is an Error, so that nothing in the SDK or the seeder handles it. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** A request on its way. */
  public final class Call {
    private final HttpExchange exchange;
    private final byte[] body;
    private final int write;

    private Call(HttpExchange exchange) throws IOException {
      this.exchange = exchange;
      body = exchange.getRequestBody().readAllBytes();
      write = isWrite() ? writes.incrementAndGet() : 0;
    }

    /** What is asked for, such as {@code GetItem}. */
    public String operation() {
      return exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst(".*\\.", "");
    }

    /** The port that the request comes from: the same for all requests over one connection. */
    public int clientPort() {
      return exchange.getRemoteAddress().getPort();
    }

    /** A header of the request. */
    public String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    /** The request as it was sent. */
    public byte[] body() {
      return body.clone();
    }

    /** Whether it may change the table. */
    public boolean isWrite() {
      return !READS.contains(operation());
    }

    /** The how-manieth write it is, counted from one; 0 for a read. */
    public int write() {
      return write;
    }

    /** The request as JSON. */
    public Map<String, Object> json() throws IOException {
      return Json.map(body);
    }

    /** Asks the database, and keeps the answer from the client. */
    public HttpResponse<byte[]> ask() throws IOException, InterruptedException {
      return ask(body);
    }

    /** Asks the database for something else. */
    public HttpResponse<byte[]> ask(byte[] other) throws IOException, InterruptedException {
      var request = HttpRequest.newBuilder(database).POST(BodyPublishers.ofByteArray(other));
      for (var header : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
        request.header(header, exchange.getRequestHeaders().getFirst(header));
      }
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Passes it on, and the answer back. */
    public void pass() throws IOException, InterruptedException {
      var answer = ask();
      answer
          .headers()
          .firstValue("x-amz-crc32")
          .ifPresent(sum -> exchange.getResponseHeaders().set("x-amz-crc32", sum));
      answer(answer.statusCode(), answer.body());
    }

    /** Answers with a check sum. */
    public void answer(int status, byte[] json, String crc32) throws IOException {
      exchange.getResponseHeaders().set("x-amz-crc32", crc32);
      answer(status, json);
    }

    /** Answers. */
    public void answer(int status, byte[] json) throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(status, json.length);
      exchange.getResponseBody().write(json);
    }

    /** Answers with an error of DynamoDB. */
    public void refuse(int status, String error) throws IOException {
      var json =
          "{\"__type\": \"com.amazonaws.dynamodb.v20120810#%s\", \"message\": \"Not now.\"}"
              .formatted(error);
      answer(status, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the seeder: it receives no more replies and sends no more requests. */
    public void kill() {
      killed = true;
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = new Call(exchange);
      if (!killed) {
        fault.on(call);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where the database seems to be. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A client of a seeder that may be killed; the caller closes it. */
  public DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(Region.of(Template.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(
            configuration ->
                configuration.addExecutionInterceptor(
                    new ExecutionInterceptor() {
                      // Before each attempt, so that a killed seeder makes none.
                      @Override
                      public void beforeTransmission(
                          Context.BeforeTransmission context, ExecutionAttributes attributes) {
                        if (killed) {
                          throw new Killed();
                        }
                      }
                    }))
        .build();
  }

  /** The environment of a function that reads a table through this proxy. */
  public Map<String, String> environment(String table) {
    return Map.of("TABLE_NAME", table, "DYNAMODB_ENDPOINT", endpoint().toString());
  }

  /** How many writes have come by. */
  public int writes() {
    return writes.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
