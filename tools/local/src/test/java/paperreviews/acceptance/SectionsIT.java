package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SectionsIT {
  private final Api api = Api.shared();

  @Test
  void listsEverySectionInOrder() throws Exception {
    var reply = api.get("/sections");

    assertEquals(200, reply.status());
    assertEquals(
        List.of(
            "image-recognition",
            "video",
            "representation-learning",
            "data-augmentation",
            "training-methods"),
        reply.ids("sections"));
    assertEquals(List.of(1, 2, 3, 4, 5), numbers(reply.list("sections"), "number"));
    assertEquals(List.of(10, 3, 4, 4, 7), numbers(reply.list("sections"), "paperCount"));
  }

  @Test
  void givesASectionItsArticleTextsAndLinks() throws Exception {
    var last = (Map<?, ?>) api.get("/sections").at("sections", 4);

    assertEquals(
        Set.of("id", "articleId", "number", "title", "introduction", "links", "paperCount"),
        last.keySet());
    assertEquals("2019-part-1", last.get("articleId"));
    assertEquals("学習手法/目的関数/半教師あり学習", ((Map<?, ?>) last.get("title")).get("ja"));
    assertEquals(Set.of("ja", "en"), ((Map<?, ?>) last.get("introduction")).keySet());
    assertEquals(
        Map.of(
            "kind",
            "paper",
            "title",
            "A Systematic Study of the Class Imbalance Problem in Convolutional Neural Networks",
            "url",
            "https://arxiv.org/abs/1710.05381"),
        ((List<?>) last.get("links")).getFirst());
  }

  @Test
  void namesTheArticlesWithTheirAuthor() throws Exception {
    var reply = api.get("/sections");

    assertEquals(List.of("2019-part-1"), reply.ids("articles"));
    assertEquals("AkiraTOSEI", reply.at("articles", 0, "author", "name"));
    assertEquals(2019, reply.at("articles", 0, "year"));
  }

  @Test
  void readerFollowsPagesToTheEnd() throws Exception {
    var ids = new ArrayList<String>();
    var next = "/sections?limit=2";
    while (next != null) {
      var reply = api.get(next);
      ids.addAll(reply.ids("sections"));
      assertEquals(5, reply.at("total"));
      assertEquals(List.of("2019-part-1"), reply.ids("articles"));
      next = (String) reply.json().get("next");
      assertEquals(
          Optional.ofNullable(next).map("<%s>; rel=\"next\""::formatted), reply.header("link"));
    }

    assertEquals(api.get("/sections").ids("sections"), ids);
  }

  @Test
  void listsTheSectionsOfAnArticle() throws Exception {
    var reply = api.get("/sections?article=2019-part-1&limit=1");

    assertEquals(List.of("image-recognition"), reply.ids("sections"));
    assertEquals(List.of("video"), api.get((String) reply.at("next")).ids("sections"));
    assertEquals(404, api.get("/sections?article=astrology").status());
  }

  @Test
  void givesASectionWithItsPapersInOrder() throws Exception {
    var reply = api.get("/sections/data-augmentation");

    assertEquals(200, reply.status());
    assertEquals("data-augmentation", reply.at("id"));
    assertEquals(
        List.of("1911.06987", "1909.13719", "1909.09148", "1905.10887"), reply.ids("papers"));
    var summary = (Map<?, ?>) reply.at("papers", 1);
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
            "number",
            "keywords"),
        summary.keySet());
    assertEquals(2, summary.get("number"));
    assertEquals("https://arxiv.org/abs/1909.13719", summary.get("url"));
  }

  @Test
  void answersForEverySectionThatItLists() throws Exception {
    for (var id : api.get("/sections").ids("sections")) {
      assertEquals(200, api.get("/sections/" + id).status(), id);
    }
  }

  @Test
  void doesNotKnowOtherSections() throws Exception {
    var reply = api.get("/sections/astrology");

    assertEquals(404, reply.status());
    assertEquals("/problems/unknown-section", reply.at("type"));
    assertTrue(((String) reply.at("detail")).contains("astrology"));
  }

  private static List<?> numbers(List<?> sections, String field) {
    return sections.stream().map(section -> ((Map<?, ?>) section).get(field)).toList();
  }
}
