package paperreviews.model;

import java.util.Locale;

/** A language of reviews. */
public enum Language {
  /** Japanese, the reviewers' own. */
  JA,
  /** English. */
  EN;

  /** The language as BCP 47 writes it: {@code ja} or {@code en}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other language. */
  public Language other() {
    return this == JA ? EN : JA;
  }

  /** The text in this language, empty where there is none. */
  public String of(Bilingual text) {
    return this == JA ? text.ja() : text.en();
  }
}
