package paperreviews.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.Concepts;
import paperreviews.search.index.Vocabulary;
import paperreviews.search.query.QueryTerm.Rule;
import paperreviews.search.query.QueryTerm.Variant;

/**
 * Adds to each word of a query what else counts as it: the word joined with its neighbour or taken
 * apart, other names of its concept, and, where all that finds nothing, how it may go on or what it
 * may be misspelt for.
 */
final class QueryExpansion {
  /**
   * Beside other words a concept's other names must not drown them; alone they are what is asked.
   */
  private static final float BESIDE_OTHERS = 0.25f;

  private static final float ALONE = 0.6f;

  /** What a word that was guessed counts, where nothing else is found for it. */
  private static final float GUESS = 0.9f;

  /** Where there is a choice of words, no concept's name goes on. */
  private static final String IN_NO_NAME = "\t";

  /** How many words a concept's name is looked for in. */
  private static final int MAX_NAME_WORDS = 6;

  /** How many words a word may go on to, or be misspelt for. */
  private static final int MAX_GUESSES = 8;

  /** For how many words of a query something is guessed: nobody mistypes more and means it. */
  private static final int MAX_GUESSED = 10;

  /** In longer queries nothing is suspected: they say enough without a rare word. */
  private static final int MAX_SUSPECTED = 4;

  /** Longer words are not taken apart: nobody joins that much. */
  private static final int MAX_JOINED_LENGTH = 40;

  /** What stands in so many papers needs no other spelling to be found. */
  private static final int COMMON = 10;

  /** A rarer word is suspected to be a typo of one that is so many times as frequent. */
  private static final int SUSPICIOUS = 10;

  private final IndexSearcher searcher;
  private final Vocabulary vocabulary;
  private final SimilarWords similarWords;
  private final Concepts concepts;

  QueryExpansion(
      IndexSearcher searcher, Vocabulary vocabulary, SimilarWords similarWords, Concepts concepts) {
    this.searcher = searcher;
    this.vocabulary = vocabulary;
    this.similarWords = similarWords;
    this.concepts = concepts;
  }

  /**
   * A expanded query.
   *
   * @param query the query with the forms of its words
   * @param corrected the text with its typos put right, if any were
   * @param suspected the text with words exchanged that may be typos, though they were found
   */
  record Expanded(SearchQuery query, Optional<String> corrected, Optional<String> suspected) {}

  Expanded expand(SearchQuery query, String text) {
    var expanded = new ArrayList<List<QueryTerm>>();
    for (var group : query.groups()) {
      expanded.add(new ArrayList<>(group));
    }
    addJoined(expanded);
    addApart(expanded);
    addConcepts(expanded);
    var corrected = addGuesses(query, expanded, text);
    return new Expanded(query.with(expanded), corrected, suspected(query, text));
  }

  /** few shot: fewshot. */
  private void addJoined(List<List<QueryTerm>> groups) {
    for (int at = 0; at + 1 < groups.size(); at++) {
      if (isSoleWord(groups.get(at)) && isSoleWord(groups.get(at + 1))) {
        var joined = word(groups.get(at)) + word(groups.get(at + 1));
        if (vocabulary.has(joined.toLowerCase(Locale.ROOT))) {
          add(groups, at, spelling(joined));
          add(groups, at + 1, spelling(joined));
        }
      }
    }
  }

  private static boolean isSoleWord(List<QueryTerm> group) {
    return group.size() == 1
        && !group.getFirst().quoted()
        && group.getFirst().text().phrase().size() == 1
        && Token.isLatinWord(word(group));
  }

  private static String word(List<QueryTerm> group) {
    return group.getFirst().text().text();
  }

  /** fewshot, few-shot: few shot and fewshot. */
  private void addApart(List<List<QueryTerm>> groups) {
    for (int group = 0; group < groups.size(); group++) {
      for (int at = 0; at < groups.get(group).size(); at++) {
        var wanted = groups.get(group).get(at);
        var tokens = wanted.text().tokens(Analysis.CHARACTERS);
        var spellings = new ArrayList<Variant>();
        if (tokens.size() == 1 && Token.isLatinWord(tokens.getFirst().term())) {
          for (var two : apart(tokens.getFirst().term())) {
            spellings.addAll(spelling(two));
          }
        } else if (tokens.size() == 2
            && Token.isLatinWord(tokens.getFirst().term())
            && Token.isLatinWord(tokens.getLast().term())) {
          var joined = tokens.getFirst().term() + tokens.getLast().term();
          if (vocabulary.has(joined)) {
            spellings.addAll(spelling(joined));
          }
        }
        groups.get(group).set(at, wanted.with(spellings));
      }
    }
  }

  private List<String> apart(String word) {
    var apart = new ArrayList<String>();
    if (word.length() <= MAX_JOINED_LENGTH && vocabulary.papersWith(word) <= COMMON) {
      for (var two : vocabulary.splits(word)) {
        var keyword = AnalyzedText.of(two);
        if (keyword.isPresent() && occurs(keyword.get())) {
          apart.add(two);
        }
      }
    }
    return apart;
  }

