package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.model.Language;
import paperreviews.search.Papers.TestPaper;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.query.SearchRequest.Place;
import paperreviews.search.result.Facets.YearCount;
import paperreviews.search.result.SearchResult;

class SearchFiltersTest {
  private static final SearchIndex INDEX =
      index(
          flows("1").in("vision").of("article-2019").keywords(List.of("画像分類"), List.of("GAN")),
          flows("2").in("vision").of("article-2019").keywords(List.of("画像分類"), List.of("NAS")),
          flows("3").in("speech").of("article-2019").keywords(List.of(), List.of("gan", "speech")),
          flows("4").in("speech-2").of("article-2020").keywords(List.of(), List.of("GANs")),
          paper("5")
              .in("speech-2")
              .of("article-2020")
              .en("Trees.")
              .keywords(List.of(), List.of("GAN")));

  private static TestPaper flows(String id) {
    return paper(id).en("Flows.");
  }

  private static SearchRequest flows(String section, String article, Integer year, String keyword) {
    var filters =
        new Filters(
            Optional.ofNullable(section),
            Optional.ofNullable(article),
            year == null ? OptionalInt.empty() : OptionalInt.of(year),
            Optional.ofNullable(keyword),
            Optional.empty());
    return new SearchRequest(
        Optional.of("flows"), filters, Order.RELEVANCE, 50, Optional.empty(), Optional.empty());
  }

  private static List<String> sections(SearchResult result) {
    return result.facets().sections().stream()
        .map(c -> c.section().id() + " " + c.count())
        .toList();
  }

  private static List<String> articles(SearchResult result) {
    return result.facets().articles().stream()
        .map(c -> c.article().id() + " " + c.count())
        .toList();
  }

  private static List<String> keywords(SearchResult result) {
    return result.facets().keywords().stream()
        .map(c -> c.keyword() + " " + c.language().tag() + " " + c.count())
        .toList();
  }

  @Test
  void countsMatchesBySectionArticleAndKeyword() {
    var all = INDEX.search(flows(null, null, null, null));

    assertEquals(List.of("vision 2", "speech 1", "speech-2 1"), sections(all));
    assertEquals(List.of("article-2019 3", "article-2020 1"), articles(all));
    assertEquals(2020, all.facets().articles().getLast().article().year());
    assertEquals(List.of("GAN en 3", "画像分類 ja 2", "NAS en 1", "speech en 1"), keywords(all));
  }

  @ParameterizedTest
  @CsvSource({
    "vision, , , , '1 2'",
    ", article-2020, , , '4'",
    ", , 2019, , '1 2 3'",
    ", , 2018, , ''",
    ", , , 画像分類, '1 2'",
    ", , , GAN, '1 3 4'",
    ", , , ＧＡＮｓ, '1 3 4'",
    ", , , GA, ''",
    ", , , 画像, ''",
    ", , , xyzzy, ''",
    ", , , *, ''",
    "vision, , , gan, '1'",
    "speech-2, article-2020, 2020, GAN, '4'",
    "vision, article-2020, , , ''",
    "Vision, , , , ''",
    ", Article-2020, , , ''",
  })
  void narrowsHitsByEveryFilter(
      String section, String article, Integer year, String keyword, String found) {
    var result = INDEX.search(flows(section, article, year, keyword));

    assertEquals(found, String.join(" ", ids(result).stream().sorted().toList()));
    assertEquals(ids(result).size(), result.total());
  }

