package paperreviews.dynamodb;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import paperreviews.template.Template;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local, in memory, and on the loopback interface by default. Its tables do not depend on
 * a client's region or credentials, and are gone when it is closed.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
  // Held here, since java.util.logging itself keeps a logger and its level only weakly.
  private static final Logger SQLITE_LOGGER = Logger.getLogger("com.almworks.sqlite4java");

  private final Server server;
  private final LocalDynamoDBServerHandler handler;
  private final InetAddress address;
  private final URI endpoint;
  private final DynamoDbClient client;

  private EmbeddedDynamoDb(
      Server server, LocalDynamoDBServerHandler handler, InetAddress address, int port) {
    this.server = server;
    this.handler = handler;
    this.address = address;
    var reachable = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    this.endpoint = URI.create("http://" + reachable.getHostAddress() + ":" + port);
    this.client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(Template.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    // A proxy of the environment could not reach it.
                    .proxyConfiguration(
                        proxies ->
                            proxies
                                .useEnvironmentVariablesValues(false)
                                .useSystemPropertyValues(false)))
            .build();
  }

  /**
   * Starts on any free port of the loopback interface.
   *
   * @throws IOException if it cannot be started
   */
  public static EmbeddedDynamoDb start() throws IOException {
    return start(InetAddress.getLoopbackAddress(), 0);
  }

  /**
   * Starts on the given port; its own command-line server would listen on every interface.
   *
   * @param address the address to listen on
   * @param port the port, or 0 for any free one
   * @throws BindException if the port is in use
   * @throws IOException if it cannot be started
   */
  public static EmbeddedDynamoDb start(InetAddress address, int port) throws IOException {
    SQLITE_LOGGER.setLevel(Level.OFF);
    boolean inMemory = true;
    String databasePath = null;
    boolean sharedDb = true;
    boolean delayTransientStatuses = false;
    // Telemetry is set up by the command-line server alone, which is left out here.
    var handler =
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(
                0, inMemory, databasePath, sharedDb, delayTransientStatuses),
            null);
    var server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost(address.getHostAddress());
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new HostCheck(new ContextHandler(handler)));
    try {
      server.start();
    } catch (Exception e) {
      handler.close();
      throw cause(e, BindException.class) instanceof BindException inUse
          ? inUse
          : new IOException("DynamoDB Local did not start: " + e.getMessage(), e);
    }
    return new EmbeddedDynamoDb(server, handler, address, connector.getLocalPort());
  }

  /** Returns a client that is closed together with this database. */
  public DynamoDbClient client() {
    return client;
  }

  /** Returns whether other machines may reach it. */
  public boolean isOpen() {
    return !address.isLoopbackAddress();
  }

  /** Returns the address for other clients; any region and any credentials will do. */
  public URI endpoint() {
    return endpoint;
  }

  /** Creates a table as the template defines it, ready for use. */
  public void createTable(CreateTableRequest definition, String tableName) {
    client.createTable(definition.toBuilder().tableName(tableName).build());
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop", e);
    } finally {
      handler.close();
    }
  }

  private static <T extends Throwable> Throwable cause(Throwable thrown, Class<T> type) {
    var cause = thrown;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
