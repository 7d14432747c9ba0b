package paperreviews.editions;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Reports how far a long task is. */
abstract sealed class Progress implements AutoCloseable {
  final PrintStream out;
  final int total;
  final String what;

  private Progress(PrintStream out, int total, String what) {
    this.out = out;
    this.total = total;
    this.what = what;
  }

  /** Returns a bar for a terminal, and lines for a file or a log. */
  @SuppressWarnings("ReferenceEquality") // Only this one stream may be a terminal.
  static Progress of(PrintStream out, int total, String what) {
    var console = System.console();
    return out == System.out && console != null && console.isTerminal()
        ? new Bar(out, total, what, System::nanoTime)
        : new Lines(out, total, what);
  }

  /** Reports that so many are done. */
  abstract void reached(int count);

  /** Ends it, whether all was done or not. */
  @Override
  public abstract void close();

  /** Some ten lines, however long it takes, and fewer for a short task. */
  static final class Lines extends Progress {
    private static final int LINES = 10;
    private static final int MIN_STEP = 25;
    private int reported;

    Lines(PrintStream out, int total, String what) {
      super(out, total, what);
    }

    @Override
    synchronized void reached(int count) {
      boolean isDue = count - reported >= MIN_STEP && (long) (count - reported) * LINES >= total;
      if (count == total || isDue) {
        out.printf("  %,d of %,d %s%n", count, total, what);
        reported = count;
      }
    }

    @Override
    public void close() {}
  }

  /** One line that is written over and over: a bar, the rate, and the time that is left. */
  static final class Bar extends Progress {
    private static final int WIDTH = 16;
    private static final long PAUSE = 100_000_000;
    private static final double SECOND = 1_000_000_000;

    private final LongSupplier nanoTime;
    private final long started;
    private long reported;
    private boolean begun;

    Bar(PrintStream out, int total, String what, LongSupplier nanoTime) {
      super(out, total, what);
      this.nanoTime = nanoTime;
      this.started = nanoTime.getAsLong();
    }

    @Override
    synchronized void reached(int count) {
      long now = nanoTime.getAsLong();
      if (begun && count < total && now - reported < PAUSE) {
        return;
      }
      begun = true;
      reported = now;
      int filled = (int) ((long) count * WIDTH / total);
      var bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
      double perSecond = count * SECOND / Math.max(1, now - started);
      var left = count == total ? "" : ", " + time((total - count) / perSecond) + " left";
      // Returns to the start of the line, and erases the rest of it.
      out.printf(
          "\r  [%s] %,d of %,d %s, %,.0f/s%s\u001b[K", bar, count, total, what, perSecond, left);
      out.flush();
    }

    private static String time(double seconds) {
      return seconds < 90 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
    }

    @Override
    public synchronized void close() {
      if (begun) {
        out.println();
      }
    }
  }
}
