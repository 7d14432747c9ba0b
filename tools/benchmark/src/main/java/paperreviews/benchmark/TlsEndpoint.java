package paperreviews.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Passes TLS connections on to DynamoDB Local, which speaks plain HTTP only.
 *
 * <p>Functions trust its certificate alone. With a copy of the JDK's trust store, a start would
 * include the time to read 140 certificates in Java; on Lambda, the CRT client leaves those to its
 * native library.
 */
final class TlsEndpoint implements AutoCloseable {
  private static final String PASSWORD = "changeit";
  private static final int BACKLOG = 50;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final URI database;
  private final Path folder;
  private final SSLServerSocket server;

  private TlsEndpoint(URI database, Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    this.database = database;
    this.folder = folder;
    server =
        (SSLServerSocket)
            context()
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Starts in front of a database. */
  static TlsEndpoint to(URI database)
      throws IOException, GeneralSecurityException, InterruptedException {
    return new TlsEndpoint(database, Files.createTempDirectory("tls-endpoint-"));
  }

  private SSLContext context() throws IOException, GeneralSecurityException, InterruptedException {
    var own = folder.resolve("own.p12");
    var certificate = folder.resolve("certificate");
    keytool(
        "-genkeypair", own, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
    keytool("-exportcert", own, "-file", certificate.toString());
    keytool("-importcert", trusted(), "-file", certificate.toString(), "-noprompt");
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(own.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private Path trusted() {
    return folder.resolve("trusted.p12");
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
    var output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("keytool failed: " + output);
    }
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException _) {
      // The endpoint was closed.
    }
  }

  private void serve(Socket client) {
    try (client;
        var table = new Socket(database.getHost(), database.getPort())) {
      client.setTcpNoDelay(true);
      table.setTcpNoDelay(true);
      connections.add(client);
      threads.execute(() -> copy(table, client));
      client.getInputStream().transferTo(table.getOutputStream());
    } catch (IOException _) {
      // Either side has closed the connection.
    } finally {
      connections.remove(client);
    }
  }

  private static void copy(Socket from, Socket to) {
    try (to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // Either side has closed the connection.
    }
  }

  /** Closes all open connections, as DynamoDB does with those that a snapshot still holds. */
  void dropConnections() throws IOException {
    for (var connection : connections) {
      connection.close();
    }
  }

  /** Returns the address for clients. */
  URI uri() {
    return URI.create("https://localhost:" + server.getLocalPort());
  }

  /** Returns the options of a JVM that trusts this endpoint. */
  String options() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(trusted(), PASSWORD);
  }

  @Override
  public void close() throws IOException {
    server.close();
    dropConnections();
    threads.shutdownNow();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
