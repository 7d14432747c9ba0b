package paperreviews.store;

/** The table did not answer, or refused to answer, after all retries. */
public final class TableUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
