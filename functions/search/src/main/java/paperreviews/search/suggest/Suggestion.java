package paperreviews.search.suggest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import paperreviews.model.Language;
import paperreviews.search.index.SuggestionDocument.Kind;
import paperreviews.search.result.TextPart;

/**
 * A completion of what a reader has typed so far.
 *
 * @param kind what it is
 * @param text the whole of it, with what was typed marked
 * @param language its language; titles have none
 * @param paperId the id of the paper, if it is a title
 * @param papers how many papers have it, if it is a keyword
 */
public record Suggestion(
    Kind kind,
    List<TextPart> text,
    Optional<Language> language,
    Optional<String> paperId,
    OptionalInt papers) {}
