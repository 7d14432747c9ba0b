package paperreviews.seed;

import java.io.PrintStream;

/** Tells how far a long task is: some ten times, however long it is. */
final class Progress {
  private static final int LINES = 10;

  private final PrintStream out;
  private final int total;
  private final String what;
  private int told;

  Progress(PrintStream out, int total, String what) {
    this.out = out;
    this.total = total;
    this.what = what;
  }

  /** Notes that so many are done, and tells it if that is a tenth more than told before, or all. */
  void reached(int count) {
    if (count == total || (long) (count - told) * LINES >= total) {
      out.printf("  %,d of %,d %s%n", count, total, what);
      told = count;
    }
  }
}
