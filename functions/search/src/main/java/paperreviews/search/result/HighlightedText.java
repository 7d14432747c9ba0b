package paperreviews.search.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import paperreviews.search.query.QueryTerm.Rule;

/**
 * A text with the places of what was looked for.
 *
 * @param text the text
 * @param matches the places, in order, without overlaps
 * @param found what was found
 */
public record HighlightedText(String text, List<Match> matches, SequencedSet<Found> found) {

  /**
   * A term that was found.
   *
   * @param term the term as it was asked for
   * @param matched what was found for it
   * @param rule why that matches
   */
  public record Found(String term, String matched, Rule rule) {}

  /**
   * A place in a text.
   *
   * @param start where it starts
   * @param end where it ends
   */
  public record Match(int start, int end) {}

  /** A text with matches at these places, which may overlap. */
  public static HighlightedText of(String text, List<Match> matches) {
    return new HighlightedText(text, joined(matches), new LinkedHashSet<>());
  }

  /** How many different terms were found. */
  long count() {
    return found.stream().map(Found::term).distinct().count();
  }

  /** How many of them were found as they were asked for, or in another form. */
  long countExact() {
    return found.stream()
        .filter(each -> each.rule() == Rule.EXACT || each.rule() == Rule.FORM)
        .count();
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
