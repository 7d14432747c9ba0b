package paperreviews.api;

/** The form of an answer that tells of papers. */
public enum Format {
  /** A JSON object. */
  JSON,
  /** References for a bibliography, see {@link BibTex}. */
  BIBTEX;

  /**
   * The form that the parameter {@code format} names, or else the one that {@code Accept} prefers.
   * A client that accepts neither gets JSON, as RFC 9110, section 12.4.1, allows: many send what
   * they do not mean.
   */
  public static Format read(Parameters parameters, Request request) {
    return parameters.choice("format", values()).orElseGet(() -> accepted(request));
  }

  private static Format accepted(Request request) {
    var accept = QualityValues.read(request.headers().getOrDefault("accept", ""));
    double bibTex = accept.of(BibTex.MEDIA_TYPE);
    boolean preferred =
        accept.names("application/json")
            ? bibTex > accept.of("application/json")
            : bibTex > 0 && bibTex >= accept.of("application/*", "*/*");
    return preferred ? BIBTEX : JSON;
  }
}
