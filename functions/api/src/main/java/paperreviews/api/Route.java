package paperreviews.api;

/** What a function does with the requests for one resource. */
@FunctionalInterface
public interface Route {
  /**
   * Reads a request, before any table is asked.
   *
   * @throws Refusal if the request is faulty
   */
  Question read(Request request);
}
