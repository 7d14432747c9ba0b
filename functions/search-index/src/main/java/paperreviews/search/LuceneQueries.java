package paperreviews.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
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
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;

/**
 * A query as Lucene runs it.
 *
 * <p>A paper must have every word as a phrase of its tokens, in any of its forms; where none has
 * every word, any of their tokens will do. The score is one BM25 over all fields, summed over the
 * two chains: scores of single fields must not be added up, or the English titles give every
 * Japanese word in them a huge weight. Other names of a concept count as phrases, and less.
 */
final class LuceneQueries {
  /** Far above any score of words. */
  private static final float FIRST = 1000;

  /** How many words a paper must have all of. */
  private static final int MOST_REQUIRED = 3;

  /** A Latin word's stem tells what it is about; how it is written only breaks ties. */
  private static final float UNSTEMMED = 0.5f;

  private LuceneQueries() {}

  /** Whether a query finds a paper: the first one tells, where a count would go through all. */
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
  static Query required(KeywordQuery query) {
    var required = new BooleanQuery.Builder();
    telling(query).forEach(group -> required.add(anyOf(group), Occur.FILTER));
    query.excluded().forEach(keyword -> required.add(phrase(keyword), Occur.MUST_NOT));
    return query
        .paperId()
        .<Query>map(
            id ->
                new BooleanQuery.Builder()
                    .add(paper(id), Occur.SHOULD)
                    .add(required.build(), Occur.SHOULD)
                    .build())
        .orElseGet(required::build);
  }

  /** The papers that have every phrase and every word. */
  static Query all(KeywordQuery query) {
    return of(query, telling(query));
  }

  /**
   * Whether a query has so many words that papers without some of them may be better: who writes so
   * much describes what is sought, and does not name it.
   */
  static boolean describes(KeywordQuery query) {
    return telling(query).stream().filter(group -> group.stream().noneMatch(Wanted::quoted)).count()
        > MOST_REQUIRED;
  }

  private static List<List<Wanted>> telling(KeywordQuery query) {
    return query.groups().stream().filter(group -> !query.isDispensable(group)).toList();
  }

  /** The papers that have every phrase and any token of the words. */
  static Query any(KeywordQuery query) {
    return of(
        query,
        query.groups().stream().filter(group -> group.stream().allMatch(Wanted::quoted)).toList());
  }

  private static Query of(KeywordQuery query, List<List<Wanted>> required) {
    if (query.isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for");
    }
    var scored = new BooleanQuery.Builder();
    required.forEach(group -> scored.add(anyOf(group), Occur.FILTER));
    query.excluded().forEach(keyword -> scored.add(phrase(keyword), Occur.MUST_NOT));
    if (query.groups().isEmpty()) {
      scored.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
      return scored.build();
    }
    var telling = telling(query).stream().flatMap(List::stream).toList();
    for (var chain : Chain.values()) {
      var terms = new LinkedHashSet<String>();
      telling.stream()
          .flatMap(Wanted::spellings)
          .forEach(keyword -> terms.addAll(keyword.terms(chain)));
      terms.forEach(term -> scored.add(scored(term, chain), Occur.SHOULD));
    }
    telling.stream()
        .map(wanted -> wanted.forms().stream().filter(form -> !form.isSpelling()).toList())
        .filter(forms -> !forms.isEmpty())
        .distinct()
        .forEach(forms -> scored.add(best(forms), Occur.SHOULD));
    scored.setMinimumNumberShouldMatch(1);
    return query.paperId().map(id -> paperFirst(id, scored.build())).orElseGet(scored::build);
  }

  private static Query scored(String term, Chain chain) {
    var query = new TermQuery(new Term(chain.field(), term));
    return chain == Chain.CHARACTERS && Vocabulary.isLatinWord(term)
        ? new BoostQuery(query, UNSTEMMED)
        : query;
  }

  /** The best of some forms: a paper that has several of them is not more to the point. */
  private static Query best(List<Wanted.Form> forms) {
    return new DisjunctionMaxQuery(
        forms.stream()
            .<Query>map(form -> new BoostQuery(phrase(form.keyword()), beside(form)))
            .toList(),
        0);
  }

  /**
   * What a name weighs as a phrase, whose score is the sum of its tokens': as much as one word,
   * which scores once by each chain, however long the name is.
   */
  private static float beside(Wanted.Form form) {
    return form.weight() * Chain.values().length / form.keyword().tokens().size();
  }

  private static Query paperFirst(String id, Query query) {
    return new BooleanQuery.Builder()
        .add(new BoostQuery(new ConstantScoreQuery(paper(id)), FIRST), Occur.SHOULD)
        .add(query, Occur.SHOULD)
        .build();
  }

  /** The paper with this id, in any case. */
  static Query paper(String id) {
    return new TermQuery(new Term(PaperDocument.ID, PaperDocument.folded(id)));
  }

  /** The papers that have a word or a phrase in any of its forms. */
  static Query anyOf(List<Wanted> group) {
    return anyKeyword(group.stream().flatMap(Wanted::all));
  }

  static Query anyKeyword(Stream<Keyword> keywords) {
    var any = new BooleanQuery.Builder();
    keywords.forEach(keyword -> any.add(phrase(keyword), Occur.SHOULD));
    return any.build();
  }

  /** The papers in which a keyword's tokens follow each other. */
  static Query phrase(Keyword keyword) {
    var phrase = new PhraseQuery.Builder();
    for (var token : keyword.tokens()) {
      phrase.add(new Term(keyword.chain().field(), token.term()), token.position());
    }
    return phrase.build();
  }
}
