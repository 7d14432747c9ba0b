package paperreviews.local;

import java.util.Optional;

/** Takes the requests that the HTTP API has answered; called from several threads. */
@FunctionalInterface
public interface RequestLog {
  /** Takes one request. */
  void handled(Request request);

  /**
   * A request that was answered.
   *
   * @param id the request's id, as the function logs it
   * @param target path and query as they were sent, percent-encoded
   * @param error what went wrong in a function that did not answer itself
   */
  record Request(
      String id,
      String method,
      String target,
      int status,
      long milliseconds,
      Optional<String> error) {}
}
