package paperreviews.search.query;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import paperreviews.search.analysis.AnalyzedText;

/**
 * A word or a phrase of a query, with all that matches in its place.
 *
 * @param text as it was asked for
 * @param quoted whether it was in quotes
 * @param variants other spellings, corrections and names of the same concept
 */
public record QueryTerm(AnalyzedText text, boolean quoted, List<Variant> variants) {

  /**
   * Something that matches in place of a term.
   *
   * @param text what is looked for
   * @param rule why it matches
   * @param weight how much it counts beside the term itself
   */
  public record Variant(AnalyzedText text, Rule rule, float weight) {}

  /** Why something matches a term. */
  public enum Rule {
    /** The term as it was asked for. */
    EXACT,
    /** The same word written otherwise. */
    SPELLING,
    /** A word that the term is the beginning of. */
    PREFIX,
    /** A word that the term may be misspelt for. */
    TYPO,
    /** Another name of the same concept. */
    CONCEPT
  }

  /** The term with more variants. */
  QueryTerm with(Collection<Variant> more) {
    var all = new LinkedHashSet<>(variants);
    return all.addAll(more) ? new QueryTerm(text, quoted, List.copyOf(all)) : this;
  }

  /** The term itself and all its variants. */
  public List<AnalyzedText> texts() {
    return Stream.concat(Stream.of(text), variants.stream().map(Variant::text)).toList();
  }

  /** The term itself and its other spellings. */
  List<AnalyzedText> spellings() {
    return Stream.concat(
            Stream.of(text),
            variants.stream().filter(variant -> variant.rule() == Rule.SPELLING).map(Variant::text))
        .toList();
  }
}
