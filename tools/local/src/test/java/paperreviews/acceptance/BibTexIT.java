package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BibTexIT {
  private static final String BIBTEX = "application/x-bibtex; charset=utf-8";

  private final Api api = Api.shared();

  private static List<BibTeXEntry> entries(Api.Reply reply) throws Exception {
    assertEquals(Optional.of(BIBTEX), reply.header("content-type"));
    var database = new BibTeXParser().parse(new StringReader(reply.text()));
    return List.copyOf(database.getEntries().values());
  }

  private static String field(BibTeXEntry entry, String name) {
    return entry.getField(new Key(name)).toUserString();
  }

  @Test
  void readerCitesAPaper() throws Exception {
    var paper = api.get("/papers/1911.09070");

    var entry = entries(api.get("/papers/1911.09070?format=bibtex")).getFirst();

    assertEquals("{%s}".formatted(paper.at("title")), field(entry, "title"));
    assertEquals(paper.at("url"), field(entry, "url"));
    assertEquals("1911.09070", field(entry, "eprint"));
    assertEquals("arXiv", field(entry, "archivePrefix"));
  }

  @Test
  void readerCitesEveryPaperOfASectionInOrder() throws Exception {
    var section = api.get("/sections/data-augmentation");

    var entries = entries(api.get("/sections/data-augmentation?format=bibtex"));

    assertEquals(
        section.ids("papers"), entries.stream().map(entry -> field(entry, "eprint")).toList());
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
