package paperreviews.getpaper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Json;
import paperreviews.store.CatalogueItems;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Fault;
import paperreviews.testing.Invocation;
import paperreviews.testing.Printed;
import paperreviews.testing.Reviews;

class GetPaperTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  @RegisterExtension private final Printed printed = new Printed();

  private final Catalogue reviews = Reviews.catalogue(2);
  private String table;
  private GetPaper function;

  @BeforeEach
  void createTable() {
    table = DATABASE.newTable();
    function = new GetPaper(new Table(DATABASE.client(), table), Duration.ZERO);
  }

  private void publish() {
    var edition =
        new Edition(
            "0123456789abcdef", "0123456789abcdef.1", Instant.EPOCH, 1, 1, 2, "section-1-1");
    CatalogueItems.of(edition.buildId(), reviews)
        .forEach(item -> DATABASE.put(table, item.attributes()));
    DATABASE.put(table, Key.edition(edition.buildId()).attributes());
    DATABASE.put(table, Item.of(Key.current(), edition).attributes());
  }

  private Map<String, Object> get(String paperId, String query) throws IOException {
    var event =
        Map.of(
            "routeKey",
            "GET /papers/{paperId}",
            "rawPath",
            "/papers/" + paperId,
            "rawQueryString",
            query,
            "pathParameters",
            Map.of("paperId", paperId),
            "requestContext",
            Map.of("http", Map.of("method", "GET")));
    var output = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)),
        output,
        Invocation.context("request"));
    return Json.map(output.toByteArray());
  }

  @Test
  void readerGetsAPaperWithItsEdition() throws IOException {
    publish();
    var paper = reviews.papers().getLast();

    var response = get(paper.id(), "");

    assertEquals(200, response.get("statusCode"));
    var body = Json.map((String) response.get("body"));
    assertEquals("0123456789abcdef", body.remove("edition"));
    assertEquals(Json.map(Json.MAPPER.writeValueAsString(paper)), body);
  }

  @Test
  void readerGetsAPaperAsBibTex() throws IOException {
    publish();

    var response = get("section-1-1", "format=bibtex");

    assertEquals(200, response.get("statusCode"));
    assertEquals("@misc{section-1-1,", ((String) response.get("body")).lines().findFirst().get());
  }

  @Test
  void readerOfAnUnknownPaperGets404() throws IOException {
    publish();

    assertEquals(404, get("nothing", "").get("statusCode"));
  }

  @Test
  void readerOfAnEditionThatIsGoneIsNotToldThatThePaperDoesNotExist() throws IOException {
    publish();
    DATABASE
        .client()
        .deleteItem(
            item -> item.tableName(table).key(Key.edition("0123456789abcdef.1").attributes()));

    assertEquals(503, get("nothing", "").get("statusCode"));
  }

  @Test
  void functionRestoredFromASnapshotConnectsAnew() throws IOException {
    publish();
    var ports = new ArrayList<Integer>();
    Fault noting =
        call -> {
          ports.add(call.clientPort());
          call.pass();
        };
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), noting)) {
      function = new GetPaper(Table.of(proxy.environment(table)), Duration.ofDays(1));
      function.beforeCheckpoint(null);
      var before = Set.copyOf(ports);
      ports.clear();

      function.afterRestore(null);
      assertEquals(200, get("section-1-1", "").get("statusCode"));

      assertTrue(before.size() > 1, before::toString);
      assertEquals(2, ports.size(), "pointer and paper");
      assertTrue(Collections.disjoint(before, ports), () -> before + " and " + ports);
    }
  }

  @Test
  void readerOfAnEmptyTableGets503() throws IOException {
    assertEquals(503, get("section-1-1", "").get("statusCode"));
  }
}
