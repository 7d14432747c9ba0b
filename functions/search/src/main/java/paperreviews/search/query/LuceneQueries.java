package paperreviews.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.query.QueryTerm.OtherText;
import paperreviews.search.query.QueryTerm.Rule;
import paperreviews.search.query.QueryTerm.Variant;

/**
 * A query as Lucene runs it.
 *
 * <p>A paper must have every term as a phrase of its tokens, in any of its variants; where none has
 * every term, about half of them, or about half of the pairs of a term. The score is one BM25 over
 * all fields, summed over the two analyses: scores of single fields must not be added up, or the
 * English titles give every Japanese word in them a huge weight. Other names of a concept count
 * less. The heading of a paper's section helps, but finds a paper only where nothing else does.
 */
public final class LuceneQueries {
  /** Above any score of words: the paper of that id or name. */
  private static final float FIRST = 1000;

  /** How many words a paper must have all of. */
  private static final int MAX_REQUIRED = 3;

  /** A Latin word's stem matters most; how it is written only breaks ties. */
  private static final float UNSTEMMED = 0.5f;

  /** What a word in the heading of the section counts. */
  private static final float IN_SECTION = 0.2f;

  /** A word in a larger part of the papers does not make a paper an answer by itself. */
  private static final double COMMON = 0.25;

  /** In fewer papers than this, no word is common. */
  private static final int MIN_PAPERS = 10;

  /** How many words a description has, of which papers need have fewer than half. */
  private static final int MIN_DESCRIPTION = 4;

  private static final int MIN_PROSE = 12;

