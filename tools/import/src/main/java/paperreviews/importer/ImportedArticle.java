package paperreviews.importer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import paperreviews.model.Author;
import paperreviews.model.Bilingual;
import paperreviews.model.Link;

/**
 * What was found in an article, word for word.
 *
 * @param id of the article
 * @param title of the article
 * @param year that it is about
 * @param date when it was published, as an ISO date, if it says so
 * @param author who signed it, if it says so
 * @param form how the titles of its papers are set
 * @param sections in order
 * @param leftOut the lines that are not in the review file
 * @param warnings what the reviewer should look at
 */
record ImportedArticle(
    String id,
    Bilingual title,
    int year,
    Optional<String> date,
    Optional<Author> author,
    @JsonIgnore String form,
    @JsonIgnore List<ImportedSection> sections,
    @JsonIgnore List<LeftOut> leftOut,
    @JsonIgnore List<Remark> warnings) {

  /**
   * A section.
   *
   * @param line where its title is
   * @param id unique in the article
   * @param number within the article
   * @param title as it is written
   * @param introduction what is written before its first paper; may be empty
   * @param links of the introduction
   * @param papers in order, at least one
   */
  record ImportedSection(
      @JsonIgnore int line,
      String id,
      int number,
      Bilingual title,
      Bilingual introduction,
      List<Link> links,
      List<ImportedPaper> papers) {
    /** The Japanese texts, of which a part that is in another language has none. */
    Stream<String> texts() {
      return Stream.concat(
          Stream.of(introduction.ja()), papers.stream().map(paper -> paper.review().ja()));
    }
  }

  /**
   * A paper and its review.
   *
   * @param line where its title is
   * @param id unique in the article
   * @param number within the section
   * @param title as it is written
   * @param url its address, if the article gives one
   * @param authors the authors' names
   * @param year when it was published, if the article says so
   * @param venue where it was published, if the article says so
   * @param doi its DOI, if the article gives one
   * @param review never empty
   * @param links of the paper and its review
   */
  record ImportedPaper(
      @JsonIgnore int line,
      String id,
      int number,
      String title,
      Optional<String> url,
      List<String> authors,
      Optional<Integer> year,
      Optional<String> venue,
      Optional<String> doi,
      Bilingual review,
      List<Link> links) {}

  /**
   * Lines that are not in the review file.
   *
   * @param first the first of them, counted from one
   * @param last the last of them
   * @param what what they are
   */
  record LeftOut(int first, int last, String what) {
    boolean has(LeftOut other) {
      return first <= other.first && last >= other.last;
    }
  }

  /** All papers in order. */
  List<ImportedPaper> papers() {
    return sections.stream().flatMap(section -> section.papers().stream()).toList();
  }

  /** How many links introductions and reviews have, beside the papers' addresses. */
  int linkCount() {
    return sections.stream().mapToInt(section -> section.links().size()).sum()
        + papers().stream().mapToInt(paper -> paper.links().size()).sum();
  }
}
