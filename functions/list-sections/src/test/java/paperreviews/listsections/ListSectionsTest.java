package paperreviews.listsections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Json;
import paperreviews.model.Paper;
import paperreviews.store.CatalogueItems;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.store.Sections.Page;
import paperreviews.store.Sections.SectionPapers;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.Invocation;
import paperreviews.testing.Printed;
import paperreviews.testing.Reviews;

class ListSectionsTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  @RegisterExtension private final Printed printed = new Printed();

  private final Catalogue reviews = Reviews.catalogue(2);
  private String table;
  private ListSections function;

  @BeforeEach
  void createTable() {
    table = DATABASE.newTable();
    function = new ListSections(new Table(DATABASE.client(), table), Duration.ZERO);
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

  private Map<String, Object> get(String resource, String sectionId) throws IOException {
    var event =
        Map.of(
            "routeKey", "GET " + resource,
            "rawPath", resource.replace("{sectionId}", sectionId),
            "pathParameters", Map.of("sectionId", sectionId),
            "requestContext", Map.of("http", Map.of("method", "GET")));
    var output = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)),
        output,
        Invocation.context("request"));
    return Json.map(output.toByteArray());
  }

  @Test
  void readerGetsArticlesAndSections() throws IOException {
    publish();

    var response = get("/sections", "");

    assertEquals(200, response.get("statusCode"));
    var page = new Page(1, reviews.articles(), reviews.sections());
    var expected = Json.map(Json.MAPPER.writeValueAsString(page));
    expected.put("edition", "0123456789abcdef");
    assertEquals(expected, Json.map((String) response.get("body")));
  }

  @Test
  void readerGetsASectionWithItsPapers() throws IOException {
    publish();

    var response = get("/sections/{sectionId}", "section-1");

    assertEquals(200, response.get("statusCode"));
    var section =
        new SectionPapers(
            reviews.sections().getFirst(), reviews.papers().stream().map(Paper::summary).toList());
    var expected = Json.map(Json.MAPPER.writeValueAsString(section));
    expected.put("edition", "0123456789abcdef");
    assertEquals(expected, Json.map((String) response.get("body")));
  }

  @Test
  void readerOfAnUnknownSectionGets404() throws IOException {
    publish();

    assertEquals(404, get("/sections/{sectionId}", "nothing").get("statusCode"));
  }

  @Test
  void readerOfAnEmptyTableGets503ButTheContract() throws IOException {
    assertEquals(503, get("/sections", "").get("statusCode"));

    var contract = get("/openapi.json", "");
    assertEquals(200, contract.get("statusCode"));
    assertEquals("3.1.0", Json.map((String) contract.get("body")).get("openapi"));
  }
}
