package paperreviews.api;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A successful answer.
 *
 * @param body what it says
 * @param next the address of the next page, relative to the origin
 * @param hits how many papers were found, for the log
 * @param query what was searched for, for the log where nothing was found
 */
public record Answer(Body body, Optional<String> next, OptionalInt hits, Optional<String> query) {
  /** A JSON object with these fields, that has no pages and counts nothing. */
  public static Answer of(Map<String, Object> fields) {
    return of(new Body.Json(fields));
  }

  /** A text, that has no pages and counts nothing. */
  public static Answer text(String mediaType, String text) {
    return of(new Body.Text(mediaType, text));
  }

  private static Answer of(Body body) {
    return new Answer(body, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }
}
