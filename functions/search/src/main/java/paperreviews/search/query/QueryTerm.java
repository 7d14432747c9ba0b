package paperreviews.search.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.index.PaperDocument;

/**
 * A word or a phrase of a query, with all that matches in its place.
 *
 * @param text as it was asked for
 * @param quoted whether it was in quotes
 * @param start where it starts in the query
 * @param variants other spellings, corrections and names of the same concept
 * @param otherWords words that have the text within, but mean something else
 */
public record QueryTerm(
    AnalyzedText text,
    boolean quoted,
    int start,
    List<Variant> variants,
    List<AnalyzedText> otherWords) {

  /** A term that may be a part of any words. */
  public QueryTerm(AnalyzedText text, boolean quoted, int start, List<Variant> variants) {
    this(text, quoted, start, variants, List.of());
  }

  /** Something that matches in place of a term. */
  public sealed interface Variant {
    /** Why it matches. */
    Rule rule();

    /** How much it counts beside the term itself. */
    float weight();

    /** The papers that have it. */
    Query query();
  }

  /** Another text. */
  public record OtherText(AnalyzedText text, Rule rule, float weight) implements Variant {
    /** What a word counts that was guessed, where nothing else is found for a term. */
    static final float GUESS = 0.9f;

    /** The texts that hold something to look for, each with the same rule and weight. */
    static List<OtherText> all(Collection<String> texts, Rule rule, float weight) {
      return texts.stream()
          .flatMap(text -> AnalyzedText.of(text).stream())
          .map(text -> new OtherText(text, rule, weight))
          .toList();
    }

    /** The same word written otherwise. */
    static List<OtherText> spellings(Collection<String> texts) {
      return all(texts, Rule.SPELLING, 1);
    }

    @Override
    public Query query() {
      return text.phraseQuery();
    }
  }

  /** A concept, by any of its names. */
  public record OtherName(String concept, float weight) implements Variant {
    @Override
    public Rule rule() {
      return Rule.CONCEPT;
    }

    @Override
    public Query query() {
      return PaperDocument.withConcept(concept);
    }
  }

  /** Why something matches a term. */
  public enum Rule {
    /** The term as it was asked for. */
    EXACT,
    /** The same word in another form: kernels. */
    FORM,
    /** The same word written otherwise. */
    SPELLING,
    /** A word that the term is the beginning of. */
    PREFIX,
    /** A word that the term may be misspelt for. */
    TYPO,
    /** A word that is read like the term. */
    READING,
    /** Another name of the same concept, or of a kind of it. */
    CONCEPT,
    /** A part of the term, where it does not occur whole: some of its words or pairs. */
    PART;

    /** The rule as answers name it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The term with more variants. */
  QueryTerm with(Collection<? extends Variant> more) {
    var all = new LinkedHashSet<>(variants);
    return all.addAll(more)
        ? new QueryTerm(text, quoted, start, List.copyOf(all), otherWords)
        : this;
  }

  /** The same term as if it was quoted. */
  QueryTerm asPhrase() {
    return new QueryTerm(text, true, start, variants, otherWords);
  }

  /** The texts that match, each with the rule by which it does. */
  public Map<AnalyzedText, Rule> texts() {
    var texts = new LinkedHashMap<AnalyzedText, Rule>();
    texts.put(text, Rule.EXACT);
    for (var variant : variants) {
      if (variant instanceof OtherText other) {
        texts.putIfAbsent(other.text(), other.rule());
      }
    }
    return texts;
  }

  /** The text, or what was guessed for it. */
  AnalyzedText corrected() {
    return texts().entrySet().stream()
        .filter(each -> each.getValue() == Rule.TYPO || each.getValue() == Rule.READING)
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(text);
  }

  /** The ids of the concepts that match. */
  public List<String> concepts() {
    return variants.stream()
        .flatMap(
            variant ->
                variant instanceof OtherName name ? Stream.of(name.concept()) : Stream.empty())
        .toList();
  }

  /** The term itself and its other spellings. */
  List<AnalyzedText> spellings() {
    return texts().entrySet().stream()
        .filter(each -> each.getValue() == Rule.EXACT || each.getValue() == Rule.SPELLING)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether some variant matches by a rule. */
  boolean hasRule(Rule rule) {
    return variants.stream().anyMatch(variant -> variant.rule() == rule);
  }

  private Query asWritten() {
    if (otherWords.isEmpty()) {
      return text.phraseQuery();
    }
    var alone = new BooleanQuery.Builder();
    alone.add(text.phraseQuery(), Occur.MUST);
    otherWords.forEach(other -> alone.add(other.phraseQuery(), Occur.MUST_NOT));
    return alone.build();
  }

  /** The papers that have the term or a variant of it. */
  Query query() {
    var any = new BooleanQuery.Builder();
    any.add(asWritten(), Occur.SHOULD);
    variants.forEach(variant -> any.add(variant.query(), Occur.SHOULD));
    return any.build();
  }
}
