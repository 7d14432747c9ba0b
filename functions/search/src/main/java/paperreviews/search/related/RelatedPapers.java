package paperreviews.search.related;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import paperreviews.model.PaperId;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.StoredPaper;

/**
 * What makes papers related, the strongest reason first: keywords that they share, under any name;
 * concepts of the one that the other speaks of, most of all in its title; words of titles and
 * keywords; and the words that are frequent in the one and rare in the others. What few papers have
 * counts more than what many have.
 */
public final class RelatedPapers {
  private static final float TOPIC = 3;
  private static final float CONCEPT = 1.5f;
  private static final float TITLE_CONCEPT = 0.7f;

  /** Reviewers give the field first, then what is special in the paper. */
  private static final float FIRST_KEYWORD = 1.5f;

  private static final float NEXT_KEYWORD = 0.1f;
  private static final float AUTHOR = 5f;
  private static final float ANOTHER_AUTHOR = 0.5f;
  private static final float SECTION = 2.5f;
  private static final float KEYWORD_WORD = 0.5f;

  /** All words of the text together count no more than so much. */
  private static final float TEXT_WORD = 0.1f;

  /** How many words of a text are looked for in others: its rarest are the most telling. */
  private static final int MAX_WORDS = 20;

  /** A word in a larger share of the papers says little, and takes long to look for. */
  private static final double MAX_TELLING_SHARE = 0.02;

  /** In no more papers than this, a word is telling whatever its share. */
  private static final int MIN_COMMON = 30;

  /** What another review of the same paper counts: it comes before all others. */
  private static final float SAME_PAPER = 1_000;

  private final PaperIndex index;

  /** Looks for related papers in an index. */
  public RelatedPapers(PaperIndex index) {
    this.index = index;
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
      int section = index.columns().section()[document];
      var others =
          new BooleanQuery.Builder()
              .add(like(paper), Occur.MUST)
              .add(PaperDocument.withId(paper.summary().id()), Occur.MUST_NOT)
              .build();
      var inSection =
          new BooleanQuery.Builder()
              .add(others, Occur.MUST)
              .add(PaperDocument.inSection(section), Occur.FILTER)
              .build();
      var keys = RelatedPaper.keys(paper);
      // Apart, since Lucene skips papers only where there is nothing else to score.
      var scores = new HashMap<Integer, Float>();
      for (var found : index.searcher().search(others, limit).scoreDocs) {
        scores.put(found.doc, found.score);
      }
      for (var found : index.searcher().search(inSection, limit).scoreDocs) {
        scores.put(found.doc, found.score + SECTION);
      }
      return scores.entrySet().stream()
          .sorted(
              Map.Entry.<Integer, Float>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(limit)
          .map(found -> RelatedPaper.of(keys, index.paper(found.getKey()), found.getValue()))
          .toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The papers that are like this one; it is one of them. */
  private Query like(StoredPaper paper) throws IOException {
    var title = paper.summary().title();
    var keywords =
        Stream.concat(
                paper.summary().keywords().en().stream(), paper.summary().keywords().ja().stream())
            .toList();
    var like = new BooleanQuery.Builder();
    var topics =
        keywords.stream()
            .collect(groupingBy(index.concepts()::topic, LinkedHashMap::new, toList()));
    float weight = FIRST_KEYWORD;
    for (var topic : topics.entrySet()) {
      like.add(new BoostQuery(naming(topic.getKey(), topic.getValue()), weight), Occur.SHOULD);
      weight = Math.max(1, weight - NEXT_KEYWORD);
    }
    for (var concept : index.concepts().in(title)) {
      if (!topics.containsKey(concept)) {
        like.add(rare(PaperDocument.conceptTerm(concept), TITLE_CONCEPT), Occur.SHOULD);
      }
    }
    for (var word : tellingWords(paper)) {
      like.add(rare(word(word), TEXT_WORD), Occur.SHOULD);
    }
    like.add(anyOf(paper.summary().authors()), Occur.SHOULD);
    otherReviews(paper)
        .map(PaperDocument::withId)
        .forEach(other -> like.add(constant(other, SAME_PAPER), Occur.SHOULD));
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

  /** The papers that are about something, speak of it, or have words of its names. */
  private Query naming(String topic, List<String> names) throws IOException {
    var any = new ArrayList<Query>();
    any.add(rare(PaperDocument.topicTerm(topic), TOPIC));
    any.add(rare(PaperDocument.conceptTerm(topic), CONCEPT));
    for (var name : names) {
      var words = new BooleanQuery.Builder();
      for (var token : Analysis.BIGRAMS.tokens(name)) {
        if (isTelling(word(token.term()))) {
          words.add(rare(word(token.term()), KEYWORD_WORD), Occur.SHOULD);
        }
      }
      any.add(words.build());
    }
    return new DisjunctionMaxQuery(any, 0.3f);
  }

  /** The rarer a term, the more it counts: twice so, since BM25 counts its rarity, too. */
  private Query rare(Term term, float weight) throws IOException {
    return new BoostQuery(new TermQuery(term), weight * rarity(term));
  }

  /** Whether a word leads to another paper, but not to many. */
  private boolean isTelling(Term word) throws IOException {
    int papers = index.segment().docFreq(word);
    return papers > 1
        && papers <= Math.max(MIN_COMMON, index.segment().maxDoc() * MAX_TELLING_SHARE);
  }

  private float rarity(Term term) throws IOException {
    int papers = Math.max(1, index.segment().docFreq(term));
    return (float) Math.log(1 + index.segment().maxDoc() / (double) papers);
  }

  /** A paper that shares several authors is hardly closer than one that shares one. */
  private static Query anyOf(List<String> authors) {
    return new DisjunctionMaxQuery(
        authors.stream()
            .flatMap(author -> AnalyzedText.of(author).stream())
            .map(author -> constant(author.phraseQuery(), AUTHOR))
            .toList(),
        ANOTHER_AUTHOR);
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Term word(String word) {
    return new Term(Analysis.BIGRAMS.field(), word);
  }

  /** The words that tell most about a paper's text. */
  private List<String> tellingWords(StoredPaper paper) throws IOException {
    var counts = new HashMap<String, Integer>();
    Stream.of(paper.review().ja(), paper.review().en())
        .flatMap(text -> Analysis.BIGRAMS.tokens(text).stream())
        .forEach(token -> counts.merge(token.term(), 1, Integer::sum));
    var weights = new HashMap<String, Double>();
    for (var count : counts.entrySet()) {
      if (isTelling(word(count.getKey()))) {
        weights.put(count.getKey(), Math.sqrt(count.getValue()) * rarity(word(count.getKey())));
      }
    }
    return weights.entrySet().stream()
        .sorted(comparingDouble(weight -> -weight.getValue()))
        .limit(MAX_WORDS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
