package paperreviews.importer;

/**
 * A line of an article.
 *
 * @param at its index
 * @param kind what Markdown takes it for
 * @param level of a heading, 1 to 6; of an entry of a list, its depth from 1; otherwise 0
 * @param source the line as it is written
 * @param content what is written behind the marks of a heading or the bullet of an entry
 */
record Line(int at, Kind kind, int level, String source, Inline content) {
  /** What a line is. */
  enum Kind {
    BLANK,
    /** Of a paragraph; also an entry of a numbered list. */
    TEXT,
    BULLET,
    HEADING,
    /** Of code, a quote or a table: read as it is written. */
    VERBATIM,
    RULE,
    IMAGE
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it is neither blank nor a rule or an image. */
  boolean hasText() {
    return kind != Kind.BLANK && kind != Kind.RULE && kind != Kind.IMAGE;
  }

  String text() {
    return content.text();
  }

  /** Whether one of its links is a paper's. */
  boolean leadsToPaper() {
    return content.links().stream().anyMatch(link -> Links.isPaper(link.address()));
  }
}
