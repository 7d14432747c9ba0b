package paperreviews.template;

/**
 * A route of the HTTP API.
 *
 * @param method an HTTP method in upper case, or {@code ANY}
 * @param path a path such as {@code /papers/{paperId}}, or {@code $default}
 */
public record Route(String method, String path) {
  /** The path of the route that takes what no other route does. */
  public static final String DEFAULT = "$default";

  /**
   * Returns the key as API Gateway writes it: {@code ANY /papers/{paperId}}, or {@code $default}.
   */
  public String key() {
    return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
  }
}
