package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import paperreviews.editions.Editions;
import paperreviews.seed.ReviewFiles;
import paperreviews.store.Key;
import paperreviews.testing.Reviews;

class EditionsIT {
  private static final List<String> PATHS =
      List.of("/sections", "/sections/video", "/papers/1905.11946", "/papers?q=EfficientNet");

  @Test
  void showsANewEditionInEveryAnswer() throws Exception {
    try (var api = Api.seeded(options -> options.parameter("EditionMaxAgeSeconds", "0"))) {
      var before = api.get("/papers/1905.11946");
      var cursor = (String) api.get("/papers?limit=5").at("next");

      var edition = publishAnew(api);

      assertNotEquals(edition, before.at("edition"));
      for (var path : PATHS) {
        assertEquals(edition, api.get(path).at("edition"), path);
      }
      assertEquals("EfficientNet, anew", api.get("/papers/1905.11946").at("title"));
      assertEquals("1905.11946", api.search("anew").at("papers", 0, "id"));
      var tag = before.header("etag").orElseThrow();
      assertEquals(200, api.get("/papers/1905.11946", "if-none-match", tag).status());

      var stale = api.get(cursor);
      assertEquals(410, stale.status());
      assertEquals("/problems/stale-cursor", stale.at("type"));
    }
  }

  @Test
  void keepsToTheEditionThatItSawUntilItLooksAgain() throws Exception {
    try (var api = Api.seeded(options -> options.parameter("EditionMaxAgeSeconds", "3600"))) {
      var before = api.get("/papers/1905.11946").at("edition");

      publishAnew(api);

      for (var path : PATHS) {
        assertEquals(before, api.get(path).at("edition"), path);
      }
    }
  }

  @Test
  void looksAgainAfterASnapshotIsRestored() throws Exception {
    try (var api =
        Api.seeded(options -> options.snapStart().parameter("EditionMaxAgeSeconds", "3600"))) {
      // The functions have read the first edition and wait where the snapshot would be made.
      var edition = publishAnew(api);

      for (var path : PATHS) {
        assertEquals(edition, api.get(path).at("edition"), path);
      }
    }
  }

  @Test
  void saysHowToPublishWhileNothingIsPublished() throws Exception {
    try (var api = Api.start(options -> options)) {
      for (var path : PATHS) {
        var reply = api.get(path);
        assertEquals(503, reply.status());
        assertEquals("/problems/nothing-published", reply.at("type"));
        assertEquals("30", reply.header("retry-after").orElseThrow());
      }
      assertEquals(400, api.get("/papers?limit=0").status());

      new Editions(api.stack().dynamoDb().client(), api.stack().tableName(), Api.SILENCE)
          .publish(ReviewFiles.read(Reviews.FIXED));

      for (var path : PATHS) {
        assertEquals(200, api.get(path).status(), path);
      }
    }
  }

  @Test
  void tellsNothingOfADefectButTheRequest() throws Exception {
    try (var api = Api.seeded(options -> options)) {
      var table = api.stack().dynamoDb().client();
      // An item such as no seeder writes.
      table.putItem(
          request ->
              request
                  .tableName(api.stack().tableName())
                  .item(Key.paper(api.edition().buildId(), "broken").attributes()));

      var reply = api.get("/papers/broken");

      assertEquals(500, reply.status());
      assertEquals("/problems/internal", reply.at("type"));
      assertEquals(
          List.of("type", "title", "status", "requestId"), List.copyOf(reply.json().keySet()));
      var line = api.logged((String) reply.at("requestId"));
      assertEquals("ERROR", line.get("level"));
      assertFalse(((String) line.get("stackTrace")).isEmpty());
    }
  }

  /** Publishes the reviews with another title of the first paper, and gives the edition's id. */
  static String publishAnew(Api api) throws Exception {
    var changed = Files.createTempDirectory("reviews-");
    try {
      var file = changed.resolve("2019-part-1.yaml");
      var text = Files.readString(Reviews.FIXED.resolve("2019-part-1.yaml"));
      Files.writeString(
          file, text.replaceFirst("title: \"?EfficientNet: [^\n]*", "title: EfficientNet, anew"));
      return new Editions(api.stack().dynamoDb().client(), api.stack().tableName(), Api.SILENCE)
          .publish(ReviewFiles.read(changed))
          .id();
    } finally {
      Files.deleteIfExists(changed.resolve("2019-part-1.yaml"));
      Files.delete(changed);
    }
  }
}
