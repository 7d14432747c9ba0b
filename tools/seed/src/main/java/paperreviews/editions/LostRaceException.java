package paperreviews.editions;

/** Another seeder made another edition current in the meantime. */
public final class LostRaceException extends Exception {
  private static final long serialVersionUID = 1;

  LostRaceException(String edition, String current) {
    super(
        "Another publish won: edition %s is current, not %s. Run ./seed editions, then try again."
            .formatted(current, edition));
  }
}
