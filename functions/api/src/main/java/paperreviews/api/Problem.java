package paperreviews.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why there is no successful answer: a problem document (RFC 9457).
 *
 * @param type the problem's type, a relative reference
 * @param title what is wrong in general
 * @param status the HTTP status
 * @param detail what is wrong with this request and how to fix it, or empty
 * @param errors the invalid parameters
 * @param requestId the request's id in the log, if the log says more
 * @param headers further headers of the response
 */
@JsonInclude(Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<ParameterError> errors,
    Optional<String> requestId,
    @JsonIgnore Map<String, String> headers) {

  /** The longest part of a request that a problem repeats, in characters. */
  private static final int MAX_REPEATED_LENGTH = 100;

  /** The methods of every resource. */
  static final String ALLOWED_METHODS = "GET, HEAD, OPTIONS";

  /**
   * What is wrong with one parameter.
   *
   * @param parameter its name
   * @param detail what is wrong with it and how to fix it
   */
  public record ParameterError(String parameter, String detail) {}

  private static Problem of(int status, String name, String title, String detail) {
    return of(status, name, title, detail, List.of(), Map.of());
  }

  private static Problem of(
      int status,
      String name,
      String title,
      String detail,
      List<ParameterError> errors,
      Map<String, String> headers) {
    return new Problem(
        "/problems/" + name, title, status, detail, List.copyOf(errors), Optional.empty(), headers);
  }

  static Problem badEvent() {
    return of(
        400,
        "bad-event",
        "The event is not an API Gateway request",
        "The event is not an HTTP request in payload format 2.0. The folder events/ has examples, such as events/get-paper.json.");
  }

  static Problem badPath() {
    return of(
        400,
        "bad-path",
        "The path cannot be read",
        "The path has characters that are not valid UTF-8. Percent-encode it (RFC 3986).");
  }

  /** Invalid query parameters. */
  public static Problem badParameters(List<ParameterError> errors) {
    return of(
        400,
        "bad-parameters",
        "The query parameters are invalid",
        "See \"errors\" for each invalid parameter and how to fix it.",
        List.copyOf(errors),
        Map.of());
  }

  static Problem unknownRoute(String path) {
    return of(
        404,
        "unknown-route",
        "There is nothing at this address",
        "Nothing answers at \"%s\". Try /sections, /sections/{sectionId}, /papers, /papers?q=…, /papers/batch?ids=…, /papers/{paperId}, /papers/{paperId}/bibtex, /papers/{paperId}/related, /suggestions?q=…, /feed or /openapi.json."
            .formatted(shortened(path)));
  }

  /** No paper has this id. */
  public static Problem unknownPaper(String id) {
    return of(
        404,
        "unknown-paper",
        "There is no such paper",
        "No paper has the id \"%s\". GET /papers lists all of them; GET /papers?q=… searches."
            .formatted(shortened(id)));
  }

  /** No section has this id, which a path gave. */
  public static Problem unknownSection(String id) {
    return of(404, "unknown-section", "There is no such section", noSection(id));
  }

  /** No section has this id, which the parameter {@code section} gave. */
  public static Problem unknownSectionParameter(String id) {
    return of(
        404,
        "unknown-section",
        "There is no such section",
        noSection(id),
        List.of(new ParameterError("section", noSection(id))),
        Map.of());
  }

  /** No article has this id, which the parameter {@code article} gave. */
  public static Problem unknownArticleParameter(String id) {
    var detail =
        "No article has the id \"%s\". GET /sections lists all of them.".formatted(shortened(id));
    return of(
        404,
        "unknown-article",
        "There is no such article",
        detail,
        List.of(new ParameterError("article", detail)),
        Map.of());
  }

  private static String noSection(String id) {
    return "No section has the id \"%s\". GET /sections lists all of them."
        .formatted(shortened(id));
  }

  static Problem methodNotAllowed(String method) {
    return of(
        405,
        "method-not-allowed",
        "The method is not allowed",
        "%s is not allowed here. Use GET or HEAD.".formatted(shortened(method)),
        List.of(),
        Map.of("allow", ALLOWED_METHODS));
  }

  /** A cursor of an edition that is no longer the current one. */
  public static Problem staleCursor() {
    return of(
        410,
        "stale-cursor",
        "The cursor's edition is no longer current",
        "A new edition has been published since this cursor was created. Start again without \"cursor\".");
  }

  /** A defect; the log says more under this id. */
  static Problem internal(String requestId) {
    return new Problem(
        "/problems/internal",
        "Something went wrong here",
        500,
        "",
        List.of(),
        Optional.of(requestId),
        Map.of());
  }

  static Problem nothingPublished() {
    return of(
        503,
        "nothing-published",
        "Nothing has been published yet",
        "The table holds no edition. Publish one: ./seed publish reviews --stack NAME",
        List.of(),
        Map.of("retry-after", "30"));
  }

  static Problem tableUnavailable() {
    return of(
        503,
        "table-unavailable",
        "The table does not answer",
        "The reviews cannot be read at the moment. Try again after the seconds in Retry-After.",
        List.of(),
        Map.of("retry-after", "2"));
  }

  /** Shortens what a client sent, so that it does not inflate the answer. */
  static String shortened(String text) {
    var end =
        text.offsetByCodePoints(
            0, Math.min(MAX_REPEATED_LENGTH, text.codePointCount(0, text.length())));
    return end == text.length() ? text : text.substring(0, end) + "…";
  }
}
