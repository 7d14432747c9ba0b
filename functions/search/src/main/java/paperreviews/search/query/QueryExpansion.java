package paperreviews.search.query;

import java.util.List;
import java.util.Optional;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.index.PaperIndex;

/**
 * Adds to each term of a query what matches in its place, in this order:
 *
 * <ol>
 *   <li>a word that was broken at the end of a line is joined: convolu- tional
 *   <li>the end of a question is dropped: EfficientNetって何
 *   <li>{@linkplain SpellingExpansion other spellings}, if they occur: few shot, few-shot and
 *       fewshot; katakana for hiragana
 *   <li>where none of these occurs, what the last word is the {@linkplain PrefixExpansion
 *       beginning} of: effic
 *   <li>what is {@linkplain ReadingExpansion read so}, of a word that is written in kana or Latin
 *       letters: buttai, 物体
 *   <li>and where there is nothing so far, the words that it may be {@linkplain TypoExpansion
 *       misspelt} for
 *   <li>{@linkplain ConceptExpansion other names} of the concept, and names of its kinds: object
 *       detection, 物体検知
 * </ol>
 *
 * <p>Where no paper has all terms, they are {@linkplain QuerySegments taken apart} and expanded
 * again.
 */
final class QueryExpansion {
  /** How many words a concept's name is looked for in. */
  static final int MAX_NAME_WORDS = 6;

  /** How many words a word may go on to, or be misspelt for. */
  static final int MAX_GUESSES = 8;

  private final SpellingExpansion spellings;
  private final PrefixExpansion prefixes;
  private final ReadingExpansion readings;
  private final TypoExpansion typos;
  private final ConceptExpansion concepts;
  private final QuerySegments segments;

  QueryExpansion(PaperIndex index, SimilarWords similarWords) {
    var words = new KnownWords(index, similarWords);
    spellings = new SpellingExpansion(words);
    prefixes = new PrefixExpansion(words);
    readings = new ReadingExpansion(words, index.readWords());
    typos = new TypoExpansion(words);
    concepts = new ConceptExpansion(words);
    segments = new QuerySegments(words, spellings, concepts);
  }

  /**
   * An expanded query.
   *
   * @param query the query with the variants of its terms
   * @param corrected the text with its typos fixed, if any were
   * @param suspected the text with words exchanged that may be typos, though they were found
   */
  record Expanded(SearchQuery query, Optional<String> corrected, Optional<String> suspected) {}

  Expanded expand(SearchQuery query, String text) {
    var groups = spellings.joinBroken(query.groups());
    groups.forEach(group -> group.replaceAll(term -> concepts.asName(withoutQuestion(term))));
    spellings.addTo(groups);
    if (query.unfinished()) {
      prefixes.addTo(groups);
    }
    readings.addTo(groups);
    var corrected = typos.addTo(groups, text);
    concepts.addTo(groups);
    var excluded = query.excluded().stream().map(this::excluded).toList();
    return new Expanded(
        new SearchQuery(groups, excluded, query.unfinished()),
        corrected,
        typos.suspected(query, text));
  }

  /** EfficientNetって何: EfficientNet. */
  private static QueryTerm withoutQuestion(QueryTerm term) {
    if (term.quoted()) {
      return term;
    }
    var topic = FunctionWords.withoutQuestion(term.text().text());
    return topic.equals(term.text().text())
        ? term
        : AnalyzedText.of(topic)
            .map(text -> new QueryTerm(text, false, term.start(), term.variants()))
            .orElse(term);
  }

  private QueryTerm excluded(QueryTerm term) {
    return concepts.withEqualNames(spellings.withSpellings(concepts.asName(term)));
  }

  /** What the words of an expanded query are made of. */
  List<List<QueryTerm>> segments(SearchQuery query) {
    return segments.of(query);
  }

  /** Whether a query is the name of a concept that no paper has, nor a kind of it. */
  boolean isAbsentName(SearchQuery query) {
    return concepts.isAbsentName(query);
  }
}
