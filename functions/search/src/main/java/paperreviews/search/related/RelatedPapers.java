package paperreviews.search.related;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.PaperId;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.index.Concepts;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.StoredPaper;
import paperreviews.search.query.LuceneQueries;

/**
 * What makes papers alike: their keywords, under any name, and the words that are frequent in the
 * one and rare in the others.
 */
public final class RelatedPapers {
  /** How many words of a paper are looked for in others: its rarest are the most telling. */
  private static final int MAX_WORDS = 30;

  /** What a shared keyword counts beside the words. */
  private static final float KEYWORD = 4;

  /** What another review of the same paper counts: it comes before all others. */
  private static final float SAME_PAPER = 1_000;

  private final PaperIndex index;
  private final LeafReader segment;
  private final Concepts concepts;

  /** Looks for related papers in an index. */
  public RelatedPapers(PaperIndex index) {
    this.index = index;
    this.segment = index.segment();
    this.concepts = index.concepts();
  }

  /**
   * The papers that are most like the one of a document, the most similar first. Before them come
   * the other reviews of the same paper.
   *
   * @param limit how many to give at most
   */
  public List<RelatedPaper> to(int document, int limit) {
    try {
      var paper = index.paper(document);
      var others =
          new BooleanQuery.Builder()
              .add(like(paper), Occur.MUST)
              .add(PaperDocument.withId(paper.summary().id()), Occur.MUST_NOT)
              .build();
      return Arrays.stream(index.searcher().search(others, limit).scoreDocs)
          .map(found -> RelatedPaper.of(paper, index.paper(found.doc), found.score))
          .toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The papers that are like this one; it is one of them. */
  private Query like(StoredPaper paper) throws IOException {
    var like = new BooleanQuery.Builder();
    var keywords = paper.summary().keywords();
    var things = new LinkedHashSet<Object>();
    for (var keyword : Stream.concat(keywords.ja().stream(), keywords.en().stream()).toList()) {
      var names = concepts.named(keyword);
      // A concept that has names in both languages is one keyword.
      if (things.add(names.isPresent() ? names.get() : KeywordValue.key(keyword))) {
        var any =
            LuceneQueries.anyText(
                Stream.concat(Stream.of(keyword), names.stream().flatMap(n -> n.stream()))
                    .flatMap(name -> AnalyzedText.of(name).stream())
                    .toList());
        like.add(new BoostQuery(new ConstantScoreQuery(any), KEYWORD), Occur.SHOULD);
      }
    }
    tellingWords(paper)
        .forEach((word, weight) -> like.add(new BoostQuery(term(word), weight), Occur.SHOULD));
    otherReviews(paper)
        .map(PaperDocument::withId)
        .map(ConstantScoreQuery::new)
        .forEach(other -> like.add(new BoostQuery(other, SAME_PAPER), Occur.SHOULD));
    return like.build();
  }

  /** The ids of the other reviews of a paper: its id with other numbers, and the same address. */
  private Stream<String> otherReviews(StoredPaper paper) {
    var first = paper.summary().id().replaceFirst("-[2-9]$", "");
    return Stream.concat(
            Stream.of(first), IntStream.rangeClosed(2, 9).mapToObj(n -> first + "-" + n))
        .filter(
            id ->
                index
                    .document(id)
                    .map(index::paper)
                    .filter(other -> address(other).equals(address(paper)))
                    .isPresent());
  }

  private static String address(StoredPaper paper) {
    var url = paper.summary().url().orElse(paper.summary().id());
    return PaperId.ofAddress(url).orElse(url);
  }

  private static Query term(String word) {
    return new TermQuery(new Term(Analysis.BIGRAMS.field(), word));
  }

  /** The words that tell most about a paper, with their weight, which is 1 at most. */
  private Map<String, Float> tellingWords(StoredPaper paper) throws IOException {
    var counts = new HashMap<String, Integer>();
    Stream.of(paper.summary().title(), paper.review().ja(), paper.review().en())
        .flatMap(text -> Analysis.BIGRAMS.tokens(text).stream())
        .forEach(token -> counts.merge(token.term(), 1, Integer::sum));
    var terms = segment.terms(Analysis.BIGRAMS.field()).iterator();
    var weights = new HashMap<String, Double>();
    for (var count : counts.entrySet()) {
      // A word of this paper alone leads to no other.
      if (terms.seekExact(new BytesRef(count.getKey())) && terms.docFreq() > 1) {
        double rarity = Math.log(1 + segment.maxDoc() / (double) terms.docFreq());
        weights.put(count.getKey(), Math.sqrt(count.getValue()) * rarity);
      }
    }
    double most = weights.values().stream().mapToDouble(weight -> weight).max().orElse(1);
    var telling = new HashMap<String, Float>();
    weights.entrySet().stream()
        .sorted(comparingDouble(weight -> -weight.getValue()))
        .limit(MAX_WORDS)
        .forEach(weight -> telling.put(weight.getKey(), (float) (weight.getValue() / most)));
    return telling;
  }
}
