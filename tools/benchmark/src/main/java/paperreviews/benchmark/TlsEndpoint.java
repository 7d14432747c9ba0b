package paperreviews.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * DynamoDB Local by HTTPS, which it does not speak itself, and which on Lambda is the only way. Its
 * certificate is among those that the JDK trusts, in a copy of them.
 */
final class TlsEndpoint implements AutoCloseable {
  private static final String PASSWORD = "changeit";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI database;
  private final Path folder;
  private final HttpsServer server;

  private TlsEndpoint(URI database, Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    this.database = database;
    this.folder = folder;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Starts in front of a database. */
  static TlsEndpoint to(URI database)
      throws IOException, GeneralSecurityException, InterruptedException {
    // Otherwise an answer waits for the acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return new TlsEndpoint(database, Files.createTempDirectory("tls-endpoint-"));
  }

  private SSLContext context() throws IOException, GeneralSecurityException, InterruptedException {
    var own = folder.resolve("own.p12");
    var certificate = folder.resolve("certificate");
    keytool(
        "-genkeypair", own, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
    keytool("-exportcert", own, "-file", certificate.toString());
    Files.copy(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"), trusted());
    keytool("-importcert", trusted(), "-file", certificate.toString(), "-noprompt");
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(own.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Path trusted() {
    return folder.resolve("cacerts");
  }

  private static void keytool(String command, Path store, String... options)
      throws IOException, InterruptedException {
    var words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command));
    words.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    words.addAll(List.of("-alias", "benchmark"));
    words.addAll(List.of(options));
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request =
          HttpRequest.newBuilder(database)
              .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (var header : List.of("X-Amz-Target", "Content-Type", "Authorization", "X-Amz-Date")) {
        request.header(header, exchange.getRequestHeaders().getFirst(header));
      }
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it answers. */
  URI uri() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  /** The options of a JVM that trusts it. */
  String options() {
    return "-Djavax.net.ssl.trustStore=" + trusted();
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    client.close();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
