package paperreviews.importer;

import java.util.List;

/** An article that cannot be imported as it is. */
final class UnreadableArticleException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Remark> reasons;

  UnreadableArticleException(List<Remark> reasons) {
    super(reasons.toString());
    this.reasons = List.copyOf(reasons);
  }

  /** What could not be placed and how to fix it, at least one, in the order of lines. */
  List<Remark> reasons() {
    return reasons;
  }
}
