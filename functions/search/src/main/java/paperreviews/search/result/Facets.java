package paperreviews.search.result;

import java.util.List;
import paperreviews.model.Language;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.search.index.CatalogueOutline.ArticleHeading;

/**
 * How many of the papers that a search found have what. Counts of zero are left out. The counts of
 * a facet are not narrowed by its own filter: they say what another choice would find.
 *
 * <p>Each facet has at most as many values as the request says, those with the most papers, and the
 * ones that are filtered by.
 *
 * @param sections by section, in the catalogue's order
 * @param articles by article, in the catalogue's order
 * @param years by the year of the article, the latest first
 * @param keywords by keyword, the most frequent first, as many of each language
 * @param authors by author, the most frequent first
 */
public record Facets(
    List<SectionCount> sections,
    List<ArticleCount> articles,
    List<YearCount> years,
    List<KeywordCount> keywords,
    List<AuthorCount> authors) {
  /**
   * How many papers of a section match.
   *
   * @param section the section
   * @param count how many, at least one
   */
  public record SectionCount(SectionHeading section, int count) {}

  /**
   * How many papers of an article match.
   *
   * @param article the article
   * @param count how many, at least one
   */
  public record ArticleCount(ArticleHeading article, int count) {}

  /**
   * How many papers in articles of a year match.
   *
   * @param year the year
   * @param count how many, at least one
   */
  public record YearCount(int year, int count) {}

  /**
   * How many papers with a keyword match.
   *
   * @param keyword the keyword, as one of the papers has it
   * @param language its language
   * @param count how many, at least one
   */
  public record KeywordCount(String keyword, Language language, int count) {}

  /**
   * How many papers of an author match.
   *
   * @param author the author's name, as one of the papers has it
   * @param count how many, at least one
   */
  public record AuthorCount(String author, int count) {}
}
