package paperreviews.search.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.analysis.EnglishWords;
import paperreviews.search.analysis.NameKey;
import paperreviews.search.analysis.Token;
import paperreviews.search.index.Concepts;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.Vocabulary;

/**
 * What is known of the words of one query: whether they occur in a paper, are names of concepts, or
 * are right as they are written. It remembers which texts occur.
 */
final class KnownWords {
  private final PaperIndex index;
  private final Vocabulary vocabulary;
  private final SimilarWords similarWords;
  private final Map<String, Boolean> occurring = new HashMap<>();

  KnownWords(PaperIndex index, SimilarWords similarWords) {
    this.index = index;
    this.vocabulary = new Vocabulary(index.segment());
    this.similarWords = similarWords;
  }

  /** The words of the index. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The words that a word may be misspelt for. */
  SimilarWords similarWords() {
    return similarWords;
  }

  /** The names of concepts. */
  Concepts concepts() {
    return index.concepts();
  }

  /** Whether a paper has a term or one of its variants. */
  boolean occurs(QueryTerm term) {
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    if (tokens.size() == 1 && vocabulary.has(tokens.getFirst().term())) {
      return true;
    }
    return term.variants().isEmpty() && term.otherWords().isEmpty()
        ? occurs(term.text())
        : index.finds(term.query());
  }

  /** Whether a paper has a text. */
  boolean occurs(AnalyzedText text) {
    return occurring.computeIfAbsent(text.text(), _ -> index.finds(text.phraseQuery()));
  }

  /** The id of the concept that a text is a name of. */
  Optional<String> concept(AnalyzedText text) {
    return concepts().keyed(NameKey.of(text));
  }

  /** Whether a text is a name of a concept. */
  boolean isName(AnalyzedText text) {
    return concept(text).isPresent();
  }

  /** Whether a text can be found: by itself, or by another name of its concept. */
  boolean isFindable(AnalyzedText text) {
    return occurs(text) || isName(text);
  }

  /** Whether a word is right as it is written: found, English, a part of a name, or an acronym. */
  boolean isKnown(QueryTerm term, Token token) {
    var word = token.term();
    return vocabulary.has(word)
        || concepts().hasWord(word)
        || isAcronym(term, token)
        || token.isLatinWord() && EnglishWords.contains(word) && !similarWords.isMisdoubled(word);
  }

  /** Whether half of the letters are capitals, and several. */
  static boolean isAcronym(QueryTerm term, Token token) {
    var word = term.text().text().substring(token.start(), token.end());
    long letters = word.chars().filter(Character::isLetter).count();
    long capitals = word.chars().filter(Character::isUpperCase).count();
    return capitals > 1 && 2 * capitals >= letters;
  }
}
