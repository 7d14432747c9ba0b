package paperreviews.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paperreviews.catalogue.Article;
import paperreviews.catalogue.Author;
import paperreviews.catalogue.Catalogue;
import paperreviews.catalogue.Edition;
import paperreviews.catalogue.PaperSummary;
import paperreviews.catalogue.Section;

/** The sections of the table: one Query for all of them, one for a section with its papers. */
public final class Sections {
  private final Table table;

  /** The sections of this table. */
  public Sections(Table table) {
    this.table = table;
  }

  /**
   * The articles and their sections.
   *
   * @param articles the articles in order
   * @param sections the sections of all of them in order
   */
  public record Contents(List<Article> articles, List<Section> sections) {}

  /**
   * A section and its papers.
   *
   * @param section the section
   * @param papers its papers in order
   */
  public record SectionPapers(Section section, List<PaperSummary> papers) {}

  /** All articles and sections of an edition. */
  public Contents all(Edition edition) {
    var pk = Key.sections(edition.id());
    var items = table.partition(pk, false);
    // A replica may lag behind an edition that has only just been published.
    if (items.size() < edition.articleCount() + edition.sectionCount()) {
      items = table.partition(pk, true);
    }
    var articles = new ArrayList<Article>();
    var sections = new ArrayList<Section>();
    for (var item : items) {
      if (item.key().sk().startsWith("article#")) {
        articles.add(article(item));
      } else {
        sections.add(section(item));
      }
    }
    return new Contents(articles, sections);
  }

  /** The section with this id and its papers, if the edition has it. */
  public Optional<SectionPapers> find(Edition edition, String id) {
    if (id.length() > Catalogue.LONGEST_ID) {
      // The table would refuse a key of more than 2,048 bytes.
      return Optional.empty();
    }
    var pk = Key.sectionPapers(edition.id(), id);
    return whole(table.partition(pk, false)).or(() -> whole(table.partition(pk, true)));
  }

  private static Optional<SectionPapers> whole(List<Item> items) {
    // The head sorts last: "section" comes after "paper#…".
    if (items.isEmpty() || !items.getLast().key().sk().equals("section")) {
      return Optional.empty();
    }
    var section = section(items.getLast());
    var papers = items.subList(0, items.size() - 1).stream().map(Papers::summary).toList();
    return papers.size() == section.paperCount()
        ? Optional.of(new SectionPapers(section, papers))
        : Optional.empty();
  }

  /** The items of a catalogue's articles, sections and summaries. */
  public static List<Item> items(String edition, Catalogue catalogue) {
    var items = new ArrayList<Item>();
    for (var article : catalogue.articles()) {
      items.add(article(Item.at(Key.article(edition, items.size() + 1)), article));
    }
    var n = 0;
    for (var section : catalogue.sections()) {
      items.add(section(Item.at(Key.section(edition, ++n)), section));
      items.add(section(Item.at(Key.sectionHead(edition, section.id())), section));
    }
    var place = 0;
    var sectionId = "";
    for (var paper : catalogue.papers()) {
      var summary = paper.summary();
      place = summary.sectionId().equals(sectionId) ? place + 1 : 1;
      sectionId = summary.sectionId();
      items.add(Papers.summary(Item.at(Key.summary(edition, sectionId, place)), summary));
    }
    return items;
  }

  private static Item article(Item item, Article article) {
    var author = article.author();
    return item.with("id", article.id())
        .with("title", article.title())
        .with("year", article.year())
        .with("author", author.map(Author::name).orElse(""))
        .with("role", author.map(Author::role).orElse(""))
        .withLinks(author.map(Author::links).orElse(List.of()));
  }

  private static Article article(Item item) {
    return new Article(
        item.text("id"),
        item.bilingual("title"),
        item.number("year"),
        Optional.of(new Author(item.text("author"), item.text("role"), item.links()))
            .filter(author -> !author.name().isEmpty()));
  }

  private static Item section(Item item, Section section) {
    return item.with("id", section.id())
        .with("articleId", section.articleId())
        .with("number", section.number())
        .with("title", section.title())
        .with("introduction", section.introduction())
        .with("paperCount", section.paperCount())
        .withLinks(section.links());
  }

  private static Section section(Item item) {
    return new Section(
        item.text("id"),
        item.text("articleId"),
        item.number("number"),
        item.bilingual("title"),
        item.bilingual("introduction"),
        item.links(),
        item.number("paperCount"));
  }
}
