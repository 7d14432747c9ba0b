package paperreviews.seed;

import java.util.stream.Stream;
import paperreviews.catalogue.Catalogue;
import paperreviews.table.Item;
import paperreviews.table.Papers;
import paperreviews.table.Sections;

/** The items of an edition, save those of its search index and those that tell of it. */
final class EditionItems {
  private EditionItems() {}

  static Stream<Item> of(String edition, Catalogue catalogue) {
    return Stream.concat(
        Sections.items(edition, catalogue).stream(),
        catalogue.papers().stream().map(paper -> Papers.item(edition, paper)));
  }

  /** How many there are: sections and papers lie in two places each. */
  static int count(Catalogue catalogue) {
    return catalogue.articles().size()
        + 2 * catalogue.sections().size()
        + 2 * catalogue.papers().size();
  }
}
