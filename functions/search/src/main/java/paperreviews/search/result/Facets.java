package paperreviews.search.result;

import java.util.List;
import paperreviews.model.Language;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.search.index.CatalogueOutline.ArticleHeading;

/**
 * How many of the papers that a search found have what. Counts of zero are left out. The counts of
 * a facet are not narrowed by its own filter: they say what another choice would find.
 *
 * @param sections by section, in the catalogue's order
 * @param articles by article, in the catalogue's order
 * @param keywords by keyword, the most frequent first, at most {@value #MAX_VALUES} of a language
 *     and the one that is filtered by
 * @param authors by author, the most frequent first, at most {@value #MAX_VALUES} and the one that
 *     is filtered by
 */
public record Facets(
    List<SectionCount> sections,
    List<ArticleCount> articles,
    List<KeywordCount> keywords,
    List<AuthorCount> authors) {
  /** The maximum number of keywords of a language, and of authors. */
  static final int MAX_VALUES = 20;

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
