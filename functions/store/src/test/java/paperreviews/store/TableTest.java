package paperreviews.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.testing.Asked;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.Reviews;

/** What readers ask the table for, and what that costs. */
class TableTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Catalogue REVIEWS = Reviews.catalogue(3, 2);

  private static String name;
  private static Edition edition;

  private final Asked asked = new Asked();
  private FaultyProxy proxy;
  private Table table;
  private double unitsBefore;

  @BeforeAll
  static void publish() {
    name = DATABASE.newTable();
    edition = PublishedTable.publish(DATABASE, name, REVIEWS);
  }

  @BeforeEach
  void openTable() {
    proxy = FaultyProxy.to(DATABASE.endpoint(), asked);
    // Without timeouts: on a busy machine, repeated attempts would be counted, too.
    table = new Table(proxy.client(), name);
  }

  @AfterEach
  void closeTable() {
    proxy.close();
  }

  private void assertAsked(String... expected) {
    assertEquals(List.of(expected), asked.take());
  }

  @Test
  void functionThatIsRestoredReadsOverANewConnection() {
    var ports = new ArrayList<Integer>();
    try (var noting =
        FaultyProxy.to(
            DATABASE.endpoint(),
            call -> {
              ports.add(call.clientPort());
              call.pass();
            })) {
      var restored = Table.of(noting.environment(name));
      restored.item(Key.current());
      restored.item(Key.current());

      restored.reconnect();
      restored.item(Key.current());
    }
    assertEquals(ports.get(0), ports.get(1));
    assertNotEquals(ports.get(1), ports.get(2));
  }

  private double units() {
    double units = table.readUnits() - unitsBefore;
    unitsBefore = table.readUnits();
    return units;
  }

  @Test
  void readerOfThePointerPaysHalfAReadUnit() {
    assertEquals(Optional.of(edition), new CurrentEdition(table, Duration.ZERO).get());

    assertAsked("GetItem");
    assertEquals(0.5, units());
  }

  @Test
  void readerOfAPaperPaysOneReadOfOneUnitAtMost() {
    for (var paper : REVIEWS.papers()) {
      assertEquals(Optional.of(paper), new Papers(table).find(edition, paper.id()));

      assertAsked("GetItem");
      double units = units();
      assertTrue(units == 0.5 || units == 1, () -> paper.id() + " takes " + units);
    }
  }

  @Test
  void readerOfSeveralPapersGetsThemInTheOrderAskedFor() {
    var ids = REVIEWS.papers().reversed().stream().map(paper -> paper.id()).toList();

    var found = new Papers(table).find(edition, ids);

    assertEquals(ids, List.copyOf(found.keySet()));
    assertEquals(REVIEWS.papers().reversed(), List.copyOf(found.values()));
  }

  @Test
  void readerOfAnUnknownPaperReadsAgainConsistently() {
    assertEquals(Optional.empty(), new Papers(table).find(edition, "2001.00001"));

    // Half a unit for the eventually consistent read, one for the consistent read.
    assertAsked("GetItem", "GetItem");
    assertEquals(1.5, units());
  }

  @Test
  void readerListsAllSectionsInTwoQueries() {
    var page = new Sections(table).page(edition, 0, 100);

    assertEquals(REVIEWS.articles(), page.articles());
    assertEquals(REVIEWS.sections(), page.sections());
    assertEquals(REVIEWS.sections().size(), page.total());
    assertAsked("Query", "Query");
    double units = units();
    assertTrue(units <= 4, () -> "takes " + units);
  }

  @Test
  void readerFindsEachSectionInOneQuery() {
    for (var section : REVIEWS.sections()) {
      var found = new Sections(table).find(edition, section.id()).orElseThrow();

      assertEquals(section, found.section());
      assertEquals(
          REVIEWS.papers().stream()
              .map(paper -> paper.summary())
              .filter(paper -> paper.sectionId().equals(section.id()))
              .toList(),
          found.papers());
      assertAsked("Query");
      double units = units();
      assertTrue(units <= 2, () -> section.id() + " takes " + units);
    }
  }

  @Test
  void readerOfAnUnknownSectionQueriesAgainConsistently() {
    assertEquals(Optional.empty(), new Sections(table).find(edition, "no-such-section"));

    // DynamoDB charges half a unit and one; DynamoDB Local charges nothing.
    assertAsked("Query", "Query");
  }

  @Test
  void readerOfTheLastArticleReadsOneItem() {
    assertEquals(REVIEWS.articles().getLast(), new Sections(table).lastArticle(edition));

    assertAsked("GetItem");
  }
}
