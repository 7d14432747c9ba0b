package paperreviews.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import paperreviews.model.Article;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.PaperSummary;
import paperreviews.model.Section;

/** The sections of the table, page by page, and each of them with its papers. */
public final class Sections {
  private final Table table;

  /** Reads the sections of this table. */
  public Sections(Table table) {
    this.table = table;
  }

  /**
   * A part of the sections, and their articles.
   *
   * @param total how many sections there are, with the others
   * @param articles the articles of these sections in order
   * @param sections these sections in order
   */
  public record Page(int total, List<Article> articles, List<Section> sections) {}

  /**
   * An article as the table stores it.
   *
   * @param article the article
   * @param firstSection its first section, counted from one through all articles
   * @param sectionCount how many sections it has
   */
  record StoredArticle(@JsonUnwrapped Article article, int firstSection, int sectionCount) {}

  /**
   * A section and its papers; in JSON, the papers stand beside the section's fields.
   *
   * @param section the section
   * @param papers its papers in order
   */
  public record SectionPapers(@JsonUnwrapped Section section, List<PaperSummary> papers) {}

  /**
   * Returns a page of the sections of an edition. It is as long as one Query reads, 1 MB, or
   * shorter.
   *
   * @param offset how many sections come before
   * @param limit how many sections to return at most
   */
  public Page page(Edition edition, int offset, int limit) {
    return page(edition, articles(edition), 1, edition.sectionCount(), offset, limit);
  }

  /** Returns a page of the sections of one article, if the edition has it. */
  public Optional<Page> pageOfArticle(Edition edition, String articleId, int offset, int limit) {
    return articles(edition).stream()
        .filter(stored -> stored.article().id().equals(articleId))
        .findFirst()
        .map(
            stored ->
                page(
                    edition,
                    List.of(stored),
                    stored.firstSection(),
                    stored.sectionCount(),
                    offset,
                    limit));
  }

  private Page page(
      Edition edition, List<StoredArticle> articles, int start, int total, int offset, int limit) {
    int first = start + offset;
    int expected = Math.min(limit, total - offset);
    var sections = expected > 0 ? sections(edition, first, expected) : List.<Section>of();
    int last = first + sections.size() - 1;
    return new Page(
        total,
        articles.stream()
            .filter(each -> each.firstSection() <= last)
            .filter(each -> first < each.firstSection() + each.sectionCount())
            .map(StoredArticle::article)
            .toList(),
        sections);
  }

  private List<StoredArticle> articles(Edition edition) {
    var range = Key.articles(edition.buildId(), edition.articleCount());
    var items = table.range(range, false);
    // A replica may lag behind an edition that has only just been published.
    if (items.size() < edition.articleCount()) {
      items = table.range(range, true);
    }
    if (items.size() < edition.articleCount()) {
      throw new UnreadableEditionException("Edition %s lacks articles.".formatted(edition.id()));
    }
    return items.stream().map(item -> item.as(StoredArticle.class)).toList();
  }

  private List<Section> sections(Edition edition, int first, int expected) {
    var range = Key.sections(edition.buildId(), first, first + expected - 1);
    var items = table.startOf(range, false);
    if (!items.isWhole(expected)) {
      items = table.startOf(range, true);
    }
    if (!items.isWhole(expected)) {
      throw new UnreadableEditionException("Edition %s lacks sections.".formatted(edition.id()));
    }
    return items.items().stream().map(item -> item.as(Section.class)).toList();
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
