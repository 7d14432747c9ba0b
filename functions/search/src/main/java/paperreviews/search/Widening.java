package paperreviews.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import paperreviews.search.Wanted.Form;

/**
 * Adds to each word of a query what else counts as it: the word joined with its neighbour or taken
 * apart, other names of its concept, and, where all that finds nothing, how it may go on or what it
 * may be misspelt for.
 */
final class Widening {
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
  private static final int LONGEST_NAME = 6;

  /** How many words a word may go on to, or be misspelt for. */
  private static final int MOST_GUESSES = 8;

  /** For how many words of a query something is guessed: nobody mistypes more and means it. */
  private static final int MOST_GUESSED = 10;

  /** In longer queries nothing is suspected: they say enough without a rare word. */
  private static final int MOST_SUSPECTED = 4;

  /** Longer words are not taken apart: nobody joins that much. */
  private static final int LONGEST_JOINED = 40;

  /** What stands in so many papers needs no other spelling to be found. */
  private static final int COMMON = 10;

  /** A rarer word is suspected to be a typo of one that is so many times as frequent. */
  private static final int SUSPICIOUS = 10;

  private final IndexSearcher searcher;
  private final Vocabulary vocabulary;
  private final NearWords nearWords;
  private final Concepts concepts;

  Widening(IndexSearcher searcher, Vocabulary vocabulary, NearWords nearWords, Concepts concepts) {
    this.searcher = searcher;
    this.vocabulary = vocabulary;
    this.nearWords = nearWords;
    this.concepts = concepts;
  }

  /**
   * A widened query.
   *
   * @param query the query with the forms of its words
   * @param corrected the text with its typos put right, if any were
   * @param suspected the text with words exchanged that may be typos, though they were found
   */
  record Widened(KeywordQuery query, Optional<String> corrected, Optional<String> suspected) {}

  Widened widen(KeywordQuery query, String text) {
    var widened = new ArrayList<List<Wanted>>();
    for (var group : query.groups()) {
      widened.add(new ArrayList<>(group));
    }
    addJoined(widened);
    addApart(widened);
    addConcepts(widened);
    var corrected = addGuesses(query, widened, text);
    return new Widened(query.with(widened), corrected, suspected(query, text));
  }

