package paperreviews.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.editions.Publisher;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.searchpapers.IndexReader;
import paperreviews.seed.ReviewFiles;
import paperreviews.testing.Asked;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.Reviews;

/** What readers ask the table for, and what that costs, with the real reviews published. */
class TableTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static Catalogue reviews;
  private static String name;
  private static Edition edition;

  private final Asked asked = new Asked();
  private FaultyProxy proxy;
  private Table table;

  @BeforeAll
  static void publish() throws Exception {
    reviews = ReviewFiles.read(Reviews.REAL);
    name = DATABASE.newTable();
    edition =
        new Publisher(DATABASE.client(), name, new PrintStream(OutputStream.nullOutputStream()))
            .publish(reviews);
  }

  @BeforeEach
  void openTable() {
    proxy = FaultyProxy.to(DATABASE.endpoint(), asked);
    table = proxy.table(name);
  }

  @AfterEach
  void closeTable() {
    proxy.close();
  }

  private void assertAsked(String... expected) {
    assertEquals(List.of(expected), asked.take());
  }

  @Test
  void looksAtThePointerForHalfAReadUnit() {
    assertEquals(Optional.of(edition), new CurrentEdition(table, Duration.ZERO).get());

    assertAsked("GetItem");
    assertEquals(0.5, table.takeReadUnits());
  }

  @Test
  void getsEachPaperInOneReadOfOneUnitAtMost() {
    for (var paper : reviews.papers()) {
      assertEquals(Optional.of(paper), new Papers(table).find(edition, paper.id()));

      assertAsked("GetItem");
      double units = table.takeReadUnits();
      assertTrue(units == 0.5 || units == 1, () -> paper.id() + " takes " + units);
    }
  }

  @Test
  void readsTwiceToBeSureThatAPaperIsUnknown() {
    assertEquals(Optional.empty(), new Papers(table).find(edition, "2001.00001"));

    // Half a unit for the eventually consistent read, one for the consistent read.
    assertAsked("GetItem", "GetItem");
    assertEquals(1.5, table.takeReadUnits());
  }

  @Test
  void listsAllSectionsInOneQuery() {
    var contents = new Sections(table).all(edition);

    assertEquals(reviews.articles(), contents.articles());
    assertEquals(reviews.sections(), contents.sections());
    assertAsked("Query");
    double units = table.takeReadUnits();
    assertTrue(units <= 3, () -> "takes " + units);
  }

  @Test
  void findsEachSectionInOneQuery() {
    for (var section : reviews.sections()) {
      var found = new Sections(table).find(edition, section.id()).orElseThrow();

      assertEquals(section, found.section());
      assertAsked("Query");
      double units = table.takeReadUnits();
      assertTrue(units <= 2, () -> section.id() + " takes " + units);
    }
  }

  @Test
  void queriesTwiceToBeSureThatASectionIsUnknown() {
    assertEquals(Optional.empty(), new Sections(table).find(edition, "no-such-section"));

    // What DynamoDB charges for that, half a unit and one, DynamoDB Local takes for nothing.
    assertAsked("Query", "Query");
  }

  @Test
  void readsTheIndexAsAManifestAndItsChunks() {
    IndexReader.read(table, edition);

    int chunks = DATABASE.chunks(name).size();
    assertEquals(Collections.nCopies(1 + chunks, "GetItem"), asked.take());
    // Half a unit for each 4 KB, rounded up for each of the items.
    double units = table.takeReadUnits();
    double least =
        DATABASE.everything(name).values().stream()
                .map(item -> item.get("bytes"))
                .filter(Objects::nonNull)
                .mapToInt(bytes -> bytes.b().asByteArray().length)
                .sum()
            / 8192.0;
    assertTrue(units >= least && units <= least + 1 + chunks, () -> "takes " + units);
  }

  @Test
  void countsReadUnitsFromWhenTheyWereLastTaken() {
    new CurrentEdition(table, Duration.ZERO).get();
    new CurrentEdition(table, Duration.ZERO).get();

    assertEquals(1.0, table.takeReadUnits());
    assertEquals(0.0, table.takeReadUnits());
  }
}
