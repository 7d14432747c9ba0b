package paperreviews.search.index;

/** The manifest and the chunks of a packed index do not belong together, or to this code. */
public final class UnreadableIndexException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableIndexException(String reason) {
    super(reason);
  }
}
