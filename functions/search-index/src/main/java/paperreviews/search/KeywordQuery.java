package paperreviews.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import paperreviews.catalogue.PaperId;

/**
 * What somebody asked for, as understood: words, phrases in quotes, and the paper whose id or
 * address was pasted.
 *
 * <p>A document must have every phrase, and every word as a phrase of its tokens; where none has
 * every word, any of their tokens will do. The score is one BM25 over all fields, summed over the
 * two chains: scores of single fields must not be added up, or the English titles give every
 * Japanese word in them a huge weight.
 *
 * <p>Typos, other names of the same concept and unfinished words would be more {@link Keyword}s
 * beside a word, and belong into {@link #all}.
 *
 * @param words what stood outside quotes, cut at spaces
 * @param phrases what stood in quotes
 * @param paperId the id of the paper that was pasted
 */
record KeywordQuery(List<Keyword> words, List<Keyword> phrases, Optional<String> paperId) {
  private static final Pattern PIECE =
      Pattern.compile("[\"“”„＂]([^\"“”„＂]*)[\"“”„＂]|([^\\s\\p{Z}\"“”„＂]+)");

  /** Far above any score of words. */
  private static final float FIRST = 1000;

  /** Reads a query. Quotes without a partner are read as spaces. */
  static KeywordQuery parse(String text) {
    var pasted = PaperId.ofReference(text.strip());
    var words = new ArrayList<Keyword>();
    var phrases = new ArrayList<Keyword>();
    var pieces = PIECE.matcher(pasted.orElse(text));
    while (pieces.find()) {
      if (pieces.group(1) != null) {
        Keyword.of(pieces.group(1).strip()).ifPresent(phrases::add);
      } else {
        Keyword.of(pieces.group(2)).ifPresent(words::add);
      }
    }
    return new KeywordQuery(words, phrases, pasted.or(() -> soleWord(text)));
  }

  private static Optional<String> soleWord(String text) {
    return Optional.of(text.strip()).filter(word -> word.matches("\\S+"));
  }

  boolean isEmpty() {
    return words.isEmpty() && phrases.isEmpty();
  }

  /** Whether {@link #any} finds more than {@link #all}. */
  boolean canLoosen() {
    return !words.isEmpty();
  }

  /** The documents that have every phrase and every word. */
  Query all() {
    return scored(Stream.concat(phrases.stream(), telling()).toList());
  }

  /** The documents that have every phrase and any token of the words, stop words aside. */
  Query any() {
    return scored(phrases);
  }

  /** The words without stop words, unless there are no others. */
  private Stream<Keyword> telling() {
    var telling = words.stream().filter(word -> !word.isStopWord()).toList();
    return telling.isEmpty() && phrases.isEmpty() ? words.stream() : telling.stream();
  }

  private Query scored(List<Keyword> required) {
    if (isEmpty()) {
      return new MatchNoDocsQuery("nothing to look for");
    }
    var scored = new BooleanQuery.Builder();
    required.forEach(keyword -> scored.add(phrase(keyword), Occur.FILTER));
    var keywords = Stream.concat(telling(), phrases.stream()).toList();
    for (var chain : Chain.values()) {
      var terms = new LinkedHashSet<String>();
      keywords.forEach(keyword -> terms.addAll(keyword.terms(chain)));
      terms.forEach(term -> scored.add(new TermQuery(new Term(chain.field(), term)), Occur.SHOULD));
    }
    scored.setMinimumNumberShouldMatch(1);
    return paperFirst(scored.build());
  }

  private Query paperFirst(Query query) {
    if (paperId.isEmpty()) {
      return query;
    }
    var paper = new TermQuery(new Term(PaperDocument.ID, PaperDocument.folded(paperId.get())));
    return new BooleanQuery.Builder()
        .add(new BoostQuery(new ConstantScoreQuery(paper), FIRST), Occur.SHOULD)
        .add(query, Occur.SHOULD)
        .build();
  }

  /** The documents in which the keyword's tokens follow each other. */
  private static Query phrase(Keyword keyword) {
    var phrase = new PhraseQuery.Builder();
    for (var token : keyword.tokens()) {
      phrase.add(new Term(keyword.chain().field(), token.term()), token.position());
    }
    return phrase.build();
  }
}
