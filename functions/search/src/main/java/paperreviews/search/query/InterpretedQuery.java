package paperreviews.search.query;

import java.util.List;
import java.util.Optional;

/**
 * A query as the search interpreted it.
 *
 * @param words the words
 * @param phrases the phrases
 * @param excluded the words and phrases that a paper must not have
 * @param paperId the id of a paper that was pasted
 * @param matched how much of the query the papers have
 * @param corrected the query with its typos fixed, if it was searched for so
 * @param suspected the query with words exchanged that may be typos, if there are any
 */
public record InterpretedQuery(
    List<String> words,
    List<String> phrases,
    List<String> excluded,
    Optional<String> paperId,
    Matched matched,
    Optional<String> corrected,
    Optional<String> suspected) {
  /** No query: all papers. */
  public static final InterpretedQuery NONE =
      new InterpretedQuery(
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Matched.ALL,
          Optional.empty(),
          Optional.empty());

  /** How much of a query the papers have. */
  public enum Matched {
    /** All words and phrases. */
    ALL,
    /**
     * All phrases, and any part of the words, since no paper has them all, or since they are four
     * or more: a description then, of which the best papers may lack a word.
     */
    ANY
  }
}
