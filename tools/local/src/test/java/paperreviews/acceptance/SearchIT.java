package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.acceptance.Api.Reply;

class SearchIT {
  private final Api api = Api.shared();

  @ParameterizedTest
  @CsvSource({
    // A word of the title
    "EfficientNet, 1905.11946",
    "ＥｆｆｉｃｉｅｎｔＮｅｔ, 1905.11946",
    "octave, 1904.05049",
    "optimizers, 1910.05446",
    "FreeAnchor, 1909.02466",
    "SlowFast, 1812.03982",
    // Japanese
    "半教師あり学習, 1905.02249",
    "モード崩壊, 1905.10887",
    "遺伝的アルゴリズム, 1910.06961",
    "監視カメラ, 1904.08653",
    "相互情報量, 1907.13625",
    // English
    "genetic algorithm, 1910.06961",
    "mutual information, 1907.13625",
    "surveillance camera, 1904.08653",
    "semi-supervised learning, 1905.02249",
    // An id or an address
    "1905.11946, 1905.11946",
    "BJlOcR4KwS, BJlOcR4KwS",
    "bjlocr4kws, BJlOcR4KwS",
    "arXiv:1904.07846v1, 1904.07846",
    "https://arxiv.org/abs/1905.11946v3, 1905.11946",
    "https://arxiv.org/pdf/1904.07846.pdf, 1904.07846",
    "https://openreview.net/forum?id=BJlOcR4KwS, BJlOcR4KwS",
    // Another name of the same, joined words, a typo, half a word
    "knowledge distillation, 1910.10699",
    "warmup, 1908.03265",
    "rand augment, 1909.13719",
    "slow fast, 1812.03982",
    "EficientNet, 1905.11946",
    "mutual infomation, 1907.13625",
    "MixMat, 1905.02249",
    // What a review points to
    "1910.14667, 1904.08653",
    "invisibility cloak, 1904.08653",
  })
  void findsTheRightPaperFirst(String query, String id) throws Exception {
    assertEquals(id, api.search(query).at("papers", 0, "id"));
  }

  @Test
  void describesAHit() throws Exception {
    var reply = api.search("RandAugment");

    assertEquals(200, reply.status());
    var hit = (Map<?, ?>) reply.at("papers", 0);
    assertEquals(
        Set.of(
            "id",
            "title",
            "url",
            "authors",
            "year",
            "venue",
            "doi",
            "sectionId",
            "section",
            "article",
            "number",
            "keywords",
            "score",
            "highlights",
            "matched"),
        hit.keySet());
    assertEquals("data-augmentation", hit.get("sectionId"));
    assertEquals(
        Set.of("title", "review", "reviewLanguage", "cutAtStart", "cutAtEnd"),
        ((Map<?, ?>) hit.get("highlights")).keySet());
  }

  @Test
  void saysWhichFormsOfTheWordsMatchedInWhichField() throws Exception {
    var matched = (Map<?, ?>) api.search("rand augment").at("papers", 0, "matched");

    assertTrue(((List<?>) matched.get("title")).contains("randaugment"), matched::toString);
    assertTrue(
        matched.keySet().containsAll(Set.of("title", "keywords", "review")), matched::toString);
  }

  @Test
  void saysThatTheVenueAndTheYearMatched() throws Exception {
    var reply = api.search("eccv 2020 hataya");

    assertEquals("1911.06987", reply.at("papers", 0, "id"));
    assertEquals(
        Map.of("authors", List.of("hataya"), "venue", List.of("eccv", "2020")),
        reply.at("papers", 0, "matched"));
  }

  @Test
  void ordersHitsByScore() throws Exception {
    var scores =
        api.search("データ拡張").list("papers").stream()
            .map(hit -> ((Number) ((Map<?, ?>) hit).get("score")).doubleValue())
            .toList();

    assertTrue(scores.size() > 2);
    assertEquals(scores.stream().sorted((a, b) -> Double.compare(b, a)).toList(), scores);
  }

