package paperreviews.importer;

import java.util.List;
import java.util.Optional;
import paperreviews.model.Author;
import paperreviews.model.Link;

/**
 * What was found in an article, as it stands there: in Japanese, word for word.
 *
 * @param id of the article
 * @param title of the article
 * @param year that it is about
 * @param author who signed it, if it says so
 * @param sections in order
 * @param leftOut the lines that a review file has no place for
 * @param warnings what the author should look at
 */
public record ImportedArticle(
    String id,
    String title,
    int year,
    Optional<Author> author,
    List<ImportedSection> sections,
    List<LeftOut> leftOut,
    List<Remark> warnings) {

  /** Keeps copies. */
  public ImportedArticle {
    sections = List.copyOf(sections);
    leftOut = List.copyOf(leftOut);
    warnings = List.copyOf(warnings);
  }

  /**
   * A section.
   *
   * @param line where its title stands
   * @param id unique in the article
   * @param number within the article
   * @param title as it stands there
   * @param introduction what stands before its first paper; may be empty
   * @param links of the introduction
   * @param papers in order, at least one
   */
  public record ImportedSection(
      int line,
      String id,
      int number,
      String title,
      String introduction,
      List<Link> links,
      List<ImportedPaper> papers) {
    /** Keeps copies. */
    public ImportedSection {
      links = List.copyOf(links);
      papers = List.copyOf(papers);
    }
  }

  /**
   * A paper and its review.
   *
   * @param line where its title stands
   * @param id unique in the article
   * @param number within the section
   * @param title as it stands there
   * @param url its address
   * @param review never empty
   * @param links of the review
   */
  public record ImportedPaper(
      int line, String id, int number, String title, String url, String review, List<Link> links) {
    /** Keeps a copy. */
    public ImportedPaper {
      links = List.copyOf(links);
    }
  }

  /**
   * Lines that are not in the review file.
   *
   * @param first the first of them, counted from one
   * @param last the last of them
   * @param what what they are
   */
  public record LeftOut(int first, int last, String what) {}

  /** All papers in order. */
  public List<ImportedPaper> papers() {
    return sections.stream().flatMap(section -> section.papers().stream()).toList();
  }

  /** How many links introductions and reviews have, beside the papers' addresses. */
  public int linkCount() {
    return sections.stream().mapToInt(section -> section.links().size()).sum()
        + papers().stream().mapToInt(paper -> paper.links().size()).sum();
  }
}
