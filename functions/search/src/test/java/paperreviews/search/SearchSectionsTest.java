package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paperreviews.search.Papers.catalogue;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Link;
import paperreviews.model.Section;
import paperreviews.search.index.PackedIndex;

/** What the texts of a section do for its papers. */
class SearchSectionsTest {
  @Test
  void introductionFindsThePapersOfItsSectionWhereNothingElseDoes() {
    var plain =
        catalogue(
            List.of(
                paper("1").in("a").en("A cat."),
                paper("2").in("b").en("A dog."),
                paper("3").in("b").en("A cat.")));
    var section =
        new Section(
            "b",
            "article",
            1,
            Bilingual.NONE,
            new Bilingual("動物の紹介", "On invisible animals."),
            List.of(new Link(Link.Kind.PAPER, "The cloak", Optional.empty())),
            2);
    var index =
        SearchIndex.open(
            PackedIndex.build(
                new Catalogue(
                    plain.articles(), List.of(section), plain.papers(), plain.concepts())));

    assertEquals(List.of("2", "3"), ids(index.search(search("invisible"))));
    assertEquals(List.of("2", "3"), ids(index.search(search("紹介"))));
    assertEquals(List.of("2", "3"), ids(index.search(search("cloak"))));
    assertEquals(List.of("1", "3"), ids(index.search(search("cat"))));
  }

  @Test
  void headingRanksThePapersOfItsSectionHigher() {
    var index =
        index(
            paper("1").in("a", "", "Trees").en("On flows."),
            paper("2").in("b", "", "Flows").en("On flows."),
            paper("3").in("c", "", "Birds").en("On flows."));

    assertEquals(List.of("2", "1", "3"), ids(index.search(search("flows"))));
  }
}
