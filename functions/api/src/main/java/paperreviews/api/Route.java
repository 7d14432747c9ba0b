package paperreviews.api;

/** What a function does for one path of the template. */
@FunctionalInterface
public interface Route {
  /**
   * Parses a request.
   *
   * @throws ProblemException if the request is invalid
   */
  Query parse(Request request);
}
