package paperreviews.model;

import java.util.List;

/**
 * Everything that an edition publishes, in the order in which it is listed.
 *
 * @param articles the articles
 * @param sections the sections of all articles
 * @param papers the papers of all sections
 * @param concepts the names that are interchangeable in a search
 */
public record Catalogue(
    List<Article> articles, List<Section> sections, List<Paper> papers, List<Concept> concepts) {
  /** The maximum length of the id of an article, a section or a paper, in characters. */
  public static final int MAX_ID_LENGTH = 100;

  /** Copies the lists. */
  public Catalogue {
    articles = List.copyOf(articles);
    sections = List.copyOf(sections);
    papers = List.copyOf(papers);
    concepts = List.copyOf(concepts);
  }
}
