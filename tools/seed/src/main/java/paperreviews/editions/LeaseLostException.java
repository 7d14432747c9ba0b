package paperreviews.editions;

/** A publisher was delayed for so long that its lease expired. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LeaseLostException(String edition) {
    super(
        "Edition %s was not written to for %d minutes, so others have cleaned it up. Nothing of it is visible. Publish again."
            .formatted(edition, Lease.LENGTH.toMinutes()));
  }
}
