package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PapersByIdIT {
  private final Api api = Api.shared();

  @Test
  void givesWholePapersInTheOrderAsked() throws Exception {
    var reply = api.get("/papers/batch?ids=1911.09070,BJlOcR4KwS,1905.11946");

    assertEquals(List.of("1911.09070", "BJlOcR4KwS", "1905.11946"), reply.ids("papers"));
    assertEquals(List.of(), reply.at("notFound"));
    var alone = api.get("/papers/1905.11946").json();
    assertEquals(alone.remove("edition"), reply.at("edition"));
    assertEquals(alone, reply.at("papers", 2));
  }

  @Test
  void givesAllPapersAtOnce() throws Exception {
    var all = new ArrayList<>(api.get("/papers?limit=50").ids("papers"));
    Collections.reverse(all);

    assertEquals(all, api.get("/papers/batch?ids=" + String.join(",", all)).ids("papers"));
  }

  @Test
  void listsWhatThereIsNot() throws Exception {
    // Ids differ in case, and none has a version.
    var reply =
        api.get(
            "/papers/batch?ids=x,1905.11946,bjlocr4kws,1905.11946v2,%E7%8C%AB," + "y".repeat(3000));

    assertEquals(200, reply.status());
    assertEquals(List.of("1905.11946"), reply.ids("papers"));
    assertEquals(
        List.of("x", "bjlocr4kws", "1905.11946v2", "猫", "y".repeat(3000)), reply.at("notFound"));
  }

  @Test
  void givesEachOnce() throws Exception {
    var reply = api.get("/papers/batch?ids=1905.11946,x,1905.11946,x");

    assertEquals(List.of("1905.11946"), reply.ids("papers"));
    assertEquals(List.of("x"), reply.at("notFound"));
  }

  @Test
  void takesUpToFifty() throws Exception {
    assertEquals(200, api.get("/papers/batch?ids=" + ids(50)).status());
    assertEquals(400, api.get("/papers/batch?ids=" + ids(50) + ",1").status());

    var reply = api.get("/papers/batch?ids=" + ids(51));

    assertEquals(400, reply.status());
    assertEquals("ids", reply.at("errors", 0, "parameter"));
    assertEquals("Give 1 to 50 of them, separated by commas.", reply.at("errors", 0, "detail"));
  }

  private static String ids(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }

  @Test
  void takesAnEncodedCommaForOne() throws Exception {
    assertEquals(
        List.of("1911.09070", "1905.11946"),
        api.get("/papers/batch?ids=1911.09070%2C1905.11946").ids("papers"));
  }

  @Test
  void takesIdsOneByOne() throws Exception {
    assertEquals(
        List.of("1911.09070", "1905.11946", "BJlOcR4KwS"),
        api.get("/papers/batch?ids=1911.09070&ids=1905.11946,BJlOcR4KwS").ids("papers"));
  }

  @Test
  void batchIsNoPaper() throws Exception {
    assertEquals(400, api.get("/papers/batch").status());
    assertEquals(404, api.get("/papers/batch/bibtex").status());
    assertEquals(404, api.get("/papers/batch/related").status());
    assertEquals(404, api.get("/papers/Batch").status());
  }
}
