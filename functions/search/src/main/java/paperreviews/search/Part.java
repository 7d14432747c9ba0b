package paperreviews.search;

/**
 * A part of a highlighted text; the parts of a list, joined, are the text.
 *
 * @param text what to show
 * @param match whether it is what was looked for
 */
public record Part(String text, boolean match) {}