  @Test
  void marksWhatMatchedInTheTitle() throws Exception {
    var title = api.search("randaugment space").at("papers", 0, "highlights", "title");

    assertEquals(
        "RandAugment: Practical automated data augmentation with a reduced search space",
        Reply.shown(title));
    assertEquals(List.of("RandAugment", "space"), Reply.marked(title));
  }

  @Test
  void showsTheReviewAroundTheMatchesInTheLanguageThatMatched() throws Exception {
    var japanese = api.search("モード崩壊");
    var english = api.search("mode collapse");

    assertEquals("ja", japanese.at("papers", 0, "highlights", "reviewLanguage"));
    assertEquals("en", english.at("papers", 0, "highlights", "reviewLanguage"));
    for (var reply : List.of(japanese, english)) {
      var parts = reply.at("papers", 0, "highlights", "review");
      var language = (String) reply.at("papers", 0, "highlights", "reviewLanguage");
      var review = (String) api.get("/papers/1905.10887").at("review", language);
      assertTrue(review.contains(Reply.shown(parts)));
      assertTrue(Reply.shown(parts).length() < 240);
      assertFalse(Reply.marked(parts).isEmpty());
    }
  }

  @Test
  void showsReviewsInThePreferredLanguageWhereThereIsAChoice() throws Exception {
    for (var language : List.of("ja", "en")) {
      // Nothing is asked for; a concept that each language names in its own way.
      for (var address : List.of("/papers?limit=4&", "/papers?limit=4&q=object+detection&")) {
        var reply = api.get(address + "lang=" + language);
        assertEquals(language, reply.at("query", "lang"));
        for (int n = 0; n < reply.list("papers").size(); n++) {
          assertEquals(language, reply.at("papers", n, "highlights", "reviewLanguage"), address);
        }
        assertTrue(((String) reply.at("next")).contains("lang=" + language + "&limit=4"));
      }
    }
    var onlyInJapanese = api.search("\"クラス別に見ると\"", "lang=en");
    assertEquals("ja", onlyInJapanese.at("papers", 0, "highlights", "reviewLanguage"));
  }

  @Test
  void asksForAllWords() throws Exception {
    var both = api.search("物体検知 アンカー");

    assertEquals("all", both.at("query", "matched"));
    assertEquals(List.of("物体検知", "アンカー"), both.at("query", "words"));
    assertEquals(List.of("1909.02466"), both.ids("papers"));
  }

  @Test
  void takesAnyWordWhereNoPaperHasThemAll() throws Exception {
    var reply = api.search("アンカー 遺伝的アルゴリズム");

    assertEquals("any", reply.at("query", "matched"));
    assertTrue(reply.ids("papers").containsAll(List.of("1909.02466", "1910.06961")));
  }

  @Test
  void saysWhichTyposItPutRight() throws Exception {
    var reply = api.search("EficientNet");

    assertEquals("all", reply.at("query", "matched"));
    assertEquals("efficientnet", reply.at("query", "correctedQuery"));
    assertFalse(api.search("EfficientNet").text().contains("correctedQuery"));
  }

  @Test
  void doesNotTakeAUsualWordForATypo() throws Exception {
    assertFalse(api.search("tracking").text().contains("didYouMean"));
    assertFalse(api.search("training").text().contains("didYouMean"));
  }

  @Test
  void saysWhichPaperWasPasted() throws Exception {
    var address = "https://openreview.net/forum?id=bjlocr4kws";

    assertEquals("BJlOcR4KwS", api.search(address).at("query", "paperId"));
    assertFalse(api.search("training").text().contains("paperId"));
  }

  @Test
  void findsAConceptByItsNamesInBothLanguages() throws Exception {
    var japanese = new HashSet<>(api.search("物体検出", "limit=50").ids("papers"));
    var english = new HashSet<>(api.search("object detection", "limit=50").ids("papers"));

    assertTrue(japanese.size() >= 5, japanese.toString());
    assertEquals(english, japanese);
  }