  /** few shot: fewshot. */
  private void addJoined(List<List<Wanted>> groups) {
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

  private static boolean isSoleWord(List<Wanted> group) {
    return group.size() == 1
        && !group.getFirst().quoted()
        && group.getFirst().keyword().tokens().size() == 1
        && Vocabulary.isLatinWord(word(group));
  }

  private static String word(List<Wanted> group) {
    return group.getFirst().keyword().text();
  }

  /** fewshot, few-shot: few shot and fewshot. */
  private void addApart(List<List<Wanted>> groups) {
    for (int group = 0; group < groups.size(); group++) {
      for (int at = 0; at < groups.get(group).size(); at++) {
        var wanted = groups.get(group).get(at);
        var tokens = wanted.keyword().tokens(Chain.CHARACTERS);
        var spellings = new ArrayList<Form>();
        if (tokens.size() == 1 && Vocabulary.isLatinWord(tokens.getFirst().term())) {
          for (var two : apart(tokens.getFirst().term())) {
            spellings.addAll(spelling(two));
          }
        } else if (tokens.size() == 2
            && Vocabulary.isLatinWord(tokens.getFirst().term())
            && Vocabulary.isLatinWord(tokens.getLast().term())) {
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
    if (word.length() <= LONGEST_JOINED && vocabulary.papersWith(word) <= COMMON) {
      for (var two : vocabulary.apart(word)) {
        var keyword = Keyword.of(two);
        if (keyword.isPresent() && occurs(keyword.get())) {
          apart.add(two);
        }
      }
    }
    return apart;
  }

  /** object detection: 物体検知. */
  private void addConcepts(List<List<Wanted>> groups) {
    var keys = new ArrayList<String>();
    for (var group : groups) {
      keys.add(conceptKey(group));
    }
    for (int from = 0; from < groups.size(); ) {
      int next = from + 1;
      for (int to = Math.min(groups.size(), from + LONGEST_NAME); to > from; to--) {
        var names = concepts.keyed(String.join("", keys.subList(from, to)));
        if (names.isPresent()) {
          float weight = from == 0 && to == groups.size() ? ALONE : BESIDE_OTHERS;
          for (int at = from; at < to; at++) {
            add(groups, at, forms(names.get(), weight));
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
                    .named(wanted.keyword().text())
                    .map(names -> wanted.with(forms(names, BESIDE_OTHERS)))
                    .orElse(wanted));
      }
    }
  }

  private static String conceptKey(List<Wanted> group) {
    return group.size() > 1 ? IN_NO_NAME : Concepts.key(group.getFirst().keyword());
  }

  /**
   * The names of concepts within the words, for a query that no paper answers whole: a question has
   * no spaces around them.
   */
  KeywordQuery withConceptsWithin(KeywordQuery query) {
    return query.with(
        query.groups().stream()
            .map(
                group ->
                    group.stream()
                        .map(
                            wanted ->
                                wanted.with(
                                    concepts.within(wanted.keyword()).stream()
                                        .flatMap(names -> forms(names, BESIDE_OTHERS).stream())
                                        .toList()))
                        .toList())
            .toList());
  }

  private static List<Form> forms(List<String> names, float weight) {
    var forms = new ArrayList<Form>();
    for (var name : names) {
      addForm(name, weight, forms);
    }
    return forms;
  }

  private static List<Form> spelling(String text) {
    return forms(List.of(text), 1);
  }

  private static void addForm(String text, float weight, List<Form> forms) {
    var keyword = Keyword.of(text);
    if (keyword.isPresent()) {
      forms.add(new Form(keyword.get(), weight));
    }
  }

  private static void add(List<List<Wanted>> groups, int group, List<Form> forms) {
    var words = groups.get(group);
    for (int at = 0; at < words.size(); at++) {
      words.set(at, words.get(at).with(forms));
    }
  }

  /** Effic: EfficientNet. EficientNet: the same. Gives the text with typos put right. */
  private Optional<String> addGuesses(KeywordQuery query, List<List<Wanted>> groups, String text) {
    var corrected = text;
    int guessed = 0;
    for (int group = 0; group < groups.size(); group++) {
      for (int at = 0; at < groups.get(group).size() && guessed < MOST_GUESSED; at++) {
        var wanted = groups.get(group).get(at);
        var tokens = wanted.keyword().tokens(Chain.CHARACTERS);
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
                ? vocabulary.startingWith(word, MOST_GUESSES)
                : List.<String>of();
        var guesses = longer.isEmpty() ? nearWords.to(word, MOST_GUESSES) : longer;
        if (longer.isEmpty() && !guesses.isEmpty()) {
          corrected = corrected.replace(wanted.keyword().text(), guesses.getFirst());
        }
        groups.get(group).set(at, wanted.with(guessed(guesses, longer.isEmpty())));
      }
    }
    return corrected.equals(text) ? Optional.empty() : Optional.of(corrected);
  }

  /** Guesses as forms; of typos, the nearest words count most. */
  private static List<Form> guessed(List<String> guesses, boolean nearestFirst) {
    var forms = new ArrayList<Form>();
    for (var guess : guesses) {
      addForm(guess, nearestFirst ? GUESS / (1 + forms.size()) : GUESS, forms);
    }
    return forms;
  }

  /**
   * The text with words exchanged that are found, but hardly ever, for near ones that often are.
   */
  private Optional<String> suspected(KeywordQuery query, String text) {
    var suspected = text;
    if (query.wanted().size() > MOST_SUSPECTED) {
      return Optional.empty();
    }
    for (var wanted : query.wanted()) {
      for (var token : wanted.keyword().tokens(Chain.CHARACTERS)) {
        int papers = vocabulary.papersWith(token.term());
        if (papers == 0 && !wanted.quoted()) {
          continue; // What was guessed for it is a correction already.
        }
        var near = nearWords.nearest(token.term(), Math.max(1, papers) * SUSPICIOUS);
        if (near.isPresent()) {
          suspected =
              suspected.replace(
                  wanted.keyword().text().substring(token.start(), token.end()), near.get());
        }
      }
    }
    return suspected.equals(text) ? Optional.empty() : Optional.of(suspected);
  }

  private boolean occurs(Wanted wanted) {
    return LuceneQueries.finds(searcher, LuceneQueries.anyKeyword(wanted.all()));
  }

  private boolean occurs(Keyword keyword) {
    return LuceneQueries.finds(searcher, LuceneQueries.phrase(keyword));
  }
}
