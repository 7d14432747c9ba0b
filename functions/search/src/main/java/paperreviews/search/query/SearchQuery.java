package paperreviews.search.query;

import java.util.List;
import java.util.function.Predicate;
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

  /** Whether there are only such words as speak of no topic: なぜ, the, or a single kana. */
  boolean saysNothing() {
    return !groups.isEmpty() && terms().stream().allMatch(SearchQuery::saysNothing);
  }

  private static boolean saysNothing(QueryTerm term) {
    var text = term.text().text();
    return !term.quoted()
        && (FunctionWords.isCertain(text)
            || !term.hasRule(Rule.READING) && FunctionWords.isJapanese(text));
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

  /**
   * The groups that a paper must have: without those of stop words only, unless there are no
   * others, and then without those of generic words only, unless there are no others.
   */
  List<List<QueryTerm>> requiredGroups() {
    return without(rankingGroups(), SearchQuery::isGeneric);
  }

  /** The groups without those of stop words only, unless there are no others. */
  List<List<QueryTerm>> rankingGroups() {
    return without(groups, SearchQuery::isStopWord);
  }

  /** The terms that rank papers: without those of stop words only, unless there are no others. */
  public List<QueryTerm> rankingTerms() {
    return rankingGroups().stream().flatMap(List::stream).toList();
  }

  private static List<List<QueryTerm>> without(
      List<List<QueryTerm>> groups, Predicate<QueryTerm> isInsignificant) {
    var significant =
        groups.stream().filter(group -> !group.stream().allMatch(isInsignificant)).toList();
    return significant.isEmpty() ? groups : significant;
  }

  private static boolean isStopWord(QueryTerm term) {
    return !term.quoted()
        && (FunctionWords.isCertain(term.text().text())
            || !term.hasRule(Rule.READING) && FunctionWords.isOne(term.text()));
  }

  private static boolean isGeneric(QueryTerm term) {
    return !term.quoted() && FunctionWords.isGeneric(term.text().text());
  }
}
