package paperreviews.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
    require(query, telling(query), required);
    return query.paperId().isEmpty()
        ? required.build()
        : new BooleanQuery.Builder()
            .add(paper(query.paperId().get()), Occur.SHOULD)
            .add(required.build(), Occur.SHOULD)
            .build();
  }

  private static void require(
      KeywordQuery query, List<List<Wanted>> groups, BooleanQuery.Builder required) {
    for (var group : groups) {
      required.add(anyOf(group), Occur.FILTER);
    }
    for (var keyword : query.excluded()) {
      required.add(phrase(keyword), Occur.MUST_NOT);
    }
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
    int words = 0;
    for (var group : telling(query)) {
      if (isQuoted(group, false)) {
        words++;
      }
    }
    return words > MOST_REQUIRED;
  }

  /** Whether each of a group is quoted, or each is not. */
  private static boolean isQuoted(List<Wanted> group, boolean quoted) {
    for (var wanted : group) {
      if (wanted.quoted() != quoted) {
        return false;
      }
    }
    return true;
  }

  private static List<List<Wanted>> telling(KeywordQuery query) {
    var telling = new ArrayList<List<Wanted>>();
    for (var group : query.groups()) {
      if (!query.isDispensable(group)) {
        telling.add(group);
      }
    }
    return telling;
  }

  /** The papers that have every phrase and any token of the words. */
  static Query any(KeywordQuery query) {
    var phrases = new ArrayList<List<Wanted>>();
    for (var group : query.groups()) {
      if (isQuoted(group, true)) {
        phrases.add(group);
      }
    }
    return of(query, phrases);
  }

  private static Query of(KeywordQuery query, List<List<Wanted>> required) {
    if (query.isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for");
    }
    var scored = new BooleanQuery.Builder();
    require(query, required, scored);
    if (query.groups().isEmpty()) {
      scored.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
      return scored.build();
    }
    var telling = query.with(telling(query)).wanted();
    for (var chain : Chain.values()) {
      for (var term : terms(telling, chain)) {
        scored.add(scored(term, chain), Occur.SHOULD);
      }
    }
    for (var names : otherNames(telling)) {
      scored.add(best(names), Occur.SHOULD);
    }
    scored.setMinimumNumberShouldMatch(1);
    return query.paperId().isEmpty()
        ? scored.build()
        : paperFirst(query.paperId().get(), scored.build());
  }

  private static Set<String> terms(List<Wanted> telling, Chain chain) {
    var terms = new LinkedHashSet<String>();
    for (var wanted : telling) {
      for (var keyword : wanted.spellings()) {
        terms.addAll(keyword.terms(chain));
      }
    }
    return terms;
  }

  /** What counts as the words without being spelt alike, once where several words are one name. */
  private static Set<List<Wanted.Form>> otherNames(List<Wanted> telling) {
    var names = new LinkedHashSet<List<Wanted.Form>>();
    for (var wanted : telling) {
      var others = new ArrayList<Wanted.Form>();
      for (var form : wanted.forms()) {
        if (!form.isSpelling()) {
          others.add(form);
        }
      }
      if (!others.isEmpty()) {
        names.add(others);
      }
    }
    return names;
  }

  private static Query scored(String term, Chain chain) {
    var query = new TermQuery(new Term(chain.field(), term));
    return chain == Chain.CHARACTERS && Vocabulary.isLatinWord(term)
        ? new BoostQuery(query, UNSTEMMED)
        : query;
  }

  /** The best of some forms: a paper that has several of them is not more to the point. */
  private static Query best(List<Wanted.Form> forms) {
    var queries = new ArrayList<Query>();
    for (var form : forms) {
      queries.add(new BoostQuery(phrase(form.keyword()), beside(form)));
    }
    return new DisjunctionMaxQuery(queries, 0);
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
    var keywords = new ArrayList<Keyword>();
    for (var wanted : group) {
      keywords.addAll(wanted.all());
    }
    return anyKeyword(keywords);
  }

  static Query anyKeyword(List<Keyword> keywords) {
    var any = new BooleanQuery.Builder();
    for (var keyword : keywords) {
      any.add(phrase(keyword), Occur.SHOULD);
    }
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
