package paperreviews.api;

import java.util.Map;

/** What an answer says. */
public sealed interface Body {
  /**
   * A JSON object.
   *
   * @param fields its fields, in order; the edition's id is put before them
   */
  record Json(Map<String, Object> fields) implements Body {}

  /**
   * A text that is sent as it is.
   *
   * @param mediaType its media type, for the header {@code Content-Type}
   * @param text the text
   */
  record Text(String mediaType, String text) implements Body {}
}
