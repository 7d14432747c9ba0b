package paperreviews.search.suggest;

import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Transition;
import paperreviews.search.analysis.PrefixKey;

/** Finds what starts with a misspelt word. Its first letter is right, and kanji always are. */
final class SimilarPrefixes {
  private static final int MIN_LENGTH = 4;
  private static final int MIN_LENGTH_FOR_TWO_TYPOS = 8;
  private static final int MIN_KATAKANA_FOR_TWO_TYPOS = 6;
  private static final Pattern SPELT = Pattern.compile("\\p{IsLatin}+|[ァ-ヺー]+");

  private SimilarPrefixes() {}

  /** Whether a word may have a typo. */
  static boolean mayHaveTypo(String word) {
    return word.length() >= MIN_LENGTH && SPELT.matcher(word).matches();
  }

  /** How many typos a word may have. */
  private static int maxTypos(String word) {
    boolean isKatakana = word.charAt(0) >= 'ァ';
    return word.length() < (isKatakana ? MIN_KATAKANA_FOR_TWO_TYPOS : MIN_LENGTH_FOR_TWO_TYPOS)
        ? 1
        : 2;
  }

  /** What starts with a word in a field, or with what it may be misspelt for. */
  static Query of(String field, String word, int typos) {
    var prefix = PrefixKey.shortened(word);
    var similar =
        new LevenshteinAutomata(prefix.substring(1), true)
            .toAutomaton(Math.min(typos, maxTypos(prefix)), prefix.substring(0, 1));
    return new AutomatonQuery(new Term(field, prefix), prefixes(similar));
  }

  /** What starts with something that an automaton accepts. */
  private static Automaton prefixes(Automaton words) {
    var prefixes = new Automaton();
    for (int state = 0; state < words.getNumStates(); state++) {
      prefixes.createState();
      prefixes.setAccept(state, words.isAccept(state));
    }
    var transition = new Transition();
    for (int state = 0; state < words.getNumStates(); state++) {
      if (words.isAccept(state)) {
        prefixes.addTransition(state, state, Character.MIN_CODE_POINT, Character.MAX_CODE_POINT);
        continue;
      }
      int count = words.initTransition(state, transition);
      for (int n = 0; n < count; n++) {
        words.getNextTransition(transition);
        prefixes.addTransition(state, transition.dest, transition.min, transition.max);
      }
    }
    prefixes.finishState();
    return prefixes;
  }
}
