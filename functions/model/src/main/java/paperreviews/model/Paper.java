package paperreviews.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * A paper and its review. In JSON, the fields of the summary stand beside the others.
 *
 * @param summary the paper as lists show it
 * @param section the section that reviews it
 * @param review the review
 * @param links further reading
 * @param previous the paper before it in the catalogue, across sections
 * @param next the paper after it in the catalogue, across sections
 */
public record Paper(
    @JsonUnwrapped PaperSummary summary,
    SectionHeading section,
    Bilingual review,
    List<Link> links,
    Optional<Neighbour> previous,
    Optional<Neighbour> next) {

  /** Copies the list; takes null for an empty one. */
  public Paper {
    requireNonNull(summary, "summary");
    requireNonNull(section, "section");
    requireNonNull(review, "review");
    links = Lists.copy(links);
  }

  /** Returns the paper's id, unique in the catalogue. */
  public String id() {
    return summary.id();
  }

  /** Returns this paper as its neighbours name it. */
  public Neighbour asNeighbour() {
    return new Neighbour(id(), summary.title());
  }

  /** Returns the same paper with these neighbours. */
  public Paper between(Optional<Neighbour> before, Optional<Neighbour> after) {
    return new Paper(summary, section, review, links, before, after);
  }

  /**
   * The section that reviews a paper, as far as the paper's page needs it.
   *
   * @param id the section's id
   * @param articleId the article's id
   * @param number the section's number within the article
   * @param title the section's title
   */
  public record SectionHeading(String id, String articleId, int number, Bilingual title) {
    /** Returns the heading of a section. */
    public static SectionHeading of(Section section) {
      return new SectionHeading(
          section.id(), section.articleId(), section.number(), section.title());
    }
  }

  /**
   * The paper before or after another.
   *
   * @param id its id
   * @param title its title
   */
  public record Neighbour(String id, String title) {}
}
