package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BibTexIT {
  private static final String BIBTEX = "application/x-bibtex; charset=utf-8";

  private final Api api = Api.shared();

  @Test
  void givesAPaperAsAReference() throws Exception {
    var reply = api.get("/papers/1911.09070?format=bibtex");

    assertEquals(Optional.of(BIBTEX), reply.header("content-type"));
    assertEquals(
        """
        @misc{1911.09070,
          title = {{EfficientDet: Scalable and Efficient Object Detection}},
          url = {https://arxiv.org/abs/1911.09070},
          eprint = {1911.09070},
          archivePrefix = {arXiv},
          year = {2019}
        }
        """,
        reply.text());
  }

  @Test
  void leavesOutTheYearOfAPaperWithoutANumber() throws Exception {
    var reply = api.get("/papers/BJlOcR4KwS?format=bibtex");

    assertEquals(
        "@misc{BJlOcR4KwS,\n  title = {{%s}},\n  url = {%s}\n}\n"
            .formatted(
                api.get("/papers/BJlOcR4KwS").at("title"), api.get("/papers/BJlOcR4KwS").at("url")),
        reply.text());
  }

  @Test
  void givesASectionAsReferencesInOrder() throws Exception {
    var section = api.get("/sections/data-augmentation");
    var reply = api.get("/sections/data-augmentation?format=bibtex");

    assertEquals(Optional.of(BIBTEX), reply.header("content-type"));
    assertEquals(
        section.ids("papers"),
        reply
            .text()
            .lines()
            .filter(line -> line.startsWith("@"))
            .map(line -> line.replaceAll("@misc\\{|,", ""))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/papers/1911.09070", "/sections/video"})
  void choosesTheFormByWhatTheClientAccepts(String path) throws Exception {
    var json = api.get(path, "accept", "application/json");
    var bibTex = api.get(path, "accept", "application/x-bibtex");

    assertEquals(Optional.of("application/json"), json.header("content-type"));
    assertEquals(Optional.of(BIBTEX), bibTex.header("content-type"));
    assertEquals(Optional.of("accept, accept-encoding, origin"), json.header("vary"));
    assertEquals(json.header("vary"), bibTex.header("vary"));
    assertNotEquals(json.header("etag"), bibTex.header("etag"));
    var tag = json.header("etag").orElseThrow();
    assertEquals(
        200, api.get(path, "accept", "application/x-bibtex", "if-none-match", tag).status());
    var unchanged = api.get(path, "if-none-match", tag);
    assertEquals(304, unchanged.status());
    assertEquals(json.header("vary"), unchanged.header("vary"));
  }

  @ParameterizedTest
  @CsvSource({
    "/papers/0000.00000, 404",
    "/sections/astrology, 404",
  })
  void tellsOfProblemsAsElsewhere(String path, int status) throws Exception {
    var reply = api.get(path, "accept", "application/x-bibtex");

    assertEquals(status, reply.status());
    assertEquals(Optional.of("application/problem+json"), reply.header("content-type"));
  }
}
