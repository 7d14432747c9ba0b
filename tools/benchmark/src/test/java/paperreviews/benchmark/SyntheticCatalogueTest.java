package paperreviews.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import paperreviews.model.Catalogue;
import paperreviews.model.Paper;
import paperreviews.seed.ReviewFiles;

class SyntheticCatalogueTest {
  private final Catalogue model;

  SyntheticCatalogueTest() throws Exception {
    model = ReviewFiles.read(Path.of("../testing/reviews"));
  }

  @Test
  void isTheSameEveryTime() {
    assertEquals(SyntheticCatalogue.of(150, model), SyntheticCatalogue.of(150, model));
  }

  @Test
  void hasAsManyPapersAsWantedEachWithAnIdOfItsOwn() {
    var catalogue = SyntheticCatalogue.of(150, model);
    var ids = new HashSet<String>();
    catalogue.papers().forEach(paper -> ids.add(paper.id()));
    assertEquals(150, ids.size());
    assertEquals(
        150, catalogue.sections().stream().mapToInt(section -> section.paperCount()).sum());
  }

  @Test
  void writesReviewsAboutAsLongAsThoseOfTheModel() {
    var catalogue = SyntheticCatalogue.of(1000, model);
    assertEquals(1, meanLength(catalogue) / meanLength(model), 0.1);
  }

  private static double meanLength(Catalogue catalogue) {
    return catalogue.papers().stream()
        .map(Paper::review)
        .mapToInt(review -> review.ja().length() + review.en().length())
        .average()
        .orElseThrow();
  }

  @Test
  void isAskedForWhatItHolds() {
    var catalogue = SyntheticCatalogue.of(50, model);
    var queries = SampleQueries.of(catalogue, 100);
    assertEquals(100, queries.size());
    assertEquals(queries, SampleQueries.of(catalogue, 100));
    assertFalse(queries.stream().anyMatch(String::isBlank));
    // The first kind has two words of one title.
    var words = queries.getFirst().split(" ");
    assertTrue(
        catalogue.papers().stream()
            .map(paper -> paper.summary().title())
            .anyMatch(title -> title.contains(words[0]) && title.contains(words[1])));
  }
}
