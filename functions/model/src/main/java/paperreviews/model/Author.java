package paperreviews.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * The author of an article.
 *
 * @param name the name that signs the article
 * @param role what the author does, in the author's own words, or empty
 * @param links pages about the author
 */
public record Author(String name, @JsonInclude(Include.NON_EMPTY) String role, List<Link> links) {
  /** Copies the list; takes null for an empty role or list. */
  public Author {
    role = role == null ? "" : role;
    links = Lists.copy(links);
  }
}
