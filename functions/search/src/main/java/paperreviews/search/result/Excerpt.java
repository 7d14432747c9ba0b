package paperreviews.search.result;

import java.util.List;

/**
 * A part of a text that is shown in place of the whole.
 *
 * @param parts what is shown, with what matched
 * @param cutAtStart whether the text goes on before it
 * @param cutAtEnd whether the text goes on after it
 */
public record Excerpt(List<TextPart> parts, boolean cutAtStart, boolean cutAtEnd) {}
