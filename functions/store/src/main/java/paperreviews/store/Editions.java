package paperreviews.store;

import java.time.Instant;
import paperreviews.model.Edition;

/** The items that tell of editions: the pointer to the current one, and a record of each. */
public final class Editions {
  private Editions() {}

  /** The item at {@link Key#current()} or {@link Key#edition} that tells of an edition. */
  public static Item item(Key key, Edition edition) {
    return Item.at(key)
        .with("edition", edition.id())
        .with("printing", edition.printing())
        .with("publishedAt", edition.publishedAt().toString())
        .with("articleCount", edition.articleCount())
        .with("sectionCount", edition.sectionCount())
        .with("paperCount", edition.paperCount())
        .with("firstPaperId", edition.firstPaperId());
  }

  /** The edition that an item tells of. */
  public static Edition edition(Item item) {
    return new Edition(
        item.text("edition"),
        item.text("printing"),
        Instant.parse(item.text("publishedAt")),
        item.number("articleCount"),
        item.number("sectionCount"),
        item.number("paperCount"),
        item.text("firstPaperId"));
  }
}
