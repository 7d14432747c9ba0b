package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedPapersIT {
  private final Api api = Api.shared();

  @ParameterizedTest
  @CsvSource({
    // Both search for an architecture
    "1911.09070, 1905.11946",
    "1905.11946, 1911.09070",
    // Both are about video
    "1904.07846, 1812.03982",
  })
  void findsAPaperAboutTheSame(String id, String other) throws Exception {
    var related = api.get("/papers/%s/related".formatted(id)).ids("papers");

    assertTrue(related.contains(other), related::toString);
    assertFalse(related.contains(id));
    assertEquals(5, related.size());
  }

  @Test
  void saysWhichKeywordsTwoPapersShare() throws Exception {
    var reply = api.get("/papers/1911.09070/related?limit=1");

    assertEquals("1911.09070", reply.at("paperId"));
    var related = (Map<?, ?>) reply.list("papers").getFirst();
    // Besides what is known of the paper.
    assertTrue(
        related
            .keySet()
            .containsAll(
                Set.of(
                    "id", "title", "sectionId", "number", "keywords", "score", "sharedKeywords")));
    var shared = (List<?>) ((Map<?, ?>) related.get("sharedKeywords")).get("en");
    assertFalse(shared.isEmpty());
    assertTrue(((List<?>) ((Map<?, ?>) related.get("keywords")).get("en")).containsAll(shared));
  }

  @Test
  void knowsNoPapersRelatedToOneThatIsNotThere() throws Exception {
    var reply = api.get("/papers/0000.00000/related");

    assertEquals(404, reply.status());
    assertEquals("/problems/unknown-paper", reply.at("type"));
  }
}
