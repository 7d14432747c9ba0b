package paperreviews.search.result;

import java.util.ArrayList;
import java.util.List;
import paperreviews.search.result.HighlightedText.Match;

/** What is shown of a marked text. */
public final class Snippet {
  /** How long a window is, in UTF-16 units, give or take a word. */
  static final int WINDOW = 160;

  /** How far a window's edge may move so as not to cut a word or to start at a sentence. */
  private static final int MAX_SHIFT = 40;

  private Snippet() {}

  /** The whole text. */
  public static List<TextPart> whole(HighlightedText highlighted) {
    return parts(highlighted, 0, highlighted.text().length());
  }

  /**
   * The window with the most matches, or the beginning where there are none. It starts and ends
   * with a sentence or a clause if one starts or ends nearby.
   */
  static Excerpt excerpt(HighlightedText highlighted) {
    var text = highlighted.text();
    if (text.length() <= WINDOW) {
      return new Excerpt(whole(highlighted), false, false);
    }
    var best = best(highlighted.matches());
    int room = Math.max(0, WINDOW - (best.end() - best.start()));
    int start = Math.clamp(best.start() - room / 2, 0, text.length() - WINDOW);
    start = startOfSentenceOrWord(text, start, best);
    int shown = best.start() + Math.min(WINDOW, best.end() - best.start());
    int end = endOfSentenceOrWord(text, Math.max(start + WINDOW, shown), shown);
    return new Excerpt(
        parts(highlighted, start, end),
        !text.substring(0, start).isBlank(),
        !text.substring(end).isBlank());
  }

  /** The stretch, no longer than a window, that has the most matches. */
  private static Match best(List<Match> matches) {
    var best = new Match(0, 0);
    int most = 0;
    for (int first = 0; first < matches.size(); first++) {
      int start = matches.get(first).start();
      int last = first;
      while (last + 1 < matches.size() && matches.get(last + 1).end() <= start + WINDOW) {
        last++;
      }
      if (last - first + 1 > most) {
        most = last - first + 1;
        best = new Match(start, matches.get(last).end());
      }
    }
    return best;
  }

  private static int startOfSentenceOrWord(String text, int start, Match best) {
    // Further ahead, the window would no longer reach the end of the matches.
    int earliest = Math.max(start - MAX_SHIFT, best.end() - WINDOW);
    int from = Math.clamp(earliest, 0, start);
    int to = Math.min(best.start(), start + MAX_SHIFT);
    return new TextBorders(text)
        .start(from, to, start)
        .orElseGet(() -> startOfWord(text, start, best));
  }

  private static int startOfWord(String text, int start, Match best) {
    int at = start;
    while (at < best.start() && cutsWord(text, at)) {
      at++;
    }
    return at;
  }

  private static int endOfSentenceOrWord(String text, int end, int shown) {
    int from = Math.clamp(end - MAX_SHIFT, shown, end);
    int to = Math.min(text.length(), end + MAX_SHIFT);
    return new TextBorders(text)
        .end(from, to, end)
        .orElseGet(() -> endOfWord(text, Math.min(text.length(), end)));
  }

  private static int endOfWord(String text, int end) {
    int furthest = Math.min(text.length(), end + MAX_SHIFT);
    while (end < furthest && cutsWord(text, end)) {
      end++;
    }
    // A word without end is cut after all, though never inside a character.
    return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static boolean cutsWord(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    return Character.isLowSurrogate(text.charAt(at))
        || joins(text.codePointBefore(at)) && joins(text.codePointAt(at));
  }

  /** Whether a character joins its neighbour into a word, as Latin letters do and kanji do not. */
  private static boolean joins(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        && switch (Character.UnicodeScript.of(codePoint)) {
          case HAN, HIRAGANA, KATAKANA -> false;
          default -> true;
        };
  }

  private static List<TextPart> parts(HighlightedText highlighted, int start, int end) {
    var parts = new ArrayList<TextPart>();
    int at = start;
    for (var match : highlighted.matches()) {
      int from = Math.max(match.start(), at);
      int to = Math.min(match.end(), end);
      if (from < to) {
        add(parts, highlighted.text(), at, from, false);
        add(parts, highlighted.text(), from, to, true);
        at = to;
      }
    }
    add(parts, highlighted.text(), at, end, false);
    return parts;
  }

  private static void add(List<TextPart> parts, String text, int from, int to, boolean match) {
    if (from < to) {
      parts.add(new TextPart(text.substring(from, to), match));
    }
  }
}
