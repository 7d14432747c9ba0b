package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paperreviews.search.Papers.catalogue;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Section;
import paperreviews.search.Papers.TestPaper;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.query.QueryTerm.Rule;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.result.Hit;
import paperreviews.search.result.Hit.Explanation;

/** Why a hit is one. */
class SearchMatchedTest {
  private static final TestPaper PAPER =
      paper("1905.11946")
          .titled("Rand Augment for Flows")
          .in("section", "拡張", "Augmentation")
          .keywords(List.of("物体検知"), List.of("flows"))
          .ja("物体検知の手法である。")
          .en("A method with distillation.")
          .linkedTo("The invisibility cloak", "https://example.org/");

  private static final Section SECTION =
      new Section(
          "section",
          "article",
          1,
          new Bilingual("拡張", "Augmentation"),
          new Bilingual("", "Of unicorns."),
          List.of(),
          1);

  private static Hit hit(String query) {
    var plain = catalogue(List.of(PAPER));
    var concepts =
        List.of(new Concept("detection", List.of("物体検出", "物体検知"), List.of("object detection")));
    var index =
        SearchIndex.open(
            PackedIndex.build(
                new Catalogue(plain.articles(), List.of(SECTION), plain.papers(), concepts)));
    return index.search(search(query)).hits().getFirst();
  }

  private static Map<String, List<String>> matched(String query) {
    return hit(query).matched();
  }

  @Test
  void explainsWhichWordMatchesByWhichRuleInWhichField() {
    assertEquals(
        List.of(new Explanation("review", "distillation", "distillation", Rule.EXACT)),
        hit("distillation").explanation());
    assertEquals(
        List.of(new Explanation("review", "methods", "method", Rule.FORM)),
        hit("methods").explanation());
    assertEquals(
        List.of(new Explanation("title", "randaugment", "rand augment", Rule.SPELLING)),
        hit("randaugment").explanation());
    assertEquals(
        List.of(new Explanation("review", "mehtod", "method", Rule.TYPO)),
        hit("mehtod").explanation());
  }

  @Test
  void explainsANameAsAskedForOnceAndByItsOtherNames() {
    var other =
        SearchIndex.open(
            PackedIndex.build(
                new Catalogue(
                    catalogue(List.of(PAPER)).articles(),
                    List.of(),
                    catalogue(List.of(paper("1").en("Object detection").ja("物体検知"))).papers(),
                    List.of(
                        new Concept("detection", List.of("物体検知"), List.of("object detection"))))));

    assertEquals(
        List.of(
            new Explanation("review", "物体検知", "物体検知", Rule.EXACT),
            new Explanation("review", "物体検知", "object detection", Rule.CONCEPT)),
        other.search(search("物体検知")).hits().getFirst().explanation());
  }

  @Test
  void explainsAHitByTheIntroductionOfItsSection() {
    assertEquals(
        List.of(new Explanation("section", "unicorn", "unicorns", Rule.FORM)),
        hit("unicorn").explanation());
    assertEquals(Map.of("section", List.of("unicorns")), matched("unicorn"));
  }

  @Test
  void explainsAHitByPartsOfATerm() {
    assertEquals(
        List.of(
            new Explanation("keywords", "体検査", "体検", Rule.PART),
            new Explanation("review", "体検査", "体検", Rule.PART)),
        hit("体検査").explanation());
  }

  @Test
  void namesTheFieldsThatHaveAWord() {
    assertEquals(Map.of("title", List.of("flows"), "keywords", List.of("flows")), matched("flows"));
    assertEquals(Map.of("section", List.of("拡張")), matched("拡張"));
    assertEquals(Map.of("review", List.of("method")), matched("method"));
    assertEquals(Map.of("review", List.of("手法", "method")), matched("method 手法"));
    assertEquals(Map.of("links", List.of("cloak")), matched("cloak"));
    assertEquals(Map.of("id", List.of("1905.11946")), matched("1905.11946"));
  }

  @Test
  void namesTheFormThatWasFound() {
    assertEquals(
        Map.of("keywords", List.of("物体検知"), "review", List.of("物体検知")),
        matched("object detection"));
    assertEquals(Map.of("title", List.of("rand augment")), matched("randaugment"));
    assertEquals(Map.of("review", List.of("method")), matched("mehtod"));
    assertEquals(Map.of("review", List.of("distillation")), matched("distillati"));
  }

  @Test
  void namesTheWordsOfAQueryThatNoPaperHasWhole() {
    assertEquals(
        Map.of("title", List.of("flows"), "keywords", List.of("flows")), matched("flows xyzzy"));
    assertEquals(
        Map.of("keywords", List.of("物体検知"), "review", List.of("物体検知")), matched("物体検知は何か"));
  }

  @Test
  void namesTheTokensWhereNoWordIsWhole() {
    assertEquals(Map.of("keywords", List.of("体検"), "review", List.of("体検")), matched("体検査"));
  }

  @Test
  void namesNothingWhereNothingWasAskedFor() {
    var all =
        new SearchRequest(
            Optional.empty(), Filters.NONE, Order.RELEVANCE, 1, Optional.empty(), Optional.empty());

    assertEquals(Map.of(), index(PAPER).search(all).hits().getFirst().matched());
  }
}
