package paperreviews.search.query;

import java.util.List;
import paperreviews.search.query.QueryTerm.Rule;

/**
 * A query as it was written, or with the variants of its terms.
 *
 * @param groups a paper must have one term of each group; {@code OR} makes groups of several terms
 * @param excluded what a paper must not have
 * @param unfinished whether the last word may still be being typed
 */
public record SearchQuery(
    List<List<QueryTerm>> groups, List<QueryTerm> excluded, boolean unfinished) {

  boolean isEmpty() {
    return groups.isEmpty() && excluded.isEmpty();
  }

  /** Whether there are only such words as speak of no topic: なぜ, or a single kana. */
  boolean saysNothing() {
    return !groups.isEmpty()
        && terms().stream()
            .noneMatch(
                term ->
                    term.quoted()
                        || term.hasRule(Rule.READING)
                        || !FunctionWords.isJapanese(term.text().text()));
  }

  /** All terms. */
  public List<QueryTerm> terms() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** The words as they were written. */
  public List<String> words() {
    return texts(false);
  }

  /** The quoted phrases as they were written. */
  public List<String> phrases() {
    return texts(true);
  }

  private List<String> texts(boolean quoted) {
    return terms().stream()
        .filter(term -> term.quoted() == quoted)
        .map(term -> term.text().text())
        .toList();
  }

  /** The same query with other groups. */
  SearchQuery with(List<List<QueryTerm>> others) {
    return new SearchQuery(others, excluded, unfinished);
  }

  /** The groups without those of stop words only, unless there are no others. */
  List<List<QueryTerm>> significantGroups() {
    var significant = groups.stream().filter(group -> !areStopWords(group)).toList();
    return significant.isEmpty() ? groups : significant;
  }

  /** The terms without those of stop words only, unless there are no others. */
  public List<QueryTerm> significantTerms() {
    return significantGroups().stream().flatMap(List::stream).toList();
  }

  private static boolean areStopWords(List<QueryTerm> terms) {
    return terms.stream()
        .allMatch(
            term ->
                !term.quoted() && !term.hasRule(Rule.READING) && FunctionWords.isOne(term.text()));
  }
}
