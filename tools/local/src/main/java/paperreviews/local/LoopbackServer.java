package paperreviews.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import paperreviews.dynamodb.HostCheck;

/**
 * An HTTP server on the loopback interface with a virtual thread for each request. The JDK's own
 * refuses paths and queries that API Gateway takes, such as UTF-8 without escapes.
 */
final class LoopbackServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;

  private LoopbackServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Takes the port; requests wait until the server is started.
   *
   * @param port the port, or 0 for any free one
   * @param errors answers requests that do not reach the handler
   * @throws BindException if the port is in use
   */
  static LoopbackServer bind(
      int port, HttpConfiguration configuration, Handler handler, Request.Handler errors)
      throws IOException {
    var server = new Server(new VirtualThreadPool());
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    // A function may take as long as it may; the gateway ends what takes too long.
    connector.setIdleTimeout(-1);
    server.addConnector(connector);
    server.setHandler(new HostCheck(handler));
    server.setErrorHandler(errors);
    try {
      connector.open();
    } catch (IOException e) {
      // Jetty wraps it, to name the address.
      throw e.getCause() instanceof BindException inUse ? inUse : e;
    }
    return new LoopbackServer(server, connector);
  }

  void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("The HTTP server did not start: " + e.getMessage(), e);
    }
  }

  URI address() {
    return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server did not stop", e);
    } finally {
      connector.close();
    }
  }
}
