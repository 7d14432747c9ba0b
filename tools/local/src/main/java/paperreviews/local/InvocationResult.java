package paperreviews.local;

/** How an invocation of a function ended. */
public sealed interface InvocationResult {
  /**
   * The function answered.
   *
   * @param payload its answer, JSON as a rule
   */
  record Success(String payload) implements InvocationResult {}

  /**
   * The function threw, exited, did not start or answered too much.
   *
   * @param payload JSON with {@code errorType} and {@code errorMessage}
   */
  record FunctionError(String payload) implements InvocationResult {}

  /** The function took longer than its timeout, and its process was killed. */
  record TimedOut() implements InvocationResult {}
}
