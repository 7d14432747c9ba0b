package paperreviews.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Paper;
import paperreviews.model.Paper.Neighbour;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;

/** The papers of the table: one item, and one read, each. */
public final class Papers {
  /** As many connections as the JDK keeps open to one host. */
  private static final int READERS = 5;

  private final Table table;

  /** The papers of this table. */
  public Papers(Table table) {
    this.table = table;
  }

  /** The paper with this id, if the edition has it. */
  public Optional<Paper> find(Edition edition, String id) {
    // The table would refuse a key of more than 2,048 bytes.
    return id.length() > Catalogue.LONGEST_ID
        ? Optional.empty()
        : table.item(Key.paper(edition.printing(), id)).map(Papers::paper);
  }

  /**
   * The papers with these ids, as many as the edition has, in this order: one read each, a few at a
   * time.
   */
  public Map<String, Paper> find(Edition edition, List<String> ids) {
    var found = new LinkedHashMap<String, Paper>();
    try (var readers = Executors.newFixedThreadPool(READERS)) {
      var reading = ids.stream().map(id -> readers.submit(() -> find(edition, id))).toList();
      for (var paper : reading) {
        paper.get().ifPresent(read -> found.put(read.id(), read));
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
    return found;
  }

  /** The item of a paper. */
  public static Item item(String printing, Paper paper) {
    var item = summary(Item.at(Key.paper(printing, paper.id())), paper.summary());
    item.with(
            "section",
            Item.map()
                .with("id", paper.section().id())
                .with("articleId", paper.section().articleId())
                .with("number", paper.section().number())
                .with("title", paper.section().title()))
        .with("review", paper.review())
        .withLinks(paper.links());
    paper.previous().ifPresent(previous -> item.with("previous", neighbour(previous)));
    paper.next().ifPresent(next -> item.with("next", neighbour(next)));
    return item;
  }

  private static Paper paper(Item item) {
    var section = item.item("section").orElseThrow();
    return new Paper(
        summary(item),
        new SectionHeading(
            section.text("id"),
            section.text("articleId"),
            section.number("number"),
            section.bilingual("title")),
        item.bilingual("review"),
        item.links(),
        item.item("previous").map(Papers::neighbour),
        item.item("next").map(Papers::neighbour));
  }

  /** Adds a summary's fields to an item. */
  static Item summary(Item item, PaperSummary summary) {
    return item.with("id", summary.id())
        .with("title", summary.title())
        .with("url", summary.url())
        .with("sectionId", summary.sectionId())
        .with("number", summary.number())
        .with("keywords", summary.keywords());
  }

  /** Reads a summary's fields from an item. */
  static PaperSummary summary(Item item) {
    return new PaperSummary(
        item.text("id"),
        item.text("title"),
        item.text("url"),
        item.text("sectionId"),
        item.number("number"),
        item.keywords("keywords"));
  }

  private static Item neighbour(Neighbour neighbour) {
    return Item.map().with("id", neighbour.id()).with("title", neighbour.title());
  }

  private static Neighbour neighbour(Item item) {
    return new Neighbour(item.text("id"), item.text("title"));
  }
}
