package paperreviews.seed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The rules for addresses in review files. */
public final class WebAddress {
  private WebAddress() {}

  /** Whether a text is an absolute http or https address. */
  public static boolean isAddress(String text) {
    try {
      var uri = new URI(text);
      return host(uri).isPresent()
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /** The host of an address in small letters. Java knows of none with an underscore; there are. */
  public static Optional<String> host(URI uri) {
    return Optional.ofNullable(uri.getHost())
        .or(
            () ->
                Optional.ofNullable(uri.getRawAuthority())
                    .map(authority -> authority.replaceFirst(":[0-9]{1,5}$", ""))
                    .filter(authority -> authority.matches("[A-Za-z0-9._-]+")))
        .map(host -> host.toLowerCase(Locale.ROOT));
  }
}
