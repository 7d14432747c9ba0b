package paperreviews.seed;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Locale;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/**
 * The proxies of the environment ({@code HTTPS_PROXY}, {@code NO_PROXY}) and of Java's system
 * properties.
 */
final class Proxies {
  /** No proxy, whatever the environment says: a proxy cannot reach a server on this machine. */
  static final ProxyConfiguration NONE =
      ProxyConfiguration.builder()
          .useEnvironmentVariablesValues(false)
          .useSystemPropertyValues(false)
          .build();

  private Proxies() {}

  /** Returns the proxy for an address, as the AWS SDK chooses it for requests to AWS. */
  static ProxySelector of(URI address) {
    var proxy = ProxyConfiguration.builder().scheme(address.getScheme()).build();
    var host = address.getHost().toLowerCase(Locale.ROOT);
    boolean direct = proxy.host() == null || proxy.nonProxyHosts().stream().anyMatch(host::matches);
    return direct
        ? HttpClient.Builder.NO_PROXY
        : ProxySelector.of(new InetSocketAddress(proxy.host(), proxy.port()));
  }
}