  private static final double OF_DESCRIPTION = 0.15;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]+");

  private final PaperIndex index;
  private final IndexSearcher searcher;
  private final SearchQuery query;
  private final Optional<String> first;

  /**
   * Writes a query for Lucene.
   *
   * @param first the id or the name of a paper to rank first
   */
  LuceneQueries(PaperIndex index, SearchQuery query, Optional<String> first) {
    this.index = index;
    this.searcher = index.searcher();
    this.query = query;
    this.first = first;
  }

  /**
   * Whether a query has so many words that papers without some of them may be better: such a query
   * describes what is sought, and does not name it.
   */
  boolean describes() {
    return query.requiredGroups().stream()
            .filter(group -> group.stream().noneMatch(QueryTerm::quoted))
            .count()
        > MAX_REQUIRED;
  }

  /** Whether a query has so many words that quotes in it are no operators, but pasted with it. */
  private boolean isProse() {
    return query.terms().stream()
            .mapToInt(term -> term.text().tokens(Analysis.CHARACTERS).size())
            .sum()
        > MIN_PROSE;
  }

  /** The papers that have every phrase and every word. */
  PaperQuery all() {
    return all(LuceneQueries::anyTerm);
  }

  /**
   * The papers of the sections that have every phrase and every word in the heading or the
   * introduction.
   */
  PaperQuery ofSections() {
    return all(this::anySection);
  }

  /** Whether a paper has every phrase and every word. */
  boolean isFound() {
    return !query.isEmpty() && index.finds(requiringAll(LuceneQueries::anyTerm).build());
  }

  /** Whether a section has every phrase and every word, and none is excluded. */
  boolean isFoundInSections() {
    return !query.groups().isEmpty()
        && query.excluded().isEmpty()
        && index.finds(requiringAll(this::anySection).build());
  }

  private BooleanQuery.Builder requiringAll(Function<List<QueryTerm>, Query> any) {
    var required = required();
    query.requiredGroups().forEach(group -> required.add(any.apply(group), Occur.FILTER));
    return required;
  }

  private PaperQuery all(Function<List<QueryTerm>, Query> any) {
    if (query.isEmpty() || query.saysNothing()) {
      return PaperQuery.unranked(new MatchNoDocsQuery("nothing to look for"));
    }
    var required = requiringAll(any);
    if (query.requiredGroups().isEmpty()) {
      required.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
      return PaperQuery.unranked(required.build());
    }
    return PaperQuery.ranked(required.build(), score(query.rankingTerms(), query.rankingTerms()));
  }

  /**
   * The papers that have every phrase and about half of the words.
   *
   * @param segments what the words of each group are made of
   */
  PaperQuery any(List<List<QueryTerm>> segments) {
    if (query.groups().isEmpty()) {
      return all();
    }
    var required = required();
    if (!isProse()) {
      query.groups().stream()
          .filter(group -> group.stream().allMatch(QueryTerm::quoted))
          .forEach(group -> required.add(anyTerm(group), Occur.FILTER));
    }
    required.add(someOf(segments), Occur.FILTER);
    return PaperQuery.ranked(
        required.build(),
        score(query.rankingTerms(), segments.stream().flatMap(List::stream).toList()));
  }

  private BooleanQuery.Builder required() {
    var required = new BooleanQuery.Builder();
    query.excluded().forEach(term -> required.add(term.query(), Occur.MUST_NOT));
    return required;
  }

  private static Query anyTerm(List<QueryTerm> terms) {
    var any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(term.query(), Occur.SHOULD));
    return any.build();
  }

  private Query anySection(List<QueryTerm> terms) {
    var any = new BooleanQuery.Builder();
    terms.stream()
        .flatMap(term -> term.spellings().stream())
        .forEach(text -> any.add(index.inSections(text), Occur.SHOULD));
    return any.build();
  }

  /**
   * The papers that have about half of the segments that are not common. Where one of a few is a
   * topic that no paper has, only other topics count: BERT's methods are not just any method.
   */
  private Query someOf(List<List<QueryTerm>> segments) {
    boolean lacksTopic =
        segments.size() < MIN_DESCRIPTION && segments.stream().anyMatch(this::isAbsentTopic);
    var specific =
        segments.stream().filter(group -> lacksTopic ? isTopic(group) : !isCommon(group)).toList();
    var counted = specific.isEmpty() && !lacksTopic ? segments : specific;
    int count = counted.size();
    var some = new BooleanQuery.Builder();
    counted.forEach(group -> some.add(aboutHalf(group), Occur.SHOULD));
    double share = count < MIN_DESCRIPTION ? 0.5 : count < MIN_PROSE ? OF_DESCRIPTION : 0;
    return some.setMinimumNumberShouldMatch(Math.max(1, (int) (count * share))).build();
  }

  /** Whether a group is a name of a concept that no paper has. */
  private boolean isAbsentTopic(List<QueryTerm> group) {
    return group.stream()
        .allMatch(
            term ->
                index.concepts().keyed(NameKey.of(term.text())).isPresent()
                    && !index.finds(term.query()));
  }

  /** Whether a group is a name of a concept or of a paper. */
  private boolean isTopic(List<QueryTerm> group) {
    return group.stream()
        .anyMatch(
            term ->
                !term.concepts().isEmpty()
                    || index.finds(PaperDocument.withName(NameKey.of(term.text()))));
  }

  /** What papers are about is a topic, however many there are. */
  private boolean isCommon(List<QueryTerm> group) {
    int papers = searcher.getIndexReader().maxDoc();
    return papers >= MIN_PAPERS
        && group.stream()
            .flatMap(term -> term.concepts().stream())
            .noneMatch(concept -> papersWith(PaperDocument.topicTerm(concept)) > 0)
        && group.stream().allMatch(term -> isCommon(term.corrected()));
  }

  private boolean isCommon(AnalyzedText text) {
    return text.phrase().stream()
        .allMatch(
            token ->
                papersWith(new Term(text.analysis().field(), token.term()))
                    > searcher.getIndexReader().maxDoc() * COMMON);
  }

  private int papersWith(Term term) {
    try {
      return searcher.getIndexReader().docFreq(term);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The papers that have a term, or about half of the pairs of one. */
  private static Query aboutHalf(List<QueryTerm> group) {
    var half = new BooleanQuery.Builder();
    for (var term : group) {
      half.add(term.query(), Occur.SHOULD);
      var tokens = term.text().tokens(Analysis.CHARACTERS);
      if (!term.quoted() && tokens.size() > 1 && tokens.stream().allMatch(Token::isLatinWord)) {
        half.add(allTokens(tokens), Occur.SHOULD);
      }
      var pairs = pairs(term.text());
      if (!term.quoted() && pairs.size() > 1) {
        var some = new BooleanQuery.Builder();
        pairs.forEach(
            pair ->
                some.add(new TermQuery(new Term(Analysis.BIGRAMS.field(), pair)), Occur.SHOULD));
        // Of a loanword, half is chance: ベイズ and ノイズ.
        int enough =
            KATAKANA.matcher(term.text().text()).matches()
                ? (2 * pairs.size() + 2) / 3
                : (pairs.size() + 1) / 2;
        half.add(some.setMinimumNumberShouldMatch(enough).build(), Occur.SHOULD);
      }
    }
    return half.build();
  }

  /** EfficientNet-B7, where a paper has both words, but apart. */
  private static Query allTokens(List<Token> tokens) {
    var all = new BooleanQuery.Builder();
    for (var token : tokens) {
      var word = new Term(Analysis.CHARACTERS.field(), token.term());
      all.add(new TermQuery(word), Occur.FILTER);
    }
    return all.build();
  }

  /** The different pairs of a term in kanji or katakana; none of one in hiragana or Latin. */
  private static Set<String> pairs(AnalyzedText term) {
    var pairs = new LinkedHashSet<String>();
    for (var token : term.tokens(Analysis.BIGRAMS)) {
      if (token.isLatinWord() || token.term().chars().anyMatch(LuceneQueries::isHiragana)) {
        continue;
      }
      pairs.add(token.term());
    }
    return pairs;
  }

  private static boolean isHiragana(int character) {
    return 'ぁ' <= character && character <= 'ゖ';
  }

  private Query score(List<QueryTerm> whole, List<QueryTerm> segments) {
    var scored = new BooleanQuery.Builder();
    for (var analysis : Analysis.values()) {
      var tokens = tokens(whole, analysis);
      tokens(segments, analysis).forEach((token, _) -> tokens.putIfAbsent(token, 1));
      tokens.forEach((token, count) -> scored.add(scored(token, count, analysis), Occur.SHOULD));
    }
    var terms = new ArrayList<>(whole);
    terms.addAll(segments);
    otherNames(terms).forEach(names -> scored.add(best(names), Occur.SHOULD));
    for (var term : segments) {
      scored.add(new BoostQuery(index.inSections(term.text()), IN_SECTION), Occur.SHOULD);
    }
    yearsAfterNames().forEach(name -> scored.add(name, Occur.SHOULD));
    first.ifPresent(
        name -> {
          scored.add(first(PaperDocument.withId(name)), Occur.SHOULD);
          scored.add(first(PaperDocument.withName(NameKey.of(name))), Occur.SHOULD);
        });
    return scored.build();
  }

  /** CVPR 2019, where the year does not only occur elsewhere in the paper. */
  private List<Query> yearsAfterNames() {
    var groups = query.groups();
    return IntStream.range(1, groups.size())
        .filter(at -> YEAR.matcher(groups.get(at).getFirst().text().text()).matches())
        .mapToObj(
            at ->
                groups.get(at - 1).getFirst().text().text()
                    + " "
                    + groups.get(at).getFirst().text().text())
        .flatMap(name -> AnalyzedText.of(name).stream())
        .map(AnalyzedText::phraseQuery)
        .toList();
  }

  private static Query first(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), FIRST);
  }

  /** The tokens of the terms and their spellings, and in how many terms they are. */
  private static Map<String, Integer> tokens(List<QueryTerm> terms, Analysis analysis) {
    var counts = new LinkedHashMap<String, Integer>();
    for (var term : terms) {
      term.spellings().stream()
          .flatMap(text -> text.terms(analysis).stream())
          .distinct()
          .forEach(token -> counts.merge(token, 1, Integer::sum));
    }
    return counts;
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

  /** What a description repeats matters more. */
  private static Query scored(String token, int count, Analysis analysis) {
    boolean isUnstemmed = analysis == Analysis.CHARACTERS && Token.isLatinWord(token);
    float boost = isUnstemmed ? UNSTEMMED * count : count;
    return new BoostQuery(new TermQuery(new Term(analysis.field(), token)), boost);
  }

  /** The best of some variants: a paper that has several of them is not more relevant. */
  private static Query best(List<Variant> variants) {
    return new DisjunctionMaxQuery(variants.stream().map(LuceneQueries::scored).toList(), 0);
  }

  /** A Latin word scores as if it was asked for, so that how it is written breaks ties, too. */
  private static Query scored(Variant variant) {
    if (!(variant instanceof OtherText other)
        || other.text().phrase().size() != 1
        || !other.text().phrase().getFirst().isLatinWord()) {
      return new BoostQuery(variant.query(), boost(variant));
    }
    var word = new BooleanQuery.Builder();
    for (var analysis : Analysis.values()) {
      other
          .text()
          .terms(analysis)
          .forEach(token -> word.add(scored(token, 1, analysis), Occur.SHOULD));
    }
    return new BoostQuery(word.build(), other.weight());
  }

  /**
   * What a variant weighs: as much as one word, which scores once by each analysis. The score of a
   * phrase is the sum of its tokens'.
   */
  private static float boost(Variant variant) {
    float weight = variant.weight() * Analysis.values().length;
    return variant instanceof OtherText other ? weight / other.text().phrase().size() : weight;
  }

  /** The papers that have one of some texts as a phrase. */
  public static Query anyText(List<AnalyzedText> texts) {
    var any = new BooleanQuery.Builder();
    texts.forEach(text -> any.add(text.phraseQuery(), Occur.SHOULD));
    return any.build();
  }
}
