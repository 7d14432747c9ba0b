package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.editions.Editions;
import paperreviews.seed.ReviewFiles;
import paperreviews.seed.Seed;
import paperreviews.testing.Printed;
import paperreviews.testing.Reviews;

/** {@code seed verify} against the local stack. */
class VerifyIT {
  @RegisterExtension private final Printed printed = new Printed();

  @Test
  void findsNoFaultInAnApiOfTheRealReviews() {
    try (var api =
        Api.start(
            options ->
                options.seeder(
                    (client, table) ->
                        new Editions(client, table, Api.SILENCE)
                            .publish(ReviewFiles.read(Reviews.REAL))))) {
      assertEquals(
          0, Seed.run("verify", "--api=" + api.stack().address()), printed.out()::toString);

      assertEquals(
          "All from edition %s.".formatted(api.edition().id()),
          Printed.lines(printed.out()).reversed().get(1));
    }
  }

  @Test
  void reportsThatNothingIsPublished() {
    try (var api = Api.start(options -> options)) {
      assertEquals(1, Seed.run("verify", "--api=" + api.stack().address()));

      assertTrue(
          Printed.lines(printed.out()).stream()
              .anyMatch(
                  line ->
                      line.startsWith(
                          "  wrong: GET /sections: it answers with status 503, not 200: {")),
          printed.out()::toString);
    }
  }
}
