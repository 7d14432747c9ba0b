package paperreviews.seed;

import paperreviews.editions.Printable;

/**
 * Something that is wrong with a review file.
 *
 * @param file the file's name
 * @param line the line, counted from one; zero for the file as a whole
 * @param what what is wrong and how to fix it
 */
public record Fault(String file, int line, String what) {
  /** Returns the file and, if it is known, the line. */
  String place() {
    return line == 0 ? file : file + ":" + line;
  }

  /** Returns one printable line. */
  @Override
  public String toString() {
    return Printable.of(place() + ": " + what);
  }
}
