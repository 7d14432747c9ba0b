package paperreviews.api;

/** Ends the handling of a request with a problem. It carries no stack trace: it is no defect. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** Refuses a request for this reason. */
  public Refusal(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  /** Why the request is refused. */
  public Problem problem() {
    return problem;
  }
}
