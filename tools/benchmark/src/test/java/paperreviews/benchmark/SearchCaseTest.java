package paperreviews.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import paperreviews.editions.JapaneseReadings;
import paperreviews.model.Catalogue;
import paperreviews.search.SearchIndex;
import paperreviews.search.index.PackedIndex;
import paperreviews.seed.ReviewFiles;

class SearchCaseTest {
  /** What cases expect of these reviews stays right when others are added. */
  private static final Path FIXED_REVIEWS = Path.of("../testing/reviews");

  /** The dictionary that is published. */
  private static final Path REVIEWS = Path.of("../../reviews");

  private static final Path CASES =
      Path.of("src/test/resources/paperreviews/benchmark/search-cases.tsv");

  private static SearchIndex index;

  @BeforeAll
  static void buildIndex() throws Exception {
    var reviews = ReviewFiles.read(FIXED_REVIEWS);
    var catalogue =
        new Catalogue(
            reviews.articles(),
            reviews.sections(),
            reviews.papers(),
            ReviewFiles.read(REVIEWS).concepts());
    index = SearchIndex.open(PackedIndex.build(catalogue, new JapaneseReadings()));
  }

  @Test
  void searchAnswersEveryCaseAsExpected() throws Exception {
    var failures =
        SearchCase.read(CASES).stream().flatMap(each -> each.failure(index).stream()).toList();

    assertEquals(List.of(), failures);
  }

  @Test
  void caseWithAnotherAnswerFailsAndSaysWhatCame() {
    var failure = new SearchCase("EfficientNet", List.of("1911.05722"), 1, "word").failure(index);

    assertTrue(failure.orElseThrow().contains("1905.11946"), failure.toString());
  }
}
