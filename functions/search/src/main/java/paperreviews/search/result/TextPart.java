package paperreviews.search.result;

/**
 * A part of a highlighted text; the parts of a list, joined, are the text.
 *
 * @param text what to show
 * @param match whether it is what was looked for
 */
public record TextPart(String text, boolean match) {}
