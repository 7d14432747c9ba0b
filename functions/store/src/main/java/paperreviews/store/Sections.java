package paperreviews.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import paperreviews.model.Article;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.PaperSummary;
import paperreviews.model.Section;

/** The sections of the table: one Query for all of them, one for a section with its papers. */
public final class Sections {
  private final Table table;

  /** Reads the sections of this table. */
  public Sections(Table table) {
    this.table = table;
  }

  /**
   * The articles and their sections.
   *
   * @param articles the articles in order
   * @param sections the sections of all articles in order
   */
  public record Contents(List<Article> articles, List<Section> sections) {}

  /**
   * A section and its papers; in JSON, the papers stand beside the section's fields.
   *
   * @param section the section
   * @param papers its papers in order
   */
  public record SectionPapers(@JsonUnwrapped Section section, List<PaperSummary> papers) {}

  /** Returns all articles and sections of an edition. */
  public Contents all(Edition edition) {
    var pk = Key.sections(edition.buildId());
    int expected = edition.articleCount() + edition.sectionCount();
    var items = table.partition(pk, false);
    // A replica may lag behind an edition that has only just been published.
    if (items.size() < expected) {
      items = table.partition(pk, true);
    }
    if (items.size() < expected) {
      throw new UnreadableEditionException(
          "Edition %s lacks articles or sections.".formatted(edition.id()));
    }
    return new Contents(
        items.stream().filter(Sections::isArticle).map(item -> item.as(Article.class)).toList(),
        items.stream()
            .filter(item -> !isArticle(item))
            .map(item -> item.as(Section.class))
            .toList());
  }

  private static boolean isArticle(Item item) {
    return item.key().sk().startsWith("article#");
  }

  /** Returns the last article of an edition, in one read. */
  public Article lastArticle(Edition edition) {
    return table
        .item(Key.article(edition.buildId(), edition.articleCount()))
        .map(item -> item.as(Article.class))
        .orElseThrow(
            () ->
                new UnreadableEditionException(
                    "Edition %s lacks its last article.".formatted(edition.id())));
  }

  /** Returns the section with this id and its papers, if the edition has it. */
  public Optional<SectionPapers> find(Edition edition, String id) {
    if (id.length() > Catalogue.MAX_ID_LENGTH) {
      // DynamoDB refuses a key of more than 2,048 bytes.
      return Optional.empty();
    }
    var pk = Key.sectionPapers(edition.buildId(), id);
    return complete(table.partition(pk, false)).or(() -> complete(table.partition(pk, true)));
  }

  private static Optional<SectionPapers> complete(List<Item> items) {
    // The section itself sorts last: "section" comes after "paper#…".
    if (items.isEmpty() || !items.getLast().key().sk().equals("section")) {
      return Optional.empty();
    }
    var section = items.getLast().as(Section.class);
    var papers =
        items.subList(0, items.size() - 1).stream()
            .map(item -> item.as(PaperSummary.class))
            .toList();
    return papers.size() == section.paperCount()
        ? Optional.of(new SectionPapers(section, papers))
        : Optional.empty();
  }
}
