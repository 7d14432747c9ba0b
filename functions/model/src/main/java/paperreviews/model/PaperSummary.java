package paperreviews.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A paper as lists show it.
 *
 * @param id unique in the catalogue: the arXiv number without its version, the OpenReview forum id,
 *     or a slug of the title
 * @param title its title, as the article gives it
 * @param url its address, absent where the article gives none
 * @param authors its authors, given name first, in the paper's order; may be empty
 * @param year the year of its first version, if it is known
 * @param venue the conference or journal with its year, such as {@code ICML 2019}
 * @param doi its digital object identifier, such as {@code 10.1109/ICCV.2019.00630}
 * @param category its primary category at arXiv, such as {@code cs.LG}
 * @param sectionId the section that reviews it
 * @param number its number within the section
 * @param keywords its methods, tasks and data sets
 */
public record PaperSummary(
    String id,
    String title,
    Optional<String> url,
    List<String> authors,
    Optional<Integer> year,
    Optional<String> venue,
    Optional<String> doi,
    Optional<String> category,
    String sectionId,
    int number,
    Keywords keywords) {

  /** Copies the list; takes null for an empty list and for missing keywords. */
  public PaperSummary {
    requireNonNull(id, "id");
    requireNonNull(title, "title");
    requireNonNull(sectionId, "sectionId");
    authors = Lists.copy(authors);
    keywords = keywords == null ? Keywords.NONE : keywords;
  }

  /** Returns a summary with an address and keywords, and without any other optional field. */
  public static PaperSummary of(
      String id, String title, String url, String sectionId, int number, Keywords keywords) {
    return new PaperSummary(
        id,
        title,
        Optional.of(url),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        sectionId,
        number,
        keywords);
  }
}
