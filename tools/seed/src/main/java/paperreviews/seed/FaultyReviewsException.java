package paperreviews.seed;

import java.util.List;
import java.util.stream.Collectors;

/** The review files cannot be published as they are. Its message has a line for each fault. */
public final class FaultyReviewsException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  FaultyReviewsException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** All that is wrong, in the order of the files. */
  public List<Fault> faults() {
    return faults;
  }
}
