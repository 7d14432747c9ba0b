package paperreviews.benchmark;

import java.util.Locale;

/** A drawing, written shape by shape. Lengths are in pixels, from the upper left corner. */
final class Svg {
  private final StringBuilder shapes = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A rectangle with its upper left corner at x and y. */
  Svg box(double x, double y, double width, double height, String color) {
    return add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, width, height, color);
  }

  Svg line(double fromX, double fromY, double toX, double toY, String color, double thickness) {
    return add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
        fromX, fromY, toX, toY, color, thickness);
  }

  Svg dot(double x, double y, String color) {
    return add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, color);
  }

  /**
   * A text whose base line goes through y.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}: what of it lies at x
   */
  Svg text(double x, double y, String anchor, String text) {
    return add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text));
  }

  private Svg add(String shape, Object... values) {
    shapes.append("  ").append(String.format(Locale.ROOT, shape, values)).append('\n');
    return this;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** The whole file. */
  @Override
  public String toString() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%1$d" height="%2$d" \
    font-family="sans-serif" font-size="12" fill="#222">
      <rect width="100%%" height="100%%" fill="#fff"/>
    %s</svg>
    """
        .formatted(width, height, shapes);
  }
}
