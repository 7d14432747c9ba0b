package paperreviews.model;

import java.util.List;

/**
 * Who wrote an article.
 *
 * @param name as the article signs
 * @param role what the author is, in the author's own words, or empty
 * @param links pages about the author
 */
public record Author(String name, String role, List<Link> links) {
  /** Keeps a copy. */
  public Author {
    links = List.copyOf(links);
  }
}
