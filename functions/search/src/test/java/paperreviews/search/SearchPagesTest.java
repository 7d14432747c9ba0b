package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.find;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;
import static paperreviews.search.Papers.searchIn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import paperreviews.model.Bilingual;
import paperreviews.search.Papers.TestPaper;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.result.Facets.SectionCount;
import paperreviews.search.result.Hit;
import paperreviews.search.result.SearchResult;

class SearchPagesTest {
  /** Many papers with the same score, and a few with others. */
  private static final SearchIndex MANY =
      index(IntStream.range(0, 60).mapToObj(SearchPagesTest::numbered).toList());

  private static TestPaper numbered(int n) {
    var text = n % 7 == 0 ? "flows flows flows" : n % 3 == 0 ? "trees for numbers" : "flows";
    return paper("paper-" + n).in(n % 2 == 0 ? "even" : "odd").en(text).ja("流れ。".repeat(n % 5));
  }

  private static SearchRequest page(
      Optional<String> text,
      Optional<String> section,
      int limit,
      Optional<SearchRequest.Place> after) {
    return find(text, section.map(Papers::inSection).orElse(Filters.NONE), limit, after);
  }

  private static List<String> counts(SearchResult result) {
    return result.facets().sections().stream()
        .map(count -> count.section().id() + " " + count.count())
        .toList();
  }

  @Property(tries = 200)
  void pagesShowEveryHitOnceInTheOrderOfOnePage(
      @ForAll @IntRange(min = 1, max = 61) int limit,
      @ForAll @IntRange(max = 3) int asked,
      @ForAll boolean inSection) {
    var text =
        List.of(
                Optional.<String>empty(),
                Optional.of("flows"),
                Optional.of("flows xyzzy"),
                Optional.of("流れ numbers"))
            .get(asked);
    var section = inSection ? Optional.of("odd") : Optional.<String>empty();
    var all = MANY.search(page(text, section, 100, Optional.empty()));

    var pages = new ArrayList<String>();
    var after = Optional.<SearchRequest.Place>empty();
    do {
      var result = MANY.search(page(text, section, limit, after));
      assertTrue(result.hits().size() <= limit);
      assertEquals(all.total(), result.total());
      assertEquals(all.facets().sections(), result.facets().sections());
      pages.addAll(ids(result));
      after = result.next();
    } while (after.isPresent());

    assertEquals(ids(all), pages);
    assertEquals(all.total(), pages.size());
  }

  @Property(tries = 200)
  void goesOnFromAnyPlaceThatAClientMakesUp(@ForAll float score, @ForAll int document) {
    for (float any : new float[] {score, Float.NaN, Float.POSITIVE_INFINITY}) {
      var place = Optional.of(new SearchRequest.Place(any, document));

      assertEquals(
          MANY.search(search("flows")).total(),
          MANY.search(page(Optional.of("flows"), Optional.empty(), 5, place)).total());
    }
  }

  @Test
  void hasNoNextPageAfterTheLastHit() {
    assertEquals(
        Optional.empty(),
        MANY.search(page(Optional.empty(), Optional.empty(), 60, Optional.empty())).next());
    assertTrue(
        MANY.search(page(Optional.empty(), Optional.empty(), 59, Optional.empty()))
            .next()
            .isPresent());
  }

  @Test
  void listsAllPapersInTheOrderOfTheCatalogueWithoutAQuery() {
    var result = MANY.search(page(Optional.empty(), Optional.empty(), 100, Optional.empty()));

    assertEquals(IntStream.range(0, 60).mapToObj(n -> "paper-" + n).toList(), ids(result));
    assertEquals(60, result.total());
    assertEquals(List.of("even 30", "odd 30"), counts(result));
  }

  @Test
  void keepsTheOrderOfTheCatalogueAmongEqualScores() {
    var index = index(paper("b1").en("flows"), paper("a1").en("flows"), paper("c1").en("flows"));

    assertEquals(List.of("b1", "a1", "c1"), ids(index.search(search("flows"))));
  }

  @Test
  void narrowsHitsAndTotalToASectionButNotTheCounts() {
    var index =
        index(
            paper("1").in("z").en("flows"),
            paper("2").in("z").en("trees"),
            paper("3").in("a").en("flows"),
            paper("4").in("a").en("flows"),
            paper("5").in("m").en("trees"));

    var result = index.search(searchIn("a", "flows"));

    assertEquals(List.of("3", "4"), ids(result));
    assertEquals(2, result.total());
    assertEquals(List.of("z 1", "a 2"), counts(result));
    assertEquals(index.search(search("flows")).facets().sections(), result.facets().sections());
  }

  @Test
  void findsNothingInASectionWithoutMatches() {
    var index = index(paper("1").in("z").en("flows"), paper("2").in("a").en("trees"));

    var result = index.search(searchIn("a", "flows"));

    assertEquals(List.of(), ids(result));
    assertEquals(0, result.total());
    assertEquals(List.of("z 1"), counts(result));
    assertEquals(0, index.search(searchIn("nowhere", "flows")).total());
  }

  @Test
  void scoresAlikeWithAndWithoutASection() {
    var narrowed = MANY.search(searchIn("odd", "flows")).hits();
    var all =
        MANY.search(search("flows")).hits().stream()
            .filter(hit -> hit.paper().sectionId().equals("odd"))
            .toList();

    assertFalse(all.isEmpty());
    assertEquals(scores(all), scores(narrowed).subList(0, all.size()));
  }

  private static List<String> scores(List<Hit> hits) {
    return hits.stream().map(hit -> hit.paper().id() + " " + hit.score()).toList();
  }

  @Test
  void countsSectionsInTheOrderOfTheCatalogueAndDescribesThem() {
    var index =
        index(
            paper("1").in("z", "物体検出", "Detection"),
            paper("2").in("a", "音声", "Speech"),
            paper("3").in("z", "物体検出", "Detection"));

    var result = index.search(page(Optional.empty(), Optional.empty(), 10, Optional.empty()));

    assertEquals(List.of("z 2", "a 1"), counts(result));
    assertEquals(
        List.of(new Bilingual("物体検出", "Detection"), new Bilingual("音声", "Speech")),
        result.facets().sections().stream()
            .map(SectionCount::section)
            .map(section -> section.title())
            .toList());
  }

  @Test
  void knowsItsSections() {
    assertTrue(MANY.hasSection("odd"));
    assertFalse(MANY.hasSection("Odd"));
    assertFalse(MANY.hasSection(""));
  }

  @Test
  void givesScoresThatFall() {
    var scores =
        MANY.search(search("flows numbers")).hits().stream().map(hit -> hit.score()).toList();

    assertEquals(
        scores.stream().sorted((one, other) -> Float.compare(other, one)).toList(), scores);
    assertTrue(scores.getFirst() > scores.getLast());
  }
}
