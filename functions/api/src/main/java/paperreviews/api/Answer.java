package paperreviews.api;

import java.util.Optional;

/** A successful answer. */
public sealed interface Answer {
  /**
   * A JSON object.
   *
   * @param body a record; the edition's id is added as its first field
   * @param next the address of the next page, relative to the origin
   * @param search what to log about a search
   */
  record Json(Object body, Optional<String> next, Optional<Search> search) implements Answer {
    /** An object without further pages. */
    public Json(Object body) {
      this(body, Optional.empty(), Optional.empty());
    }
  }

  /**
   * A text that is sent as it is.
   *
   * @param mediaType the value of {@code Content-Type}
   * @param text the text
   */
  record Text(String mediaType, String text) implements Answer {}

  /**
   * What to log about a search.
   *
   * @param query the text that was searched for; it is logged only if nothing was found
   * @param hits how many papers were found
   */
  record Search(String query, int hits) {}
}
