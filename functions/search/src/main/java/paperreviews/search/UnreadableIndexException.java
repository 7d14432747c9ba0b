package paperreviews.search;

import paperreviews.model.Edition;
import paperreviews.store.UnreadableEditionException;

/** The search index of an edition is not in the table as it was written. */
public final class UnreadableIndexException extends UnreadableEditionException {
  private static final long serialVersionUID = 1;

  UnreadableIndexException(Edition edition, String reason) {
    super("The search index of edition %s cannot be read: %s.".formatted(edition.id(), reason));
  }
}
