package paperreviews.search.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/**
 * A word, a phrase or a name to look for, with its tokens.
 *
 * @param text as it is written
 * @param analysis by which it is looked for as a phrase
 * @param tokens its tokens by each analysis, at least one by its own
 */
public record AnalyzedText(String text, Analysis analysis, Map<Analysis, List<Token>> tokens) {
  private static final Pattern HYPHEN = Pattern.compile("\\p{Pd}");

  /** The analysed text, or nothing if it holds nothing to look for. */
  public static Optional<AnalyzedText> of(String text) {
    var tokens = new EnumMap<Analysis, List<Token>>(Analysis.class);
    for (var analysis : Analysis.values()) {
      tokens.put(analysis, analysis.tokens(text));
    }
    var bigrams = tokens.get(Analysis.BIGRAMS);
    if (!bigrams.isEmpty()
        && bigrams.stream().noneMatch(AnalyzedText::isSingleCharacter)
        && !startsWithStopWord(text, tokens.get(Analysis.CHARACTERS))) {
      return Optional.of(new AnalyzedText(text, Analysis.BIGRAMS, tokens));
    }
    return tokens.get(Analysis.CHARACTERS).isEmpty()
        ? Optional.empty()
        : Optional.of(new AnalyzedText(text, Analysis.CHARACTERS, tokens));
  }

  /**
   * A Han or kana character alone is no bigram: the bigram fields have it only where it has no
   * neighbour of its kind.
   */
  private static boolean isSingleCharacter(Token token) {
    var term = token.term();
    return term.codePointCount(0, term.length()) == 1 && term.codePointAt(0) > 0x7f;
  }

  /** On-policy is no kind of policy; the bigram fields have no stop words. */
  private static boolean startsWithStopWord(String text, List<Token> words) {
    return words.size() > 1
        && EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(words.getFirst().term())
        && HYPHEN.matcher(text).region(words.getFirst().end(), text.length()).lookingAt();
  }

  /** The tokens of the phrase. */
  public List<Token> phrase() {
    return tokens(analysis);
  }

  /** The tokens by an analysis. */
  public List<Token> tokens(Analysis by) {
    return tokens.get(by);
  }

  /** Whether this is an English word that occurs in almost every text. */
  public boolean isStopWord() {
    return tokens(Analysis.BIGRAMS).isEmpty();
  }

  /** The terms to score by, without those that say little if there are others. */
  public List<String> terms(Analysis by) {
    var terms = tokens(by).stream().map(Token::term).toList();
    var significant = terms.stream().filter(AnalyzedText::isSignificant).toList();
    return significant.isEmpty() ? terms : significant;
  }

  /** English stop words and single hiragana occur in almost every text. */
  private static boolean isSignificant(String term) {
    return !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(term)
        && (term.length() > 1
            || Character.UnicodeScript.of(term.charAt(0)) != Character.UnicodeScript.HIRAGANA);
  }

  /** The documents in which the tokens follow each other. */
  public Query phraseQuery() {
    var phrase = new PhraseQuery.Builder();
    for (var token : phrase()) {
      phrase.add(new Term(analysis.field(), token.term()), token.position());
    }
    return phrase.build();
  }
}
