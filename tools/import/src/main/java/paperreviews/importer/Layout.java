package paperreviews.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The lines of an article, what in them may be a title, and what is to be said of them. Lines are
 * meant by their indices; what is said counts them from one.
 */
final class Layout {

  private static final Pattern RULE =
      Pattern.compile("(?:[-=_*—―─━~・.]" + ArticleText.SPACE + "*){3,}");

  private static final Pattern IMAGE =
      Pattern.compile("(?:!\\[[^\\]]*]\\([^)]*\\)" + ArticleText.SPACE + "*)+");

  private final List<String> lines;

  private final List<Remark> refusals = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();

  /** What may be a title, by the index of its line. */
  private final NavigableMap<Integer, Headline> headlines = new TreeMap<>();

  /** Where the closing part begins. */
  private int closing;

  Layout(List<String> lines) {
    this.lines = lines;
    this.closing = lines.size();
    for (int at = 0; at < lines.size(); at++) {
      Headline.of(at, lines.get(at)).ifPresent(title -> headlines.put(title.at(), title));
    }
  }

  List<String> lines() {
    return lines;
  }

  NavigableMap<Integer, Headline> headlines() {
    return headlines;
  }

  int closing() {
    return closing;
  }

  void closeAt(int at) {
    closing = at;
  }

  boolean isRefused() {
    return !refusals.isEmpty();
  }

  /** The warnings so far, in the order of lines. */
  List<Remark> warnings() {
    return warnings.stream().sorted(Comparator.comparingInt(Remark::line)).toList();
  }

  void stopIfRefused() throws UnreadableArticleException {
    if (!refusals.isEmpty()) {
      refusals.sort(Comparator.comparingInt(Remark::line));
      throw new UnreadableArticleException(refusals);
    }
  }

  void refuse(int at, String why) {
    refusals.add(new Remark(at + 1, why));
  }

  void refuseWhole(String why) {
    refusals.add(new Remark(0, why));
  }

  void warnOfWhole(String what) {
    warnings.add(new Remark(0, what));
  }

  void warn(int at, String what) {
    warnings.add(new Remark(at + 1, what));
  }

  boolean isBlank(int at) {
    return at < 0 || at >= lines.size() || lines.get(at).isEmpty();
  }

  /** The first line from one on that is not empty; the end, if all are. */
  int nextText(int from, int end) {
    int at = from;
    while (at < end && isBlank(at)) {
      at++;
    }
    return at;
  }

  /** The line below a title; a figure may stand in between. */
  int belowTitle(int title) {
    int at = nextText(title + 1, lines.size());
    while (at < lines.size() && isImage(at)) {
      at = nextText(at + 1, lines.size());
    }
    return at;
  }

  String line(int at) {
    return lines.get(at);
  }

  /** A line without the marks and the number of a title. */
  String words(int at) {
    var title = headlines.get(at);
    return title == null ? ArticleText.strip(line(at)) : title.title();
  }

  boolean isRule(int at) {
    return RULE.matcher(ArticleText.strip(line(at))).matches();
  }

  boolean isImage(int at) {
    return IMAGE.matcher(ArticleText.strip(line(at))).matches();
  }

  /** What may be a title between two lines. */
  List<Headline> titlesBetween(int from, int to) {
    return from >= to
        ? List.of()
        : headlines.subMap(from, false, to, false).values().stream()
            .filter(title -> !title.doubtful())
            .toList();
  }

  /** Whether Markdown or empty lines part a title from the text. */
  boolean standsAlone(Headline title) {
    return title.level() > 0 || isBlank(title.at() - 1) && isBlank(title.at() + 1);
  }

  boolean hasUnfinishedAddress(Headline title) {
    int below = belowTitle(title.at());
    return below < lines.size() && AddressLine.isUnfinished(line(below));
  }

  String withoutAddress(Headline title) {
    if (hasUnfinishedAddress(title)) {
      int below = belowTitle(title.at());
      return "“%s” has an address on line %d that is not whole: %s; write it with https://"
          .formatted(shortened(title.title()), below + 1, ArticleText.strip(line(below)));
    }
    return "“%s” looks like a paper's title, but no address stands on the next line; write it there"
        .formatted(shortened(title.title()));
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 80
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 80)) + "…";
  }
}
