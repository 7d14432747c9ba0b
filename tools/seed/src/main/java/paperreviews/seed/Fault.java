package paperreviews.seed;

/**
 * Something that is wrong with a review file.
 *
 * @param file the file's name
 * @param line the line, counted from one; zero for the file as a whole
 * @param what what is wrong and how to mend it
 */
public record Fault(String file, int line, String what) {
  @Override
  public String toString() {
    return line == 0 ? file + ": " + what : file + ":" + line + ": " + what;
  }
}
