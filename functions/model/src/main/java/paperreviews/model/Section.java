package paperreviews.model;

import java.util.List;

/**
 * A section of an article, without its papers.
 *
 * @param id unique over the catalogue
 * @param articleId the article that it belongs to
 * @param number its number within the article
 * @param title its title
 * @param introduction what its papers have in common; may be missing in both languages
 * @param links what the introduction points to
 * @param paperCount how many papers it reviews, at least one
 */
public record Section(
    String id,
    String articleId,
    int number,
    Bilingual title,
    Bilingual introduction,
    List<Link> links,
    int paperCount) {
  /** Keeps a copy. */
  public Section {
    links = List.copyOf(links);
  }
}