  @Test
  void leavesOutAndTakesEither() throws Exception {
    assertFalse(api.search("蒸留 -表現学習").ids("papers").contains("1911.05722"));
    assertEquals(List.of("表現学習"), api.search("蒸留 -表現学習").at("query", "excluded"));
    var either = api.search("MixMatch OR FreeAnchor").ids("papers");
    assertTrue(either.containsAll(List.of("1905.02249", "1909.02466")), either.toString());
  }

  @Test
  void neverLoosensAPhrase() throws Exception {
    assertEquals(List.of("1909.02466"), api.search("\"match anchors\"").ids("papers"));
    assertEquals(0, api.search("\"anchors match\"").at("total"));
    assertEquals(List.of("match anchors"), api.search("\"match anchors\"").at("query", "phrases"));
  }

  @Test
  void readsQuotesWithoutAPartnerAsWords() throws Exception {
    var reply = api.search("\"match anchors");

    assertEquals(List.of("match", "anchors"), reply.at("query", "words"));
    assertEquals("1909.02466", reply.at("papers", 0, "id"));
  }

  @Test
  void narrowsToASectionButCountsAll() throws Exception {
    var all = api.search("物体検知");
    var narrowed = api.search("物体検知", "section=representation-learning");

    assertEquals(all.at("facets", "sections"), narrowed.at("facets", "sections"));
    assertEquals("representation-learning", narrowed.at("query", "section"));
    for (var hit : narrowed.list("papers")) {
      assertEquals("representation-learning", ((Map<?, ?>) hit).get("sectionId"));
    }
    int inSection =
        narrowed.list("facets", "sections").stream()
            .map(section -> (Map<?, ?>) section)
            .filter(section -> section.get("id").equals("representation-learning"))
            .mapToInt(section -> (Integer) section.get("count"))
            .sum();
    assertEquals(inSection, narrowed.at("total"));
    assertTrue(inSection < (Integer) all.at("total"));
  }

  @Test
  void narrowsToAnArticleAYearAndAKeyword() throws Exception {
    var all = api.search("学習", "limit=50");
    var narrowed =
        api.search("学習", "limit=50&article=2019-part-1&year=2019&keyword=Object-Detection");

    assertEquals("2019-part-1", narrowed.at("query", "article"));
    assertEquals(2019, narrowed.at("query", "year"));
    assertEquals("Object-Detection", narrowed.at("query", "keyword"));
    int total = (Integer) narrowed.at("total");
    assertTrue(total > 0 && total < (Integer) all.at("total"));
    for (var hit : narrowed.list("papers")) {
      var keywords = (List<?>) ((Map<?, ?>) ((Map<?, ?>) hit).get("keywords")).get("en");
      assertTrue(keywords.contains("object detection"), keywords::toString);
    }
    assertEquals(all.at("facets", "keywords"), narrowed.at("facets", "keywords"));
    assertEquals(0, api.search("学習", "year=1999").at("total"));
  }

  @Test
  void countsTheHitsOfEachArticleAndKeyword() throws Exception {
    var facets = (Map<?, ?>) api.get("/papers").at("facets");

    assertEquals(Set.of("sections", "articles", "years", "keywords", "authors"), facets.keySet());
    var article = (Map<?, ?>) ((List<?>) facets.get("articles")).getFirst();
    assertEquals(Set.of("id", "title", "year", "count"), article.keySet());
    assertEquals(28, article.get("count"));
    var keyword = (Map<?, ?>) ((List<?>) facets.get("keywords")).getFirst();
    assertEquals(Set.of("keyword", "language", "count"), keyword.keySet());
    assertEquals(
        keyword.get("count"),
        api.search("", "keyword=" + Api.encoded((String) keyword.get("keyword"))).at("total"));
  }

  @Test
  void listsHitsInTheCataloguesOrderIfAsked() throws Exception {
    var listed = api.get("/papers?limit=50").ids("papers");
    var found = api.search("物体検知", "limit=50&sort=catalogue");

    assertEquals("catalogue", found.at("query", "sort"));
    assertEquals(
        listed.stream().filter(found.ids("papers")::contains).toList(), found.ids("papers"));
    var byRelevance = api.search("物体検知", "limit=50&sort=relevance");
    assertEquals(Set.copyOf(byRelevance.ids("papers")), Set.copyOf(found.ids("papers")));
    assertFalse(byRelevance.ids("papers").equals(found.ids("papers")));
    assertEquals("catalogue", api.get("/papers").at("query", "sort"));
  }

