package paperreviews.http;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A successful answer.
 *
 * @param body the fields of the JSON object, in order; the edition's id is put before them
 * @param next the address of the next page, relative to the origin
 * @param hits how many papers were found, for the log
 * @param query what was searched for, for the log where nothing was found
 */
public record Answer(
    Map<String, Object> body, Optional<String> next, OptionalInt hits, Optional<String> query) {
  /** An answer that has no pages and counts nothing. */
  public static Answer of(Map<String, Object> body) {
    return new Answer(body, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }
}
