package paperreviews.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The median of a search over the number of reviews, both by powers of ten, a line an engine. */
final class LoadPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final int LEFT = 80;
  private static final int RIGHT = 170;
  private static final int TOP = 50;
  private static final int BOTTOM = 50;
  private static final double LEAST_MS = 0.01;
  private static final double MOST_MS = 10_000;
  private static final List<String> COLORS = List.of("#4878a8", "#6a9f58", "#b07aa1", "#e08a3c");

  private LoadPlot() {}

  static String of(Map<String, Object> figures) {
    var svg = new Svg(WIDTH, HEIGHT);
    var sizes = (List<?>) figures.get("sizes");
    svg.text(
        10,
        20,
        "start",
        "Median time of a search, in milliseconds, by the number of reviews. %s, %s"
            .formatted(figures.get("date"), figures.get("machine")));
    for (double ms = LEAST_MS; ms <= MOST_MS * 1.01; ms *= 10) {
      svg.line(LEFT, y(ms), WIDTH - RIGHT, y(ms), "#ddd", 1)
          .text(LEFT - 8, y(ms) + 4, "end", ms < 1 ? trimmed(ms) : "%.0f".formatted(ms));
    }
    var last = new LinkedHashMap<String, double[]>();
    double first = reviews(sizes.getFirst());
    double most = Math.max(reviews(sizes.getLast()), first * 10);
    for (var size : sizes) {
      double x = x(reviews(size), first, most);
      svg.line(x, TOP, x, HEIGHT - BOTTOM, "#eee", 1)
          .text(x, HEIGHT - BOTTOM + 20, "middle", "%,.0f".formatted(reviews(size)));
      for (var each : (List<?>) ((Map<?, ?>) size).get("engines")) {
        var engine = (Map<?, ?>) each;
        var name = engine.get("engine").toString();
        double y = y(((Number) engine.get("p50Ms")).doubleValue());
        var before = last.put(name, new double[] {x, y});
        var color = COLORS.get(List.copyOf(last.keySet()).indexOf(name) % COLORS.size());
        if (before != null) {
          svg.line(before[0], before[1], x, y, color, 2);
        }
        svg.dot(x, y, color);
      }
    }
    last.forEach((name, at) -> svg.text(at[0] + 8, at[1] + 4, "start", name));
    return svg.toString();
  }

  private static String trimmed(double ms) {
    return String.format(Locale.ROOT, "%.2f", ms).replaceFirst("0$", "");
  }

  private static double reviews(Object size) {
    return ((Number) ((Map<?, ?>) size).get("reviews")).doubleValue();
  }

  private static double x(double reviews, double first, double most) {
    double share = Math.log(reviews / first) / Math.log(most / first);
    return LEFT + 20 + share * (WIDTH - LEFT - RIGHT - 40);
  }

  private static double y(double ms) {
    double bounded = Math.clamp(ms, LEAST_MS, MOST_MS);
    double share = Math.log(bounded / LEAST_MS) / Math.log(MOST_MS / LEAST_MS);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }
}
