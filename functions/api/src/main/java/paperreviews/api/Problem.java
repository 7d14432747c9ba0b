package paperreviews.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why there is no successful answer: a problem document (RFC 9457).
 *
 * @param status the HTTP status
 * @param type the last part of the problem's type, a relative reference
 * @param title what is wrong in general
 * @param detail what is wrong here and how to mend it; empty where nothing can be told
 * @param errors the faulty parameters
 * @param headers headers that go with it
 */
public record Problem(
    int status,
    String type,
    String title,
    String detail,
    List<ParameterError> errors,
    Map<String, String> headers) {

  /**
   * What is wrong with one parameter.
   *
   * @param parameter its name
   * @param detail what is wrong and how to mend it
   */
  public record ParameterError(String parameter, String detail) {
    private Map<String, Object> body() {
      var body = new LinkedHashMap<String, Object>();
      body.put("parameter", parameter);
      body.put("detail", detail);
      return body;
    }
  }

  /** The methods that every resource knows. */
  static final String ALLOWED = "GET, HEAD, OPTIONS";

  private static Problem of(int status, String type, String title, String detail) {
    return new Problem(status, type, title, detail, List.of(), Map.of());
  }

  static Problem badEvent() {
    return of(
        400,
        "bad-event",
        "The event is not an API Gateway request",
        "The event is not a JSON object. Send one in payload format 2.0; the folder events/ has some.");
  }

  static Problem badPath() {
    return of(
        400,
        "bad-path",
        "The path cannot be read",
        "The path holds characters that are not valid UTF-8. Percent-encode it (RFC 3986).");
  }

  /** Faulty query parameters. */
  public static Problem badParameters(List<ParameterError> errors) {
    return new Problem(
        400,
        "bad-parameters",
        "The query parameters are faulty",
        "See \"errors\" for each faulty parameter and how to mend it.",
        List.copyOf(errors),
        Map.of());
  }

  static Problem unknownRoute(String path) {
    return of(
        404,
        "unknown-route",
        "There is nothing at this address",
        "Nothing answers at \"%s\". Try /sections, /sections/{sectionId}, /papers, /papers?q=…, /papers/{paperId}, /papers/{paperId}/related, /suggestions?q=…, /feed or /openapi.json."
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
  public static Problem sectionToSearchIn(String id) {
    return new Problem(
        404,
        "unknown-section",
        "There is no such section",
        noSection(id),
        List.of(new ParameterError("section", noSection(id))),
        Map.of());
  }

  /** No article has this id, which the parameter {@code article} gave. */
  public static Problem articleToSearchIn(String id) {
    var detail =
        "No article has the id \"%s\". GET /sections lists all of them.".formatted(shortened(id));
    return new Problem(
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
    return new Problem(
        405,
        "method-not-allowed",
        "The method is not allowed",
        "%s is not allowed here. Use GET or HEAD.".formatted(shortened(method)),
        List.of(),
        Map.of("allow", ALLOWED));
  }

  /** A cursor of an edition that is no longer the current one. */
  public static Problem staleCursor() {
    return of(
        410,
        "stale-cursor",
        "The cursor's edition is no longer current",
        "The catalogue has been published anew since this cursor was made. Start again without \"cursor\".");
  }

  static Problem internal() {
    return of(500, "internal", "Something went wrong here", "");
  }

  static Problem nothingPublished() {
    return new Problem(
        503,
        "nothing-published",
        "Nothing has been published yet",
        "The table holds no edition. Publish one: ./seed publish reviews --stack NAME",
        List.of(),
        Map.of("retry-after", "30"));
  }

  static Problem tableUnavailable() {
    return new Problem(
        503,
        "table-unavailable",
        "The table does not answer",
        "The reviews cannot be read at the moment. Try again after the seconds in Retry-After.",
        List.of(),
        Map.of("retry-after", "2"));
  }

  /** The fields of the problem document, in order. */
  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "/problems/" + type);
    body.put("title", title);
    body.put("status", status);
    if (!detail.isEmpty()) {
      body.put("detail", detail);
    }
    if (!errors.isEmpty()) {
      body.put("errors", errors.stream().map(ParameterError::body).toList());
    }
    return body;
  }

  /** Keeps what a client sent from swelling an answer. */
  static String shortened(String text) {
    var end = text.offsetByCodePoints(0, Math.min(100, text.codePointCount(0, text.length())));
    return end == text.length() ? text : text.substring(0, end) + "…";
  }
}
