package paperreviews.local;

/** Takes what functions print, to either stream; called from several threads. */
@FunctionalInterface
public interface FunctionLog {
  /**
   * Takes one line.
   *
   * @param functionName the function's logical id
   * @param line the line, without its end
   */
  void line(String functionName, String line);
}
