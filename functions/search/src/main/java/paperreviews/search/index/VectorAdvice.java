package paperreviews.search.index;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Lucene's warning that vectors would be faster with another flag; there are no vectors here. */
final class VectorAdvice {
  // Held here, since java.util.logging itself keeps a logger and its level only weakly.
  private static final Logger LOGGER =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private VectorAdvice() {}

  /** To be called before anything of Lucene is. */
  static void silence() {
    LOGGER.setLevel(Level.SEVERE);
  }
}
