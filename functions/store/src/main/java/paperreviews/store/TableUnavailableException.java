package paperreviews.store;

/** The table did not answer, or not as it should, however often it was asked. */
public final class TableUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
