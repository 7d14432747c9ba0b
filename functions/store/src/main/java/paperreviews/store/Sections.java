package paperreviews.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.model.Article;
import paperreviews.model.Author;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Paper;
import paperreviews.model.PaperSummary;
import paperreviews.model.Section;

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
    var pk = Key.sections(edition.printing());
    var items = table.partition(pk, false);
    // A replica may lag behind an edition that has only just been published.
    if (items.size() < edition.articleCount() + edition.sectionCount()) {
      items = table.partition(pk, true);
    }
    if (items.size() < edition.articleCount() + edition.sectionCount()) {
      throw new UnreadableEditionException(
          "Edition %s lacks articles or sections.".formatted(edition.id()));
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

  /** The last article of an edition: one read. */
  public Article lastArticle(Edition edition) {
    return article(
        table
            .item(Key.article(edition.printing(), edition.articleCount()))
            .orElseThrow(
                () -> new UnreadableEditionException("The edition's last article is missing")));
  }

  /** The section with this id and its papers, if the edition has it. */
  public Optional<SectionPapers> find(Edition edition, String id) {
    if (id.length() > Catalogue.LONGEST_ID) {
      // The table would refuse a key of more than 2,048 bytes.
      return Optional.empty();
    }
    var pk = Key.sectionPapers(edition.printing(), id);
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
  public static List<Item> items(String printing, Catalogue catalogue) {
    return stream(printing, catalogue).toList();
  }

  /** The same, each made when the stream comes to it: there may be too many to hold. */
  public static Stream<Item> stream(String printing, Catalogue catalogue) {
    var articles =
        numbered(
            catalogue.articles(),
            (n, article) -> article(Item.at(Key.article(printing, n)), article));
    var sections =
        numbered(
                catalogue.sections(),
                (n, section) ->
                    Stream.of(
                        section(Item.at(Key.section(printing, n)), section),
                        section(Item.at(Key.sectionHead(printing, section.id())), section)))
            .flatMap(both -> both);
    var papers = catalogue.papers();
    var places = new int[papers.size()];
    for (int at = 0; at < places.length; at++) {
      places[at] = at > 0 && inOneSection(papers, at - 1, at) ? places[at - 1] + 1 : 1;
    }
    var summaries =
        numbered(
            papers,
            (n, paper) -> {
              var summary = paper.summary();
              var key = Key.summary(printing, summary.sectionId(), places[n - 1]);
              return Papers.summary(Item.at(key), summary);
            });
    return Stream.of(articles, sections, summaries).flatMap(items -> items);
  }

  private static boolean inOneSection(List<Paper> papers, int one, int other) {
    return papers.get(one).summary().sectionId().equals(papers.get(other).summary().sectionId());
  }

  private static <T, R> Stream<R> numbered(List<T> all, BiFunction<Integer, T, R> item) {
    return IntStream.rangeClosed(1, all.size()).mapToObj(n -> item.apply(n, all.get(n - 1)));
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
