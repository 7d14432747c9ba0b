package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.testing.SeedScript.ROOT;
import static paperreviews.testing.SeedScript.end;
import static paperreviews.testing.SeedScript.seed;
import static paperreviews.testing.SeedScript.start;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.editions.EditionId;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Fault;
import paperreviews.testing.Reviews;
import paperreviews.testing.SeedScript.Ended;

/** The script at the root, run as an operator runs it. */
class SeedScriptIT {
  @RegisterExtension private static final Database DATABASE = new Database();

  @TempDir private Path folder;

  @Test
  void publishesTheRealReviews() throws Exception {
    var table = DATABASE.newTable();

    var ended =
        seed(
            ROOT,
            "publish",
            "reviews",
            "--table",
            table,
            "--endpoint",
            DATABASE.endpoint().toString());

    assertEquals(0, ended.exitCode(), () -> ended.lines().toString());
    var edition =
        new CurrentEdition(new Table(DATABASE.client(), table), Duration.ZERO).get().orElseThrow();
    assertEquals(EditionId.of(ReviewFiles.read(Reviews.REAL)), edition.id());
    assertTrue(ended.lines().getFirst().startsWith("Read reviews: "), ended.lines()::toString);
    assertEquals("Edition " + edition.id() + " is current now.", ended.lines().getLast());
  }

  @Test
  void printsNothingButItsOwnWords() throws Exception {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    var ended =
        seed(
            folder,
            "publish",
            ".",
            "--table",
            DATABASE.newTable(),
            "--endpoint",
            DATABASE.endpoint().toString());

    // No warning of the JVM, of Lucene or of a logger in between.
    assertTrue(
        ended
            .lines()
            .toString()
            .matches(
                "\\[Read \\.: articles 1, sections 2, papers 3\\.,   3 of 3 papers indexed, Writing"
                    + " edition \\w+; its search index has [\\d.,]+ bytes\\.,   11 of 11 items,  "
                    + " 1 of 1 index chunks, Edition \\w+ is current now\\.]"),
        ended.lines()::toString);
  }

  @Test
  void endsWithOneOnFaults() throws Exception {
    var ended = seed(folder, "publish", ".", "--table", "t", "--endpoint", "http://127.0.0.1:1");

    assertEquals(
        new Ended(
            1,
            List.of(
                ".: the folder has no review file (*.yaml)", "Faults: 1. Nothing was published.")),
        ended);
  }

  @Test
  void asksForTheRegionThatNothingNames() throws Exception {
    var ended = seed(ROOT, "publish", "reviews", "--table", "t");

    assertEquals(2, ended.exitCode());
    assertEquals(
        "The AWS configuration does not name a region; give one by --region",
        ended.lines().getFirst());
  }

  @Test
  void saysThatThereAreNoCredentials() throws Exception {
    var ended = seed(ROOT, "publish", "reviews", "--table", "t", "--region", "eu-central-1");

    assertEquals(1, ended.exitCode());
    assertEquals(
        List.of(
            "There are no AWS credentials. Sign in with the AWS CLI, or set AWS_PROFILE, or"
                + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."),
        ended.lines().subList(1, ended.lines().size()));
  }

  @Test
  void checksTheRealReviews() throws Exception {
    var ended = seed(ROOT, "check", "reviews");

    assertEquals(0, ended.exitCode(), () -> ended.lines().toString());
    assertTrue(ended.lines().getFirst().startsWith("No fault in reviews: "));
  }

  @Test
  void checksReviewsInBothLanguages() throws Exception {
    var ended = seed(ROOT, "check", "tools/testing/reviews", "--strict");

    assertEquals(
        new Ended(
            0, List.of("No fault in tools/testing/reviews: articles 1, sections 5, papers 28.")),
        ended);
  }

  @Test
  void isKilledInTheMiddleAndCompletedByTheNextRun() throws Exception {
    var table = DATABASE.newTable();
    Reviews.write(folder, "a.yaml", Reviews.FILE);
    var before = publish(folder, table, DATABASE.endpoint());
    Reviews.write(folder, "a.yaml", Reviews.FILE.replace("It looks well", "It looks better"));
    var killed = new CompletableFuture<Process>();
    // When most is written, and nothing is current yet.
    Fault fault =
        call -> {
          if (call.write() == 4) {
            killed.join().destroyForcibly().waitFor();
          } else {
            call.pass();
          }
        };
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), fault)) {
      var process = start(folder, publication(folder, table, proxy.endpoint()));
      killed.complete(process);
      assertNotEquals(0, end(process).exitCode());
    }
    assertEquals(before, current(table));

    assertEquals(publish(folder, table, DATABASE.endpoint()), current(table));
    assertNotEquals(before, current(table));
  }

  private static String publish(Path reviews, String table, URI endpoint) throws Exception {
    var ended = seed(reviews, publication(reviews, table, endpoint));
    assertEquals(0, ended.exitCode(), () -> ended.lines().toString());
    return ended.lines().getLast().split(" ")[1];
  }

  private static String[] publication(Path reviews, String table, URI endpoint) {
    return new String[] {
      "publish", reviews.toString(), "--table", table, "--endpoint", endpoint.toString()
    };
  }

  private static String current(String table) {
    return new CurrentEdition(new Table(DATABASE.client(), table), Duration.ZERO)
        .get()
        .orElseThrow()
        .id();
  }
}