  @Test
  void doesNotNarrowTheCountsOfAFacetByItsOwnFilter() {
    var bySection = INDEX.search(flows("vision", null, null, null));
    assertEquals(List.of("vision 2", "speech 1", "speech-2 1"), sections(bySection));
    assertEquals(List.of("article-2019 2"), articles(bySection));
    assertEquals(List.of("画像分類 ja 2", "GAN en 1", "NAS en 1"), keywords(bySection));

    var byArticle = INDEX.search(flows(null, "article-2020", null, null));
    assertEquals(List.of("speech-2 1"), sections(byArticle));
    assertEquals(List.of("article-2019 3", "article-2020 1"), articles(byArticle));
    assertEquals(List.of("GAN en 1"), keywords(byArticle));

    var byKeyword = INDEX.search(flows(null, null, null, "画像分類"));
    assertEquals(List.of("vision 2"), sections(byKeyword));
    assertEquals(List.of("article-2019 2"), articles(byKeyword));
    assertEquals(List.of("GAN en 3", "画像分類 ja 2", "NAS en 1", "speech en 1"), keywords(byKeyword));

    var byTwo = INDEX.search(flows("vision", null, null, "GAN"));
    assertEquals(List.of("vision 1", "speech 1", "speech-2 1"), sections(byTwo));
    assertEquals(List.of("画像分類 ja 2", "GAN en 1", "NAS en 1"), keywords(byTwo));

    var byNone = INDEX.search(flows("speech-2", null, null, "画像分類"));
    assertEquals(List.of("GAN en 1"), keywords(byNone));
  }

  @Test
  void countsTheCommonestKeywordsOfEachLanguageAndTheOneThatIsAskedFor() {
    var index =
        index(
            IntStream.range(0, 60)
                .mapToObj(
                    n ->
                        flows("paper-" + n)
                            .keywords(
                                List.of("語" + "x".repeat(n + 1)),
                                n < 30
                                    ? List.of("common", (n % 2 == 0 ? "an early word" : "word") + n)
                                    : List.of("common")))
                .toList());

    var all = index.search(flows(null, null, null, null)).facets().keywords();
    assertEquals("common", all.getFirst().keyword());
    assertEquals(60, all.getFirst().count());
    assertEquals(20, all.stream().filter(count -> count.language().equals(Language.JA)).count());
    assertEquals(20, all.stream().filter(count -> count.language().equals(Language.EN)).count());

    var rare = "語" + "x".repeat(60);
    assertFalse(all.stream().anyMatch(count -> count.keyword().equals(rare)));
    var asked = index.search(flows(null, null, null, rare)).facets().keywords();
    assertTrue(asked.stream().anyMatch(count -> count.keyword().equals(rare)), asked::toString);
  }

  @Test
  void countsTheYearsOfArticlesWhateverYearIsAskedFor() {
    var all = List.of(new YearCount(2020, 1), new YearCount(2019, 3));

    assertEquals(all, INDEX.search(flows(null, null, null, null)).facets().years());
    assertEquals(all, INDEX.search(flows(null, null, 2019, null)).facets().years());
    assertEquals(
        List.of(new YearCount(2019, 2)),
        INDEX.search(flows("vision", null, null, null)).facets().years());
  }

  @Test
  void givesAsManyValuesOfEachFacetAsAreAskedForAndTheOnesThatAreFilteredBy() {
    var facets = facets(flows(null, null, null, null), 1);
    assertEquals(List.of("vision 2"), sections(facets));
    assertEquals(List.of("article-2019 3"), articles(facets));
    assertEquals(List.of(new YearCount(2020, 1)), facets.facets().years());
    assertEquals(List.of("GAN en 3", "画像分類 ja 2"), keywords(facets));

    assertEquals(
        List.of("vision 2", "speech-2 1"),
        sections(facets(flows("speech-2", null, null, null), 1)));
    assertEquals(
        List.of("article-2019 3", "article-2020 1"),
        articles(facets(flows(null, "article-2020", null, null), 1)));
    assertEquals(
        List.of(new YearCount(2019, 3)), facets(flows(null, null, 2019, null), 0).facets().years());
    assertEquals(List.of(), sections(facets(flows(null, null, null, null), 0)));
  }

  private static SearchResult facets(SearchRequest request, int limit) {
    return INDEX.search(
        new SearchRequest(
            request.text(),
            request.filters(),
            request.order(),
            request.limit(),
            limit,
            request.after(),
            request.language()));
  }

