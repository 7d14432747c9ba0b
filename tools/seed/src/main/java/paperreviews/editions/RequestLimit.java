package paperreviews.editions;

/**
 * How many requests may run at once: one more after each round without trouble, half as many once
 * the table says that it is too much, as TCP does it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5681">RFC 5681, additive increase and
 *     multiplicative decrease</a>
 */
final class RequestLimit {
  private static final int FIRST = 4;

  private final int most;
  private double limit;
  private int running;
  private int cuts;

  /** At most so many, and four at first. */
  RequestLimit(int most) {
    this.most = most;
    this.limit = Math.min(FIRST, most);
  }

  /** Waits until another request may start, and gives what {@link #throttled} asks for. */
  synchronized int start() throws InterruptedException {
    while (running >= (int) limit) {
      wait();
    }
    running++;
    return cuts;
  }

  /** A request ended well. */
  synchronized void succeeded() {
    limit = Math.min(most, limit + 1 / limit);
    end();
  }

  /** A request was too much. Those that ran at the same time say the same, and count once. */
  synchronized void throttled(int cutsAtStart) {
    if (cutsAtStart == cuts) {
      limit = Math.max(1, limit / 2);
      cuts++;
    }
    end();
  }

  /** A request failed for a reason that is not the table's load. */
  synchronized void failed() {
    end();
  }

  private void end() {
    running--;
    notifyAll();
  }

  /** How many may run now. */
  synchronized int current() {
    return (int) limit;
  }
}
