package paperreviews.api;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import paperreviews.model.Edition;
import paperreviews.model.Sha256;

/**
 * A strong entity tag (RFC 9110, section 8.8.3), derived from the edition and the request: together
 * they determine the answer, so the tag is known before the answer is.
 *
 * @param header the tag as a header's value, in quotes
 */
record EntityTag(String header) {
  private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

  /** Another version of the function may write the same answer differently. */
  private static final String FUNCTION_VERSION =
      System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "");

  /**
   * Returns the tag of an edition's answer to a request.
   *
   * @param negotiated what headers of the request decided
   */
  static EntityTag of(Edition edition, Request request, Optional<String> negotiated) {
    var key =
        String.join(
            "\n",
            FUNCTION_VERSION,
            edition.id(),
            request.resource(),
            request.path(),
            new TreeMap<>(request.pathParameters()).toString(),
            request.query(),
            negotiated.orElse(""));
    return new EntityTag("\"%s-%s\"".formatted(edition.id(), hash(key)));
  }

  /** Returns the tag of a text that does not depend on the edition. */
  static EntityTag of(Answer.Text text) {
    return new EntityTag("\"%s\"".formatted(hash(text.text())));
  }

  private static String hash(String text) {
    var hash = Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  /** Returns the tag of the same answer compressed: other bytes, and so another strong tag. */
  EntityTag compressed() {
    return new EntityTag(header.replaceFirst("\"$", "-gzip\""));
  }

  /**
   * Whether {@code If-None-Match} lists this tag: compared weakly, as RFC 9110, section 13.1.2,
   * demands. {@code *} does not count here: it depends on whether there is an answer.
   */
  boolean matches(String ifNoneMatch) {
    return TAG.matcher(ifNoneMatch).results().anyMatch(tag -> tag.group().equals(header));
  }
}