  @Test
  void namesTheSectionAndTheArticleOfEachHit() {
    var hits = INDEX.search(flows(null, "article-2020", null, null)).hits();

    assertEquals("speech-2", hits.getFirst().section().id());
    assertEquals("article-2020", hits.getFirst().article().id());
  }

  @Test
  void takesAKeywordThatIsWrittenAlikeInBothLanguages() {
    var index =
        index(
            flows("1").keywords(List.of("GAN"), List.of("NAS")),
            flows("2").keywords(List.of("NAS"), List.of("GAN")),
            flows("3").keywords(List.of("NAS"), List.of("NAS")));

    var result = index.search(flows(null, null, null, "gan"));

    assertEquals(List.of("1", "2"), ids(result));
    assertEquals(List.of("NAS en 2", "NAS ja 2", "GAN en 1", "GAN ja 1"), keywords(result));
  }

  @Test
  void leavesOutTheRarestKeywordsWhereverTheyStandInTheAlphabet() {
    var index =
        index(
            IntStream.range(0, 30)
                .mapToObj(paper -> flows("paper-" + paper).keywords(List.of(), wordsFrom(paper)))
                .toList());

    var expected =
        IntStream.range(0, 20)
            .map(n -> 29 - n)
            .mapToObj(word -> "word%d en %d".formatted(word, word + 1))
            .toList();
    assertEquals(expected, keywords(index.search(flows(null, null, null, null))));
  }

  @Test
  void leavesOutTheLastInTheAlphabetOfTheRarestKeywords() {
    var words = IntStream.range(0, 20).mapToObj(n -> "word" + (10 + n)).toList();
    var index =
        index(
            flows("1").keywords(List.of("よ"), words),
            flows("2").keywords(List.of(), List.of("zero")),
            flows("3").keywords(List.of(), List.of("zebra", "zero")),
            flows("4").keywords(List.of(), List.of("zebra")));

    var shown = keywords(index.search(flows(null, null, null, null)));

    assertEquals(List.of("zebra en 2", "zero en 2", "word10 en 1"), shown.subList(0, 3));
    assertEquals(List.of("word27 en 1", "よ ja 1"), shown.subList(19, shown.size()));
  }

  /** So the n-th word, counted from zero, is in n + 1 papers. */
  private static List<String> wordsFrom(int first) {
    return IntStream.range(first, 30).mapToObj(word -> "word" + word).toList();
  }

  @ParameterizedTest
  @CsvSource({"-2147483648, 2", "-1, 2", "0, 1", "1, 0", "2147483647, 0"})
  void clientWhoMakesUpAPlaceGetsWhatIsBehindIt(int document, int hits) {
    var index = index(paper("one").en("Flows."), paper("two").en("Flows."));

    var request =
        new SearchRequest(
            Optional.empty(),
            Filters.NONE,
            Order.CATALOGUE,
            5,
            Optional.of(new Place(1, document)),
            Optional.empty());

    assertEquals(hits, index.search(request).hits().size());
  }

  @Test
  void listsHitsInTheOrderOfTheCatalogueIfAsked() {
    var index =
        index(
            paper("weak").en("Flows and many other words in a long text about something else."),
            paper("none").en("Trees."),
            paper("strong").titled("Flows").en("Flows, flows and flows."));
    var search =
        new SearchRequest(
            Optional.of("flows"),
            Filters.NONE,
            Order.CATALOGUE,
            1,
            Optional.empty(),
            Optional.empty());

    assertEquals(List.of("strong", "weak"), ids(index.search(search("flows"))));
    var first = index.search(search);
    var second =
        index.search(
            new SearchRequest(
                search.text(),
                search.filters(),
                search.order(),
                1,
                first.next(),
                Optional.empty()));
    assertEquals(List.of("weak"), ids(first));
    assertEquals(List.of("strong"), ids(second));
    assertEquals(Optional.empty(), second.next());
  }

  @Test
  void knowsItsArticles() {
    assertTrue(INDEX.hasArticle("article-2020"));
    assertFalse(INDEX.hasArticle("article"));
  }
}
