package paperreviews.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * A word or a phrase to look for: tokens that follow each other.
 *
 * @param text as it was asked for
 * @param chain by which it is looked for
 * @param cut its tokens by each chain, at least one by its own
 */
record Keyword(String text, Chain chain, Map<Chain, List<Chain.Token>> cut) {

  /** The keyword that a text makes, or nothing if it holds nothing to look for. */
  static Optional<Keyword> of(String text) {
    var cut = new EnumMap<Chain, List<Chain.Token>>(Chain.class);
    for (var chain : Chain.values()) {
      cut.put(chain, chain.tokens(text));
    }
    var bigrams = cut.get(Chain.BIGRAMS);
    boolean inPairs = !bigrams.isEmpty();
    for (var token : bigrams) {
      inPairs &= !isSingleCharacter(token);
    }
    if (inPairs) {
      return Optional.of(new Keyword(text, Chain.BIGRAMS, cut));
    }
    return cut.get(Chain.CHARACTERS).isEmpty()
        ? Optional.empty()
        : Optional.of(new Keyword(text, Chain.CHARACTERS, cut));
  }

  /**
   * A Han or kana character alone is no bigram: the bigram fields have it only where it has no
   * neighbour of its kind.
   */
  private static boolean isSingleCharacter(Chain.Token token) {
    var term = token.term();
    return term.codePointCount(0, term.length()) == 1 && term.codePointAt(0) > 0x7f;
  }

  /** The tokens that must follow each other. */
  List<Chain.Token> tokens() {
    return tokens(chain);
  }

  List<Chain.Token> tokens(Chain chain) {
    return cut.get(chain);
  }

  /** Whether this is an English word that stands in almost every text. */
  boolean isStopWord() {
    return tokens(Chain.BIGRAMS).isEmpty();
  }

  /** What to score by: its terms in a chain, without those that tell little if it has others. */
  List<String> terms(Chain chain) {
    var terms = new ArrayList<String>();
    var telling = new ArrayList<String>();
    for (var token : tokens(chain)) {
      terms.add(token.term());
      if (tells(token.term())) {
        telling.add(token.term());
      }
    }
    return telling.isEmpty() ? terms : telling;
  }

  /** English stop words and single hiragana stand in almost every text. */
  private static boolean tells(String term) {
    return !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term)
        && (term.length() > 1
            || Character.UnicodeScript.of(term.charAt(0)) != Character.UnicodeScript.HIRAGANA);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Keyword keyword && text.equals(keyword.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
