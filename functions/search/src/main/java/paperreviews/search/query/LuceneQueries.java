package paperreviews.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.query.QueryTerm.Rule;
import paperreviews.search.query.QueryTerm.Variant;

/**
 * A query as Lucene runs it.
 *
 * <p>A paper must have every term as a phrase of its tokens, in any of its variants; where none has
 * every term, any of their tokens will do. The score is one BM25 over all fields, summed over the
 * two analyses: scores of single fields must not be added up, or the English titles give every
 * Japanese word in them a huge weight. Other names of a concept count as phrases, and less.
 */
public final class LuceneQueries {
  /** Far above any score of words. */
  private static final float FIRST = 1000;

  /** How many words a paper must have all of. */
  private static final int MAX_REQUIRED = 3;

  /** A Latin word's stem matters most; how it is written only breaks ties. */
  private static final float UNSTEMMED = 0.5f;

  private LuceneQueries() {}

  /** Whether a query finds a paper. Stops at the first one, where a count would visit all. */
  static boolean finds(IndexSearcher searcher, Query query) {
    try {
      var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      for (var segment : searcher.getIndexReader().leaves()) {
        var scorer = weight.scorer(segment);
        if (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          return true;
        }
      }
      return false;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The papers that have every phrase and every word, without a score. */
  static Query required(SearchQuery query) {
    var required = new BooleanQuery.Builder();
    require(query, query.significantGroups(), required);
    return query.paperId().isEmpty()
        ? required.build()
        : new BooleanQuery.Builder()
            .add(PaperDocument.withId(query.paperId().get()), Occur.SHOULD)
            .add(required.build(), Occur.SHOULD)
            .build();
  }

  private static void require(
      SearchQuery query, List<List<QueryTerm>> groups, BooleanQuery.Builder required) {
    groups.forEach(group -> required.add(anyTerm(group), Occur.FILTER));
    query.excluded().forEach(text -> required.add(text.phraseQuery(), Occur.MUST_NOT));
  }

  /** The papers that have every phrase and every word. */
  static Query all(SearchQuery query) {
    return of(query, query.significantGroups());
  }

  /**
   * Whether a query has so many words that papers without some of them may be better: such a query
   * describes what is sought, and does not name it.
   */
  static boolean describes(SearchQuery query) {
    return query.significantGroups().stream()
            .filter(group -> group.stream().noneMatch(QueryTerm::quoted))
            .count()
        > MAX_REQUIRED;
  }

  /** The papers that have every phrase and any token of the words. */
  static Query any(SearchQuery query) {
    return of(
        query,
        query.groups().stream()
            .filter(group -> group.stream().allMatch(QueryTerm::quoted))
            .toList());
  }

  private static Query of(SearchQuery query, List<List<QueryTerm>> required) {
    if (query.isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for");
    }
    var scored = new BooleanQuery.Builder();
    require(query, required, scored);
    if (query.groups().isEmpty()) {
      scored.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
      return scored.build();
    }
    var terms = query.significantGroups().stream().flatMap(List::stream).toList();
    for (var analysis : Analysis.values()) {
      tokens(terms, analysis).forEach(token -> scored.add(scored(token, analysis), Occur.SHOULD));
    }
    otherNames(terms).forEach(names -> scored.add(best(names), Occur.SHOULD));
    scored.setMinimumNumberShouldMatch(1);
    return query.paperId().isEmpty()
        ? scored.build()
        : paperFirst(query.paperId().get(), scored.build());
  }

  private static Set<String> tokens(List<QueryTerm> terms, Analysis analysis) {
    var tokens = new LinkedHashSet<String>();
    terms.forEach(term -> term.spellings().forEach(text -> tokens.addAll(text.terms(analysis))));
    return tokens;
  }

  /** The variants that are no spellings, once where several words are one name. */
  private static Set<List<Variant>> otherNames(List<QueryTerm> terms) {
    var names = new LinkedHashSet<List<Variant>>();
    for (var term : terms) {
      var others =
          term.variants().stream().filter(variant -> variant.rule() != Rule.SPELLING).toList();
      if (!others.isEmpty()) {
        names.add(others);
      }
    }
    return names;
  }

  private static Query scored(String token, Analysis analysis) {
    var query = new TermQuery(new Term(analysis.field(), token));
    return analysis == Analysis.CHARACTERS && Token.isLatinWord(token)
        ? new BoostQuery(query, UNSTEMMED)
        : query;
  }

  /** The best of some variants: a paper that has several of them is not more relevant. */
  private static Query best(List<Variant> variants) {
    return new DisjunctionMaxQuery(
        variants.stream()
            .map(variant -> (Query) new BoostQuery(variant.text().phraseQuery(), boost(variant)))
            .toList(),
        0);
  }

  /**
   * What a variant weighs as a phrase, whose score is the sum of its tokens': as much as one word,
   * which scores once by each analysis, however long the variant is.
   */
  private static float boost(Variant variant) {
    return variant.weight() * Analysis.values().length / variant.text().phrase().size();
  }

  private static Query paperFirst(String id, Query query) {
    return new BooleanQuery.Builder()
        .add(new BoostQuery(new ConstantScoreQuery(PaperDocument.withId(id)), FIRST), Occur.SHOULD)
        .add(query, Occur.SHOULD)
        .build();
  }

  /** The papers that have one of some terms, in any of its variants. */
  private static Query anyTerm(List<QueryTerm> terms) {
    return anyText(terms.stream().flatMap(term -> term.texts().stream()).toList());
  }

  /** The papers that have one of some texts as a phrase. */
  public static Query anyText(List<AnalyzedText> texts) {
    var any = new BooleanQuery.Builder();
    texts.forEach(text -> any.add(text.phraseQuery(), Occur.SHOULD));
    return any.build();
  }
}
