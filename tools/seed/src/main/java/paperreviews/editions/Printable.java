package paperreviews.editions;

/** Texts from files and servers as they may be printed to a terminal or a log. */
public final class Printable {
  private Printable() {}

  /**
   * Returns a text on one line, with an escape such as {@code \u001B} in place of each control,
   * format or line-separator character, which could otherwise forge lines or change the terminal.
   */
  public static String of(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (isPrintable(character)) {
                printable.appendCodePoint(character);
              } else {
                for (char half : Character.toChars(character)) {
                  printable.append("\\u%04X".formatted((int) half));
                }
              }
            });
    return printable.toString();
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Returns a text, cut after so many characters. */
  public static String shortened(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
  }
}
