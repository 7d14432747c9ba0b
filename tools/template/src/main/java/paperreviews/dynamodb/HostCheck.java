package paperreviews.dynamodb;

import java.net.InetAddress;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests that were sent to the name of a site. A page of that site could otherwise have
 * its own name resolve to this machine, and read the answers as if they were its own (DNS
 * rebinding). It cannot do so with an address, or with a name that only this machine resolves.
 */
public final class HostCheck extends Handler.Wrapper {
  /** The second is this machine's name in a container. */
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "host.docker.internal");

  private static final String REFUSAL =
      """
      {"message":"The Host header must be localhost or an IP address"}""";

  /** Passes the other requests on to a handler. */
  public HostCheck(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isLocal(Request.getServerName(request))) {
      return super.handle(request, response, callback);
    }
    response.setStatus(HttpStatus.FORBIDDEN_403);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(response, true, REFUSAL, callback);
    return true;
  }

  private static boolean isLocal(String host) {
    try {
      return LOCAL_NAMES.contains(host) || InetAddress.ofLiteral(host) != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
