package paperreviews.search.suggest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import paperreviews.search.result.TextPart;

/**
 * What somebody who is still typing may mean.
 *
 * @param kind what it is
 * @param text the whole of it, with what was typed marked
 * @param language {@code ja} or {@code en}; titles have none
 * @param paperId the id of the paper, if it is a title
 * @param papers how many papers have it, if it is a keyword
 */
public record Suggestion(
    Kind kind,
    List<TextPart> text,
    Optional<String> language,
    Optional<String> paperId,
    OptionalInt papers) {

  /** What can be suggested. */
  public enum Kind {
    /** A keyword of a paper. */
    KEYWORD,
    /** A name of a concept that some review speaks of. */
    CONCEPT,
    /** A paper's title. */
    PAPER
  }
}
