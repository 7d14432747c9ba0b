package paperreviews.search;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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

/**
 * What makes papers alike: their keywords, under any name, and the words that are frequent in the
 * one and rare in the others.
 */
final class Likeness {
  /** How many words of a paper are looked for in others: its rarest are the most telling. */
  private static final int MOST_WORDS = 30;

  /** What a shared keyword counts beside the words. */
  private static final float KEYWORD = 4;

  private final LeafReader segment;
  private final Concepts concepts;

  Likeness(LeafReader segment, Concepts concepts) {
    this.segment = segment;
    this.concepts = concepts;
  }

  /** The papers that are like this one; it is one of them. */
  Query to(PaperDocument.Shown paper) throws IOException {
    var like = new BooleanQuery.Builder();
    var keywords = paper.summary().keywords();
    var things = new LinkedHashSet<Object>();
    for (var keyword : Stream.concat(keywords.ja().stream(), keywords.en().stream()).toList()) {
      var names = concepts.named(keyword);
      // A concept that has names in both languages is one keyword.
      if (things.add(names.isPresent() ? names.get() : KeywordValue.key(keyword))) {
        var any =
            LuceneQueries.anyKeyword(
                Stream.concat(Stream.of(keyword), names.stream().flatMap(n -> n.stream()))
                    .flatMap(name -> Keyword.of(name).stream())
                    .toList());
        like.add(new BoostQuery(new ConstantScoreQuery(any), KEYWORD), Occur.SHOULD);
      }
    }
    tellingWords(paper)
        .forEach((word, weight) -> like.add(new BoostQuery(term(word), weight), Occur.SHOULD));
    return like.build();
  }

  private static Query term(String word) {
    return new TermQuery(new Term(Chain.BIGRAMS.field(), word));
  }

  /** The words that tell most about a paper, with their weight, which is 1 at most. */
  private Map<String, Float> tellingWords(PaperDocument.Shown paper) throws IOException {
    var counts = new HashMap<String, Integer>();
    Stream.of(paper.summary().title(), paper.review().ja(), paper.review().en())
        .flatMap(text -> Chain.BIGRAMS.tokens(text).stream())
        .forEach(token -> counts.merge(token.term(), 1, Integer::sum));
    var terms = segment.terms(Chain.BIGRAMS.field()).iterator();
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
        .limit(MOST_WORDS)
        .forEach(weight -> telling.put(weight.getKey(), (float) (weight.getValue() / most)));
    return telling;
  }
}
