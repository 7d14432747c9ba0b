package paperreviews.api;

/** The format of an answer about papers. */
public enum Format {
  /** A JSON object. */
  JSON,
  /** References for a bibliography, see {@link BibTex}. */
  BIBTEX;

  /** Returns the format that the parameter {@code format} names, or else JSON. */
  public static Format read(Parameters parameters) {
    return parameters.choice("format", values()).orElse(JSON);
  }
}
