package paperreviews.editions;

/** Somebody else made another edition current while this one was at it. */
public final class LostRaceException extends Exception {
  private static final long serialVersionUID = 1;

  LostRaceException(String edition, String current) {
    super(
        "Somebody else has published meanwhile: edition %s is current, and %s did not become so. Look at what is current, then try again."
            .formatted(current, edition));
  }
}
