package paperreviews.model;

import static java.util.Objects.requireNonNull;

/**
 * A text in Japanese and in English.
 *
 * @param ja the Japanese text, empty where there is none
 * @param en the English text, empty where there is none
 */
public record Bilingual(String ja, String en) {
  /** Refuses null: a missing text is an empty one. */
  public Bilingual {
    requireNonNull(ja);
    requireNonNull(en);
  }
}
