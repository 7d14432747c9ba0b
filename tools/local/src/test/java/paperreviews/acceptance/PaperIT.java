package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIT {
  private final Api api = Api.shared();

  @Test
  void givesAPaperWithItsReview() throws Exception {
    var reply = api.get("/papers/1911.06987");

    assertEquals(200, reply.status());
    assertEquals("1911.06987", reply.at("id"));
    assertEquals(
        "Faster AutoAugment: Learning Augmentation Strategies using Backpropagation",
        reply.at("title"));
    assertEquals("https://arxiv.org/abs/1911.06987", reply.at("url"));
    assertEquals(1, reply.at("number"));
    assertEquals("data-augmentation", reply.at("section", "id"));
    assertEquals(4, reply.at("section", "number"));
    assertEquals(Set.of("ja", "en"), ((Map<?, ?>) reply.at("review")).keySet());
    assertEquals(Set.of("ja", "en"), ((Map<?, ?>) reply.at("keywords")).keySet());
    assertEquals(
        List.of("Ryuichiro Hataya", "Jan Zdenek", "Kazuki Yoshizoe", "Hideki Nakayama"),
        reply.at("authors"));
    assertEquals(2019, reply.at("year"));
    assertEquals("ECCV 2020", reply.at("venue"));
    assertEquals("10.1007/978-3-030-58595-2_1", reply.at("doi"));
    assertEquals("code", reply.at("links", 0, "kind"));
  }

  @Test
  void leadsToThePapersBeforeAndAfterAcrossSections() throws Exception {
    var reply = api.get("/papers/1911.06987");

    assertEquals("1903.00450", reply.at("previous", "id"));
    assertEquals("1909.13719", reply.at("next", "id"));
    assertEquals(
        "RandAugment: Practical automated data augmentation with a reduced search space",
        reply.at("next", "title"));
  }

  @Test
  void visitsEveryPaperFromNextToNext() throws Exception {
    var visited = new ArrayList<String>();
    var id = "1905.11946";
    while (id != null) {
      var reply = api.get("/papers/" + id);
      assertEquals(200, reply.status(), id);
      visited.add(id);
      var next = (Map<?, ?>) reply.at("next");
      id = next == null ? null : (String) next.get("id");
    }
    assertEquals(api.get("/papers?limit=50").ids("papers"), visited);
  }

  @Test
  void hasNothingBeforeTheFirstAndAfterTheLast() throws Exception {
    assertFalse(api.get("/papers/1905.11946").json().containsKey("previous"));
    assertFalse(api.get("/papers/1901.07711").json().containsKey("next"));
  }

  @Test
  void givesFurtherLinksWithAndWithoutAnAddress() throws Exception {
    assertEquals(
        List.of(
            Map.of(
                "kind",
                "paper",
                "title",
                "Making an Invisibility Cloak: Real World Adversarial Attacks on Object Detectors",
                "url",
                "https://arxiv.org/abs/1910.14667")),
        api.get("/papers/1904.08653").list("links").subList(0, 1));
    assertEquals(
        List.of(
            Map.of(
                "kind",
                "post",
                "title",
                "敵対的サンプルで精度を上げる(Adversarial Examples Improve Image Recognitionの紹介)")),
        api.get("/papers/1911.09665").list("links").subList(0, 1));
  }

  @Test
  void readsAnIdThatIsPercentEncoded() throws Exception {
    assertEquals("1905.11946", api.get("/papers/1905%2E11946").at("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000.00000", "1905.11946v2", "%E7%8C%AB", "%F0%9F%90%88", "x%2Fy"})
  void doesNotKnowOtherPapers(String id) throws Exception {
    var reply = api.get("/papers/" + id);

    assertEquals(404, reply.status());
    assertEquals("/problems/unknown-paper", reply.at("type"));
    assertEquals("application/problem+json", reply.header("content-type").orElseThrow());
  }
}