  @Test
  void countsTheHitsOfEachSectionInTheCataloguesOrder() throws Exception {
    var sections = api.get("/papers").list("facets", "sections");

    assertEquals(
        List.of(10, 3, 4, 4, 7),
        sections.stream().map(section -> ((Map<?, ?>) section).get("count")).toList());
    assertEquals(
        Set.of("id", "articleId", "number", "title", "count"),
        ((Map<?, ?>) sections.getFirst()).keySet());
  }

  @Test
  void givesAsManyValuesOfEachFacetAsAreAskedFor() throws Exception {
    var facets = api.get("/papers?facets=2&section=video");

    // The two with the most papers, and the one that is filtered by.
    var sections = facets.list("facets", "sections");
    assertEquals(
        List.of("image-recognition", "video", "training-methods"),
        sections.stream().map(section -> ((Map<?, ?>) section).get("id")).toList());
    assertEquals(2, facets.list("facets", "authors").size());
    assertEquals(List.of(), api.get("/papers?facets=0").list("facets", "keywords"));
    assertEquals(400, api.get("/papers?facets=1001").status());
    // The next page has as many.
    var next = (String) api.get("/papers?facets=2&limit=5").at("next");
    assertEquals(2, api.get(next).list("facets", "sections").size());
  }

  @Test
  void listsAllPapersInTheCataloguesOrderWithoutAQuery() throws Exception {
    var listed = api.get("/papers?limit=50");
    var bySection = new ArrayList<String>();
    for (var id : api.get("/sections").ids("sections")) {
      bySection.addAll(api.get("/sections/" + id).ids("papers"));
    }

    assertEquals(28, listed.at("total"));
    assertEquals(bySection, listed.ids("papers"));
    assertEquals(listed.text(), api.get("/papers?limit=50&q=").text());
  }

  @ParameterizedTest
  @CsvSource({
    "/papers?limit=5, 28",
    "/papers?q=%E7%B2%BE%E5%BA%A6&limit=3, 0",
    "/papers?q=%E5%AD%A6%E7%BF%92&limit=2&sort=catalogue&year=2019&article=2019-part-1, 0",
    "/papers?keyword=object+detection&limit=3, 0",
  })
  void leadsThroughAllPagesByNext(String first, int expected) throws Exception {
    var whole = api.get(first.replaceAll("limit=\\d+", "limit=50"));
    var visited = new ArrayList<String>();
    var address = first;
    while (address != null) {
      var page = api.get(address);
      assertEquals(200, page.status());
      assertEquals(whole.at("query"), page.at("query"));
      visited.addAll(page.ids("papers"));
      address = (String) page.at("next");
      assertEquals(
          address == null ? null : "<%s>; rel=\"next\"".formatted(address),
          page.header("link").orElse(null));
    }

    assertEquals(whole.ids("papers"), visited);
    assertEquals(visited.size(), new HashSet<>(visited).size());
    assertEquals(expected == 0 ? whole.at("total") : expected, visited.size());
  }

  @Test
  void findsNothingInPunctuation() throws Exception {
    var reply = api.search("!?…");

    assertEquals(200, reply.status());
    assertEquals(0, reply.at("total"));
    assertEquals(List.of(), reply.at("papers"));
    assertFalse(reply.json().containsKey("next"));
  }

  @Test
  void readsNothingFromTheTableOnceItIsWarm() throws Exception {
    api.search("warm");
    var reply = api.search("蒸留 warm");

    var line = api.logged(reply.header("apigw-requestid").orElseThrow());
    // The pointer may be due for another look: one read of the smallest item.
    double units = ((Number) line.get("readUnits")).doubleValue();
    assertTrue(units == 0 || units == 0.5, line::toString);
  }
}
