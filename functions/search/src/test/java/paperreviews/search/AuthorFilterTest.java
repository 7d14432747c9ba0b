package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Keywords;
import paperreviews.model.Paper;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.result.Facets.AuthorCount;
import paperreviews.search.result.SearchResult;

class AuthorFilterTest {
  private static final Bilingual TITLE = new Bilingual("", "Title");

  private static Paper paper(String id, String section, String... authors) {
    return new Paper(
        new PaperSummary(
            id,
            "Paper " + id,
            Optional.empty(),
            List.of(authors),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            section,
            1,
            Keywords.NONE),
        new SectionHeading(section, "article", 1, TITLE),
        new Bilingual("", "A review."),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static SearchIndex index(Paper... papers) {
    var article = new Article("article", TITLE, 2019, Optional.empty());
    return SearchIndex.open(
        PackedIndex.build(
            new Catalogue(List.of(article), List.of(), Arrays.asList(papers), List.of())));
  }

  private static final SearchIndex INDEX =
      index(
          paper("a", "one", "Toon Goedemé", "Quoc V. Le"),
          paper("b", "one", "Mingxing Tan", "Quoc V. Le"),
          paper("c", "two", "Quoc V. Le"),
          paper("d", "two", "Mingxing Tan"));

  private static SearchResult list(SearchIndex index, String section, String author) {
    var filters =
        new Filters(
            Optional.ofNullable(section),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.ofNullable(author));
    return index.search(
        new SearchRequest(
            Optional.empty(), filters, Order.CATALOGUE, 50, Optional.empty(), Optional.empty()));
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.paper().id()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Toon Goedemé", "toon goedeme", "TOON GOEDEMÉ", "Toon  Goedemé"})
  void readerFindsThePapersOfAnAuthorInAnySpelling(String name) {
    assertEquals(List.of("a"), ids(list(INDEX, null, name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Goedemé", "Toon", "Toon Goedemé Jr.", "Nobody", "\t"})
  void readerOfAnUnknownAuthorFindsNothing(String name) {
    assertEquals(List.of(), ids(list(INDEX, null, name)));
  }

  @Test
  void readerSeesTheMostFrequentAuthorsFirst() {
    assertEquals(
        List.of(
            new AuthorCount("Quoc V. Le", 3),
            new AuthorCount("Mingxing Tan", 2),
            new AuthorCount("Toon Goedemé", 1)),
        list(INDEX, null, null).facets().authors());
  }

  @Test
  void readerSeesWhatAnotherAuthorWouldFind() {
    var found = list(INDEX, "one", "Mingxing Tan");

    assertEquals(List.of("b"), ids(found));
    assertEquals(
        List.of(
            new AuthorCount("Quoc V. Le", 2),
            new AuthorCount("Mingxing Tan", 1),
            new AuthorCount("Toon Goedemé", 1)),
        found.facets().authors());
    assertEquals(2, found.facets().sections().size());
  }

  @Test
  void readerSeesTwentyAuthorsAndTheOneAskedFor() {
    var many =
        index(
            IntStream.range(0, 30)
                .mapToObj(n -> paper("p" + n, "one", "Author %02d".formatted(n)))
                .toArray(Paper[]::new));

    assertEquals(20, list(many, null, null).facets().authors().size());
    var authors = list(many, null, "Author 29").facets().authors();
    assertEquals(21, authors.size());
    assertEquals(new AuthorCount("Author 29", 1), authors.getLast());
  }

  @Test
  void readerFindsAnAuthorWhoseNameIsWrittenInTwoWays() {
    var two =
        index(paper("a", "one", "Jürgen Schmidhuber"), paper("b", "one", "Jurgen Schmidhuber"));

    assertEquals(List.of("a", "b"), ids(list(two, null, "Jürgen Schmidhuber")));
  }
}
