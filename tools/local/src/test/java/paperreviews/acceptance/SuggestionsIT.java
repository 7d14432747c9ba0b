package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsIT {
  private final Api api = Api.shared();

  private List<?> suggestions(String typed) throws Exception {
    return api.get("/suggestions?q=" + Api.encoded(typed)).list("suggestions");
  }

  @ParameterizedTest
  @CsvSource({
    "Eff, paper, 'EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks'",
    "match anch, paper, 'FreeAnchor: Learning to Match Anchors for Visual Object Detection'",
    "物体, keyword, 物体検知",
    "物体k, keyword, 物体検知",
    "obj, keyword, object detection",
    "物体検出, concept, 物体検出",
  })
  void suggestsTitlesKeywordsAndConcepts(String typed, String kind, String text) throws Exception {
    var found =
        suggestions(typed).stream()
            .map(each -> (Map<?, ?>) each)
            .anyMatch(each -> each.get("kind").equals(kind) && each.get("text").equals(text));

    assertTrue(found, suggestions(typed)::toString);
  }

  @Test
  void leadsFromATitleToItsPaper() throws Exception {
    var title = (Map<?, ?>) suggestions("FreeAnchor:").getLast();

    assertEquals(Set.of("kind", "text", "id", "parts"), title.keySet());
    assertEquals(title.get("text"), api.get("/papers/" + title.get("id")).at("title"));
  }

  @Test
  void describesAKeyword() throws Exception {
    var keyword = (Map<?, ?>) suggestions("obj").getFirst();

    assertEquals(Set.of("kind", "text", "language", "count", "parts"), keyword.keySet());
    assertEquals("en", keyword.get("language"));
    assertEquals(
        keyword.get("count"),
        api.get("/papers?keyword=" + Api.encoded("object detection")).at("total"));
    assertEquals(
        List.of(
            Map.of("text", "obj", "match", true), Map.of("text", "ect detection", "match", false)),
        keyword.get("parts"));
  }

  @Test
  void suggestsNothingForNothing() throws Exception {
    for (var path : List.of("/suggestions", "/suggestions?q=", "/suggestions?q=%20")) {
      var reply = api.get(path);
      assertEquals(200, reply.status(), path);
      assertEquals(List.of(), reply.list("suggestions"), path);
    }
  }

  @Test
  void suggestsNoMoreThanAskedFor() throws Exception {
    assertEquals(10, suggestions("l").size());
    assertEquals(3, api.get("/suggestions?q=l&limit=3").list("suggestions").size());
  }
}
