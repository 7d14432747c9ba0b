package paperreviews.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * A word or a phrase to look for: tokens that follow each other.
 *
 * @param text as it was asked for
 * @param chain by which its tokens were cut
 * @param tokens the tokens, at least one
 * @param isStopWord whether this is an English word that stands in almost every text
 */
record Keyword(String text, Chain chain, List<Chain.Token> tokens, boolean isStopWord) {

  /** The keyword that a text makes, or nothing if it holds nothing to look for. */
  static Optional<Keyword> of(String text) {
    var bigrams = Chain.BIGRAMS.tokens(text);
    if (!bigrams.isEmpty() && bigrams.stream().noneMatch(Keyword::isSingleCharacter)) {
      return Optional.of(new Keyword(text, Chain.BIGRAMS, bigrams, false));
    }
    var characters = Chain.CHARACTERS.tokens(text);
    return characters.isEmpty()
        ? Optional.empty()
        : Optional.of(new Keyword(text, Chain.CHARACTERS, characters, bigrams.isEmpty()));
  }

  /**
   * A Han or kana character alone is no bigram: the bigram fields have it only where it has no
   * neighbour of its kind.
   */
  private static boolean isSingleCharacter(Chain.Token token) {
    var term = token.term();
    return term.codePointCount(0, term.length()) == 1 && term.codePointAt(0) > 0x7f;
  }

  /** What to score by: its terms in a chain, without those that tell little if it has others. */
  List<String> terms(Chain chain) {
    var terms = chain.tokens(text).stream().map(Chain.Token::term).toList();
    var telling = terms.stream().filter(Keyword::tells).toList();
    return telling.isEmpty() ? terms : telling;
  }

  /** English stop words and single hiragana stand in almost every text. */
  private static boolean tells(String term) {
    return !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term)
        && (term.length() > 1
            || Character.UnicodeScript.of(term.charAt(0)) != Character.UnicodeScript.HIRAGANA);
  }
}
