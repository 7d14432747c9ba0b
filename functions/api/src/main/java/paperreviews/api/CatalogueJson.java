package paperreviews.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paperreviews.model.Bilingual;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.PaperSummary;

/** The parts of the catalogue that stand in the answers of more than one function. */
public final class CatalogueJson {
  private CatalogueJson() {}

  /** A text in both languages; a language that is missing is left out. */
  public static Map<String, Object> bilingual(Bilingual text) {
    var fields = new LinkedHashMap<String, Object>();
    if (!text.ja().isEmpty()) {
      fields.put("ja", text.ja());
    }
    if (!text.en().isEmpty()) {
      fields.put("en", text.en());
    }
    return fields;
  }

  /** Keywords in both languages. */
  public static Map<String, Object> keywords(Keywords keywords) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("ja", keywords.ja());
    fields.put("en", keywords.en());
    return fields;
  }

  /** Links; one without an address has no {@code url}. */
  public static List<Map<String, Object>> links(List<Link> links) {
    return links.stream().map(CatalogueJson::link).toList();
  }

  private static Map<String, Object> link(Link link) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", link.kind().word());
    fields.put("title", link.title());
    link.url().ifPresent(url -> fields.put("url", url));
    return fields;
  }

  /** A paper as lists show it; the map may be added to. */
  public static Map<String, Object> summary(PaperSummary summary) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", summary.id());
    fields.put("title", summary.title());
    fields.put("url", summary.url());
    fields.put("sectionId", summary.sectionId());
    fields.put("number", summary.number());
    fields.put("keywords", keywords(summary.keywords()));
    return fields;
  }

  /** A paper with its review. */
  public static Map<String, Object> paper(Paper paper) {
    var fields = summary(paper.summary());
    var section = new LinkedHashMap<String, Object>();
    section.put("id", paper.section().id());
    section.put("articleId", paper.section().articleId());
    section.put("number", paper.section().number());
    section.put("title", bilingual(paper.section().title()));
    fields.put("section", section);
    fields.put("review", bilingual(paper.review()));
    fields.put("links", links(paper.links()));
    paper.previous().ifPresent(previous -> fields.put("previous", neighbour(previous)));
    paper.next().ifPresent(next -> fields.put("next", neighbour(next)));
    return fields;
  }

  private static Map<String, Object> neighbour(Paper.Neighbour neighbour) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", neighbour.id());
    fields.put("title", neighbour.title());
    return fields;
  }
}
