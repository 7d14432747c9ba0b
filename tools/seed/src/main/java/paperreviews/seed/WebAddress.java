package paperreviews.seed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The rules for addresses in review files. */
public final class WebAddress {
  private static final YamlSchema SCHEMA = YamlSchema.ARTICLE.definition("address");

  private WebAddress() {}

  /** Returns whether a review file may have a text as an address. */
  public static boolean isAddress(String text) {
    return SCHEMA.accepts(text);
  }

  /** Returns the host in lower case. Java's URI has none with an underscore, though there are. */
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
