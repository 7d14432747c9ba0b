package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Api api = Api.shared();

  private static List<BibTeXEntry> entries(Api.Reply reply) throws Exception {
    assertEquals(Optional.of(TEXT), reply.header("content-type"));
    var database = new BibTeXParser().parse(new StringReader(reply.text()));
    return List.copyOf(database.getEntries().values());
  }

  private static String field(BibTeXEntry entry, String name) {
    return entry.getField(new Key(name)).toUserString();
  }

  @Test
  void readerCitesAPaper() throws Exception {
    var paper = api.get("/papers/1911.09070");

    var entry = entries(api.get("/papers/1911.09070/bibtex")).getFirst();

    assertEquals("{%s}".formatted(paper.at("title")), field(entry, "title"));
    assertEquals(paper.at("url"), field(entry, "url"));
    assertEquals("1911.09070", field(entry, "eprint"));
    assertEquals("arXiv", field(entry, "archivePrefix"));
  }

  @Test
  void readerCitesEveryPaperOfASectionInOrder() throws Exception {
    var section = api.get("/sections/data-augmentation");

    var entries = entries(api.get("/sections/data-augmentation/bibtex"));

    assertEquals(
        section.ids("papers"), entries.stream().map(entry -> field(entry, "eprint")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/papers/1911.09070", "/sections/video"})
  void olderFormOfTheAddressAnswersTheSame(String path) throws Exception {
    var older = api.get(path + "?format=bibtex");

    assertEquals(Optional.of("application/x-bibtex; charset=utf-8"), older.header("content-type"));
    assertEquals(api.get(path + "/bibtex").text(), older.text());
    assertEquals(api.get(path).text(), api.get(path, "accept", "application/x-bibtex").text());
  }

  @ParameterizedTest
  @CsvSource({
    "/papers/0000.00000/bibtex, 404",
    "/papers/0000.00000?format=bibtex, 404",
    "/sections/astrology/bibtex, 404",
  })
  void tellsOfProblemsAsElsewhere(String path, int status) throws Exception {
    var reply = api.get(path);

    assertEquals(status, reply.status());
    assertEquals(Optional.of("application/problem+json"), reply.header("content-type"));
  }
}
