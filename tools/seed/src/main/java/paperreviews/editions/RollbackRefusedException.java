package paperreviews.editions;

/** There is nothing to roll back to. Its message says why, and what to do. */
public final class RollbackRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  RollbackRefusedException(String message) {
    super(message);
  }
}
