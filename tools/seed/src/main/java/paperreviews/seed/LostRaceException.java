package paperreviews.seed;

/** Somebody else published while this publisher was at it. */
public final class LostRaceException extends Exception {
  private static final long serialVersionUID = 1;

  LostRaceException(String edition) {
    super(
        "Somebody else has published meanwhile, so edition %s did not become current. Look at what is current, then publish again."
            .formatted(edition));
  }
}
