package paperreviews.search;

import java.util.Optional;

/**
 * What to search for.
 *
 * @param text words and phrases, or nothing for all papers in the catalogue's order
 * @param sectionId the section that the papers must be in
 * @param limit how many hits to give at most
 * @param after the hit after which to go on
 */
public record Search(
    Optional<String> text, Optional<String> sectionId, int limit, Optional<Place> after) {

  /**
   * The place of a hit among all hits of a search. It holds for one edition only.
   *
   * @param score the hit's score
   * @param document the number of its document
   */
  public record Place(float score, int document) {}
}