  /** object detection: 物体検知. */
  private void addConcepts(List<List<QueryTerm>> groups) {
    var keys = new ArrayList<String>();
    for (var group : groups) {
      keys.add(conceptKey(group));
    }
    for (int from = 0; from < groups.size(); ) {
      int next = from + 1;
      for (int to = Math.min(groups.size(), from + MAX_NAME_WORDS); to > from; to--) {
        var names = concepts.keyed(String.join("", keys.subList(from, to)));
        if (names.isPresent()) {
          float weight = from == 0 && to == groups.size() ? ALONE : BESIDE_OTHERS;
          for (int at = from; at < to; at++) {
            add(groups, at, names(names.get(), weight));
          }
          next = to;
          break;
        }
      }
      from = next;
    }
    for (var group : groups) {
      if (group.size() > 1) {
        group.replaceAll(
            wanted ->
                concepts
                    .named(wanted.text().text())
                    .map(names -> wanted.with(names(names, BESIDE_OTHERS)))
                    .orElse(wanted));
      }
    }
  }

  private static String conceptKey(List<QueryTerm> group) {
    return group.size() > 1 ? IN_NO_NAME : NameKey.of(group.getFirst().text());
  }

  /**
   * The names of concepts within the words, for a query that no paper answers whole: a question has
   * no spaces around them.
   */
  SearchQuery withConceptsWithin(SearchQuery query) {
    return query.with(
        query.groups().stream()
            .map(
                group ->
                    group.stream()
                        .map(
                            wanted ->
                                wanted.with(
                                    concepts.within(wanted.text()).stream()
                                        .flatMap(names -> names(names, BESIDE_OTHERS).stream())
                                        .toList()))
                        .toList())
            .toList());
  }

  private static List<Variant> variants(List<String> texts, Rule rule, float weight) {
    return texts.stream().flatMap(text -> variant(text, rule, weight).stream()).toList();
  }

  private static List<Variant> names(List<String> names, float weight) {
    return variants(names, Rule.CONCEPT, weight);
  }

  private static List<Variant> spelling(String text) {
    return variants(List.of(text), Rule.SPELLING, 1);
  }

  private static Optional<Variant> variant(String text, Rule rule, float weight) {
    return AnalyzedText.of(text).map(analyzed -> new Variant(analyzed, rule, weight));
  }

  private static void add(List<List<QueryTerm>> groups, int group, List<Variant> forms) {
    var words = groups.get(group);
    for (int at = 0; at < words.size(); at++) {
      words.set(at, words.get(at).with(forms));
    }
  }

  /** Effic: EfficientNet. EficientNet: the same. Gives the text with typos put right. */
  private Optional<String> addGuesses(
      SearchQuery query, List<List<QueryTerm>> groups, String text) {
    var corrected = text;
    int guessed = 0;
    for (int group = 0; group < groups.size(); group++) {
      for (int at = 0; at < groups.get(group).size() && guessed < MAX_GUESSED; at++) {
        var wanted = groups.get(group).get(at);
        var tokens = wanted.text().tokens(Analysis.CHARACTERS);
        if (wanted.quoted()
            || tokens.size() != 1
            || vocabulary.has(tokens.getFirst().term())
            || occurs(wanted)) {
          continue;
        }
        guessed++;
        var word = tokens.getFirst().term();
        boolean last = group == groups.size() - 1 && at == groups.get(group).size() - 1;
        var longer =
            query.unfinished() && last
                ? vocabulary.startingWith(word, MAX_GUESSES)
                : List.<String>of();
        var guesses = longer.isEmpty() ? similarWords.to(word, MAX_GUESSES) : longer;
        if (longer.isEmpty() && !guesses.isEmpty()) {
          corrected = corrected.replace(wanted.text().text(), guesses.getFirst());
        }
        groups
            .get(group)
            .set(
                at,
                wanted.with(
                    longer.isEmpty() ? typos(guesses) : variants(longer, Rule.PREFIX, GUESS)));
      }
    }
    return corrected.equals(text) ? Optional.empty() : Optional.of(corrected);
  }

  /** The nearest words count most. */
  private static List<Variant> typos(List<String> words) {
    var variants = new ArrayList<Variant>();
    for (var word : words) {
      variant(word, Rule.TYPO, GUESS / (1 + variants.size())).ifPresent(variants::add);
    }
    return variants;
  }

  /**
   * The text with words exchanged that are found, but hardly ever, for near ones that often are.
   */
  private Optional<String> suspected(SearchQuery query, String text) {
    var suspected = text;
    if (query.terms().size() > MAX_SUSPECTED) {
      return Optional.empty();
    }
    for (var wanted : query.terms()) {
      for (var token : wanted.text().tokens(Analysis.CHARACTERS)) {
        int papers = vocabulary.papersWith(token.term());
        if (papers == 0 && !wanted.quoted()) {
          continue; // What was guessed for it is a correction already.
        }
        var near = similarWords.nearest(token.term(), Math.max(1, papers) * SUSPICIOUS);
        if (near.isPresent()) {
          suspected =
              suspected.replace(
                  wanted.text().text().substring(token.start(), token.end()), near.get());
        }
      }
    }
    return suspected.equals(text) ? Optional.empty() : Optional.of(suspected);
  }

  private boolean occurs(QueryTerm wanted) {
    return LuceneQueries.finds(searcher, LuceneQueries.anyText(wanted.texts()));
  }

  private boolean occurs(AnalyzedText keyword) {
    return LuceneQueries.finds(searcher, keyword.phraseQuery());
  }
}
