package paperreviews.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.Vocabulary;
import paperreviews.search.query.InterpretedQuery.Matched;

/** Turns the text of a request into a query: parses it, expands it, and decides what must match. */
public final class QueryInterpreter {
  /** What a text without spaces is made of: runs of kanji, of katakana, and of Latin letters. */
  private static final Pattern RUN =
      Pattern.compile("\\p{IsHan}{2,}|[\\p{IsKatakana}ー]{2,}|[\\p{IsLatin}\\p{N}]{2,}");

  private final PaperIndex index;
  private final SimilarWords similarWords;

  /** Interprets queries for an index. */
  public QueryInterpreter(PaperIndex index) {
    this.index = index;
    this.similarWords = new SimilarWords(index.segment());
  }

  /**
   * A query, ready to be run.
   *
   * @param interpreted what the reader is told about it
   * @param lucene what Lucene runs
   * @param highlighted what to highlight: terms, each the first of its variants
   */
  public record Interpretation(
      InterpretedQuery interpreted, Query lucene, List<List<AnalyzedText>> highlighted) {}

  /** Interprets the text of a request; without one, all papers match. */
  public Interpretation interpret(SearchRequest request) {
    return request
        .text()
        .map(this::interpret)
        .orElseGet(
            () -> new Interpretation(InterpretedQuery.NONE, MatchAllDocsQuery.INSTANCE, List.of()));
  }

  private Interpretation interpret(String text) {
    var parsed = QueryParser.parse(text);
    var expansion =
        new QueryExpansion(
            index.searcher(), new Vocabulary(index.segment()), similarWords, index.concepts());
    var expanded = expansion.expand(parsed, text);
    var query = expanded.query();
    var matched = Matched.ALL;
    if (LuceneQueries.describes(query)
        || !parsed.words().isEmpty()
            && !LuceneQueries.finds(index.searcher(), LuceneQueries.required(query))) {
      query = expansion.withConceptsWithin(query);
      matched = Matched.ANY;
    }
    var interpreted =
        new InterpretedQuery(
            parsed.words(),
            parsed.phrases(),
            parsed.excluded().stream().map(AnalyzedText::text).toList(),
            parsed.paperId().flatMap(this::known),
            matched,
            expanded.corrected(),
            expanded.suspected());
    return new Interpretation(
        interpreted,
        matched == Matched.ALL ? LuceneQueries.all(query) : LuceneQueries.any(query),
        highlighted(query, matched));
  }

  /** The paper's id as the catalogue writes it, whatever the case that it was pasted in. */
  private Optional<String> known(String pastedId) {
    return index.document(pastedId).map(index::paperId);
  }

  /**
   * What to highlight: whole terms where a paper must have them all, and else also the words that a
   * sentence without spaces is made of: single bigrams would highlight fragments.
   */
  public static List<List<AnalyzedText>> highlighted(SearchQuery query, Matched matched) {
    var highlighted = new ArrayList<List<AnalyzedText>>();
    for (var term : query.terms()) {
      if (!term.text().isStopWord()) {
        highlighted.add(term.texts());
      }
      if (matched == Matched.ANY && !term.quoted()) {
        runs(term.text()).filter(run -> !run.isStopWord()).map(List::of).forEach(highlighted::add);
      }
    }
    return highlighted;
  }

  private static Stream<AnalyzedText> runs(AnalyzedText text) {
    return RUN.matcher(FoldedText.of(text.text()).text())
        .results()
        .map(MatchResult::group)
        .filter(run -> !run.equals(text.text()))
        .flatMap(run -> AnalyzedText.of(run).stream());
  }
}
