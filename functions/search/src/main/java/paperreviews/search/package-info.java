/**
 * The words: how they are analysed, the index of an edition and how it travels through the table,
 * queries, and highlights.
 *
 * <p>{@link paperreviews.search.PackedIndex} is built when an edition is published and read when a
 * function first needs it; {@link paperreviews.search.SearchIndex} answers from memory.
 *
 * <p>Where every search passes there are loops, not streams: each lambda is a class that is made
 * when it is first run, and that is when a function starts.
 */
package paperreviews.search;
