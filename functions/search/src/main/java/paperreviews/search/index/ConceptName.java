package paperreviews.search.index;

/**
 * A name of a concept.
 *
 * @param concept the concept's id
 * @param text the name
 * @param key its {@link paperreviews.search.analysis.NameKey}
 */
public record ConceptName(String concept, String text, String key) {}
