package paperreviews.search.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A text with the places of what was looked for.
 *
 * @param text the text
 * @param matches the places, in order, without overlaps
 * @param found how many different terms were found, in any variant
 * @param asked how many of them were found as they were asked for
 * @param variants the variants that were found
 */
public record HighlightedText(
    String text, List<Match> matches, int found, int asked, SequencedSet<String> variants) {

  /**
   * A place in a text.
   *
   * @param start where it starts
   * @param end where it ends
   */
  public record Match(int start, int end) {}

  /** A text with matches at these places, which may overlap. */
  public static HighlightedText of(String text, List<Match> matches) {
    return new HighlightedText(text, joined(matches), 0, 0, new LinkedHashSet<>());
  }

  static List<Match> joined(List<Match> matches) {
    var joined = new ArrayList<Match>();
    for (var match : matches.stream().sorted(Comparator.comparingInt(Match::start)).toList()) {
      if (!joined.isEmpty() && match.start() <= joined.getLast().end()) {
        var before = joined.removeLast();
        joined.add(new Match(before.start(), Math.max(before.end(), match.end())));
      } else {
        joined.add(match);
      }
    }
    return joined;
  }
}
