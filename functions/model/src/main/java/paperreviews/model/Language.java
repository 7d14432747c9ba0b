package paperreviews.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A language of reviews. */
public enum Language {
  /** Japanese, the reviewers' own. */
  JA,
  /** English. */
  EN;

  /** Returns the language tag of BCP 47: {@code ja} or {@code en}. */
  @JsonValue
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the other language. */
  public Language other() {
    return this == JA ? EN : JA;
  }

  /** Returns the text in this language, empty if it is missing. */
  public String of(Bilingual text) {
    return this == JA ? text.ja() : text.en();
  }
}
