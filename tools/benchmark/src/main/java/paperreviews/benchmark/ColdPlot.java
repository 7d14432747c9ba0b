package paperreviews.benchmark;

import java.util.List;
import java.util.Map;

/** The starts as bars: until ready, then the first request, with the spread over all. */
final class ColdPlot {
  private static final int WIDTH = 760;
  private static final int LEFT = 130;
  private static final int RIGHT = 150;
  private static final int ROW = 40;
  private static final int BAR = 22;

  private ColdPlot() {}

  static String of(Map<String, Object> figures) {
    var subjects = (List<?>) figures.get("subjects");
    double most = 0;
    for (var subject : subjects) {
      most = Math.max(most, number(subject, "startToFirstAnswerMs", "most"));
    }
    double scale = (WIDTH - LEFT - RIGHT) / most;
    var svg = new Svg(WIDTH, 60 + ROW * subjects.size());
    svg.text(
        10,
        20,
        "start",
        "Start to first answer, median of %s starts (line: least to most). %s, %s"
            .formatted(figures.get("starts"), figures.get("date"), figures.get("machine")));
    int y = 40;
    for (var subject : subjects) {
      double ready = number(subject, "readyMs", "median") * scale;
      double whole = number(subject, "startToFirstAnswerMs", "median") * scale;
      double middle = y + BAR / 2.0;
      double least = number(subject, "startToFirstAnswerMs", "least") * scale;
      double spread = number(subject, "startToFirstAnswerMs", "most") * scale;
      svg.text(LEFT - 8, middle + 4, "end", ((Map<?, ?>) subject).get("name").toString())
          .box(LEFT, y, ready, BAR, "#4878a8")
          .box(LEFT + ready, y, Math.max(0, whole - ready), BAR, "#e08a3c")
          .line(LEFT + least, middle, LEFT + spread, middle, "#222", 1)
          .text(
              LEFT + spread + 8,
              middle + 4,
              "start",
              "%.0f ms, %.1f × floor"
                  .formatted(
                      number(subject, "startToFirstAnswerMs", "median"),
                      ((Number) ((Map<?, ?>) subject).get("toFloor")).doubleValue()));
      y += ROW;
    }
    svg.box(LEFT, y, 12, 12, "#4878a8")
        .text(LEFT + 18, y + 11, "start", "until ready for requests")
        .box(LEFT + 200, y, 12, 12, "#e08a3c")
        .text(LEFT + 218, y + 11, "start", "first request");
    return svg.toString();
  }

  private static double number(Object subject, String figure, String of) {
    return ((Number) ((Map<?, ?>) ((Map<?, ?>) subject).get(figure)).get(of)).doubleValue();
  }
}
