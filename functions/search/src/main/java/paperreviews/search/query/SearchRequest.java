package paperreviews.search.query;

import java.util.Optional;
import java.util.OptionalInt;
import paperreviews.model.Language;

/**
 * What to search for.
 *
 * @param text words and phrases, or nothing for all papers
 * @param filters what the papers must belong to
 * @param order how the papers are ordered; without a text there is only the catalogue's order
 * @param limit how many hits to give at most
 * @param facets how many values of each facet to give at most
 * @param after the hit after which to go on
 * @param language the language to show reviews in, where there is a choice
 */
public record SearchRequest(
    Optional<String> text,
    Filters filters,
    Order order,
    int limit,
    int facets,
    Optional<Place> after,
    Optional<Language> language) {

  /** How many values of each facet are given if the caller does not say. */
  public static final int DEFAULT_FACETS = 20;

  /** A request for the default number of values of each facet. */
  public SearchRequest(
      Optional<String> text,
      Filters filters,
      Order order,
      int limit,
      Optional<Place> after,
      Optional<Language> language) {
    this(text, filters, order, limit, DEFAULT_FACETS, after, language);
  }

  /** A search for a text, without filters, the best first. */
  public static SearchRequest of(String text, int limit) {
    return new SearchRequest(
        Optional.of(text),
        Filters.NONE,
        Order.RELEVANCE,
        limit,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What papers must belong to; what is absent does not matter.
   *
   * @param section the id of their section
   * @param article the id of their article
   * @param year the year of their article
   * @param keyword one of their keywords, in either language, however it is written
   * @param author one of their authors, without regard to case and accents
   */
  public record Filters(
      Optional<String> section,
      Optional<String> article,
      OptionalInt year,
      Optional<String> keyword,
      Optional<String> author) {
    /** Takes every paper. */
    public static final Filters NONE =
        new Filters(
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** How papers are ordered. */
  public enum Order {
    /** What matches best comes first. */
    RELEVANCE,
    /** As the articles have them. */
    CATALOGUE
  }

  /**
   * The place of a hit among all hits of a search. It holds for one edition only.
   *
   * @param score the hit's score
   * @param document the number of its document
   */
  public record Place(float score, int document) {}
}
