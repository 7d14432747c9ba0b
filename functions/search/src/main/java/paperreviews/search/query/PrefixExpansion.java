package paperreviews.search.query;

import java.util.List;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.analysis.Token;
import paperreviews.search.query.QueryTerm.OtherText;
import paperreviews.search.query.QueryTerm.Rule;

/** What the last word of a query is the beginning of, if it is no word itself: effic. */
final class PrefixExpansion {
  /** Shorter words begin too many. */
  private static final int MIN_LENGTH = 2;

  /** A short English word may as well be unfinished: net. */
  private static final int MAX_SHORT = 3;

  private final KnownWords words;

  PrefixExpansion(KnownWords words) {
    this.words = words;
  }

  /** Adds to the last term the most frequent words that begin with it. */
  void addTo(List<List<QueryTerm>> groups) {
    if (groups.isEmpty()) {
      return;
    }
    var group = groups.getLast();
    var term = group.getLast();
    var tokens = term.text().tokens(Analysis.CHARACTERS);
    if (term.quoted()
        || tokens.size() != 1
        || tokens.getFirst().end() - tokens.getFirst().start() < MIN_LENGTH
        || isFinished(term, tokens.getFirst())
        || words.occurs(term)) {
      return;
    }
    var longer =
        words.vocabulary().startingWith(tokens.getFirst().term(), QueryExpansion.MAX_GUESSES);
    group.set(group.size() - 1, term.with(OtherText.all(longer, Rule.PREFIX, OtherText.GUESS)));
  }

  private boolean isFinished(QueryTerm term, Token token) {
    return token.term().length() > MAX_SHORT
        ? words.isKnown(term, token)
        : words.isName(term.text()) || KnownWords.isAcronym(term, token);
  }
}
