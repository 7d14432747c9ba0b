package paperreviews.api;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import paperreviews.model.Edition;
import paperreviews.model.Sha256;

/**
 * A strong entity tag (RFC 9110, section 8.8.3), made of the edition and of the request: both
 * together settle the answer, so the tag is known before the answer is.
 *
 * @param header the tag as it stands in a header, in quotes
 */
record EntityTag(String header) {
  private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

  /** The form of the answers: another version of the function may answer in another form. */
  private static final String VERSION =
      System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "");

  /** The tag of what an edition answers, in the form that was chosen if there is a choice. */
  static EntityTag of(Edition edition, Request request, Optional<Format> format) {
    var asked =
        String.join(
            "\n",
            VERSION,
            edition.id(),
            request.resource(),
            request.path(),
            new TreeMap<>(request.pathParameters()).toString(),
            request.query(),
            format.map(Format::name).orElse(""));
    return new EntityTag("\"%s-%s\"".formatted(edition.id(), hash(asked)));
  }

  /** The tag of a text that no edition changes. */
  static EntityTag of(Body.Text text) {
    return new EntityTag("\"%s\"".formatted(hash(text.text())));
  }

  private static String hash(String text) {
    var hash = Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  /** The tag of the same answer compressed: other bytes, and so another strong tag. */
  EntityTag compressed() {
    return new EntityTag(header.replaceFirst("\"$", "-gzip\""));
  }

  /**
   * Whether the client has this answer, by its {@code If-None-Match}: compared weakly, as RFC 9110,
   * section 13.1.2, asks. {@code *} is answered elsewhere, as it needs to know of an answer.
   */
  boolean matches(String ifNoneMatch) {
    return TAG.matcher(ifNoneMatch).results().anyMatch(tag -> tag.group().equals(header));
  }
}
