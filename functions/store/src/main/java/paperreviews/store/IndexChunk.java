package paperreviews.store;

/**
 * A part of a search index.
 *
 * @param bytes the compressed bytes; not copied
 */
public record IndexChunk(byte[] bytes) {}
