package paperreviews.search;

import java.util.List;
import java.util.Optional;
import paperreviews.catalogue.Paper.SectionHeading;
import paperreviews.catalogue.PaperSummary;

/**
 * What a search found.
 *
 * @param understood what was searched for
 * @param total how many papers match
 * @param hits the best of them, or the next after a place
 * @param sections how many papers match in each section, whatever section was asked for; those with
 *     none are left out
 * @param next the place to go on from, if there are more
 */
public record SearchResult(
    Understood understood,
    int total,
    List<Hit> hits,
    List<SectionCount> sections,
    Optional<Search.Place> next) {

  /**
   * A query as it was understood.
   *
   * @param words the words
   * @param phrases the phrases
   * @param excluded the words and phrases that a paper must not have
   * @param paperId the id of a paper that was pasted
   * @param matched whether the papers have all of the words, or any part of them
   * @param corrected the query with its typos put right, if it was searched for so
   * @param suspected the query with words exchanged that may be typos, if there are any
   */
  public record Understood(
      List<String> words,
      List<String> phrases,
      List<String> excluded,
      Optional<String> paperId,
      Matched matched,
      Optional<String> corrected,
      Optional<String> suspected) {}

  /** How much of a query the papers have. */
  public enum Matched {
    /** All words and phrases. */
    ALL,
    /** All phrases, and any part of the words, since no paper has them all. */
    ANY
  }

  /**
   * A paper that was found.
   *
   * @param paper the paper
   * @param score how well it matches; only good for comparing hits of one search
   * @param title its title, with what matched
   * @param review the part of its review that matches best
   * @param language the language of that review, {@code ja} or {@code en}
   */
  public record Hit(
      PaperSummary paper, float score, List<Part> title, List<Part> review, String language) {}

  /**
   * How many papers of a section match.
   *
   * @param section the section
   * @param count how many, at least one
   */
  public record SectionCount(SectionHeading section, int count) {}
}
