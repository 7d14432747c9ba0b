package paperreviews.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * A text in Japanese and in English.
 *
 * @param ja the Japanese text, empty if it is missing
 * @param en the English text, empty if it is missing
 */
@JsonInclude(Include.NON_EMPTY)
public record Bilingual(String ja, String en) {
  /** No text in either language. */
  public static final Bilingual NONE = new Bilingual("", "");

  /** Takes null for a missing text. */
  public Bilingual {
    ja = ja == null ? "" : ja;
    en = en == null ? "" : en;
  }
}
