package paperreviews.model;

import java.util.List;

/**
 * Everything that an edition publishes, in the order in which it is listed.
 *
 * @param articles the articles
 * @param sections the sections of all articles
 * @param papers the papers of all sections
 * @param concepts the names that stand for each other when searching
 */
public record Catalogue(
    List<Article> articles, List<Section> sections, List<Paper> papers, List<Concept> concepts) {
  /** How many characters the id of an article, a section or a paper may have. */
  public static final int LONGEST_ID = 100;

  /** Keeps copies. */
  public Catalogue {
    articles = List.copyOf(articles);
    sections = List.copyOf(sections);
    papers = List.copyOf(papers);
    concepts = List.copyOf(concepts);
  }
}
