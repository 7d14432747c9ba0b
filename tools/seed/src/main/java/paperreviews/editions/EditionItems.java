package paperreviews.editions;

import java.util.stream.Stream;
import paperreviews.catalogue.Catalogue;
import paperreviews.catalogue.Edition;
import paperreviews.table.Item;
import paperreviews.table.Papers;
import paperreviews.table.Sections;

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
