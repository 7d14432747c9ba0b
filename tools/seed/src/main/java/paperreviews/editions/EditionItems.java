package paperreviews.editions;

import java.util.stream.Stream;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.store.Item;
import paperreviews.store.Papers;
import paperreviews.store.Sections;

/**
 * The items of an edition, save those of its search index and its inventory, and those that tell of
 * it.
 */
final class EditionItems {
  private EditionItems() {}

  /** Each is made when the stream comes to it. */
  static Stream<Item> of(String printing, Catalogue catalogue) {
    return Stream.concat(
        Sections.stream(printing, catalogue),
        catalogue.papers().stream().map(paper -> Papers.item(printing, paper)));
  }

  /** How many there are: sections and papers lie in two places each. */
  static int count(Edition edition) {
    return edition.articleCount() + 2 * edition.sectionCount() + 2 * edition.paperCount();
  }
}
