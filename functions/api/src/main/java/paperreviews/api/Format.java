package paperreviews.api;

/** The format of an answer about papers. */
public enum Format {
  /** A JSON object. */
  JSON,
  /** References for a bibliography, see {@link BibTex}. */
  BIBTEX;

  /**
   * Returns the format that the parameter {@code format} names, or else the one that {@code Accept}
   * prefers. A client that accepts neither gets JSON, as RFC 9110, section 12.4.1, allows: many
   * clients send a careless {@code Accept}.
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
