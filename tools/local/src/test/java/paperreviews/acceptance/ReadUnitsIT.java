package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.acceptance.Api.Reply;

/** What an answer costs: one read of the pointer where it is due, and else only what is new. */
class ReadUnitsIT {
  private static final double POINTER = 0.5;

  /** Looks at the pointer once and then trusts it. */
  private static Api trusting;

  /** Looks at the pointer for every request. */
  private static Api checking;

  @BeforeAll
  static void start() {
    trusting = Api.seeded(options -> options.parameter("EditionMaxAgeSeconds", "3600"));
    checking = Api.seeded(options -> options.parameter("EditionMaxAgeSeconds", "0"));
  }

  @AfterAll
  static void stop() {
    trusting.close();
    checking.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/sections, true",
    "/sections/video, true",
    "/papers/1905.11946, true",
    "/papers, false",
    "/papers?q=GAN, false",
    "/suggestions?q=GAN, false",
    "/papers/1905.11946/related, false",
    "'/papers/batch?ids=1905.11946,1911.09070', true",
    "/papers/batch?ids=0000.00000, false",
    "/papers/1905.11946/bibtex, true",
    "/feed, true",
  })
  void readsNoMoreThanThePointerToSayThatNothingChanged(String path, boolean reads)
      throws Exception {
    assertCosts(trusting, path, reads, 0);
    assertCosts(checking, path, reads, POINTER);
  }

  @ParameterizedTest
  @CsvSource({
    // Half a unit for each paper, and nothing for what the index does not know.
    "'/papers/batch?ids=1905.11946,1911.09070,1904.08653,x,y,z', 1.5",
    "/papers/1905.11946, 0.5",
    "/feed, 0.5",
  })
  void readsEachItemOnceAtHalfAUnit(String path, double units) throws Exception {
    trusting.get(path);

    assertEquals(units, readUnits(trusting, trusting.get(path)));
  }

  @Test
  void readsNothingToDescribeTheApi() throws Exception {
    assertEquals(0, readUnits(checking, checking.get("/openapi.json")));
  }

  private static void assertCosts(Api api, String path, boolean reads, double pointer)
      throws Exception {
    // The first search of a function may still have to load the index.
    api.get(path);
    var whole = api.get(path);
    var unchanged = api.get(path, "if-none-match", whole.header("etag").orElseThrow());

    assertEquals(200, whole.status());
    assertEquals(304, unchanged.status());
    assertEquals(pointer, readUnits(api, unchanged));
    if (reads) {
      double cost = readUnits(api, whole);
      assertTrue(cost > pointer, () -> path + " cost " + cost);
    } else {
      assertEquals(pointer, readUnits(api, whole));
    }
  }

  private static double readUnits(Api api, Reply reply) throws Exception {
    var line = api.logged(reply.header("apigw-requestid").orElseThrow());
    return ((Number) line.get("readUnits")).doubleValue();
  }
}
