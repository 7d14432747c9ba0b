package paperreviews.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A section of an article, without its papers.
 *
 * @param id unique in the catalogue
 * @param articleId the article that it belongs to
 * @param number its number within the article
 * @param title its title
 * @param introduction what its papers have in common; may be missing in both languages
 * @param links the links of the introduction
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
  /** Copies the list; takes null for a missing introduction or list. */
  public Section {
    requireNonNull(id, "id");
    requireNonNull(articleId, "articleId");
    requireNonNull(title, "title");
    introduction = introduction == null ? Bilingual.NONE : introduction;
    links = Lists.copy(links);
  }
}
