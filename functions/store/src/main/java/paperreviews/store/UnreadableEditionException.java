package paperreviews.store;

/** The table does not hold an edition as it was written. */
public class UnreadableEditionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is unreadable, and why. */
  public UnreadableEditionException(String message) {
    super(message);
  }

  /** Says what is unreadable, and why. */
  public UnreadableEditionException(String message, Throwable cause) {
    super(message, cause);
  }
}
