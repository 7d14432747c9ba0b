package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.editions.Editions;
import paperreviews.editions.Size;
import paperreviews.model.Catalogue;
import paperreviews.model.Json;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Key;
import paperreviews.store.Papers;
import paperreviews.store.Sections;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.Reviews;

/** What passes the checks fits into the table, however large it is. */
class LargestReviewsTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final int MAX_ITEM_BYTES = 409_600;

  @TempDir private Path folder;

  @Test
  void publishesTheLargestPaperThatPassesTheChecks() throws Exception {
    int longest = longestLink();
    var largest = read(file(longest));
    var table = DATABASE.newTable();

    var edition =
        new Editions(DATABASE.client(), table, new PrintStream(OutputStream.nullOutputStream()))
            .publish(ReviewFiles.read(folder));

    var reads = new Table(DATABASE.client(), table);
    assertEquals(edition, new CurrentEdition(reads, Duration.ZERO).get().orElseThrow());
    for (var paper : largest.papers()) {
      assertEquals(paper, new Papers(reads).find(edition, paper.id()).orElseThrow());
    }
    assertEquals(largest.sections(), new Sections(reads).page(edition, 0, 100).sections());
    var items = DATABASE.everything(table);
    var second = items.get(Key.paper(edition.buildId(), largest.papers().get(1).id()).attributes());
    int size = Size.inTable(second);
    assertTrue(size > 400_000 && size <= MAX_ITEM_BYTES, () -> size + " bytes");
  }

  @Test
  void refusesAPaperThatIsOneCharacterLarger() throws Exception {
    int longest = longestLink();
    Reviews.write(folder, "a.yaml", file(longest + 1));

    var faults =
        assertThrows(FaultyReviewsException.class, () -> ReviewFiles.read(folder)).faults();

    assertEquals(1, faults.size(), faults::toString);
    assertTrue(
        faults
            .getFirst()
            .toString()
            .matches(
                "a\\.yaml:5: the paper 2x+ \\(語{80}…\\) takes 400,00[1-3] bytes with all its texts and links; at"
                    + " most 400,000 fit into the table: shorten it"),
        faults::toString);
  }

  /** How long the last link's title may be until the second paper is too large. */
  private int longestLink() throws FaultyReviewsException {
    var paper = read(file(1)).papers().get(1);
    var alone = paper.between(Optional.empty(), Optional.empty());
    int size = Json.MAPPER.writeValueAsBytes(alone).length;
    return 1 + (400_000 - size) / 3;
  }

  private Catalogue read(String text) throws FaultyReviewsException {
    Reviews.write(folder, "a.yaml", text);
    return ReviewFiles.read(folder);
  }

  /** Three papers as large as can be; the second has links as well. */
  private static String file(int lastLink) {
    var links = "%s, {kind: post, title: %s}".formatted(list(199, link()), text(lastLink));
    return """
    article: {id: largest, title: {en: Largest}, year: 2019, author: {name: Ann}}
    sections:
    - {id: section, number: 1, title: %s, introduction: %s, papers: [
    %s,
    %s,
    %s]}
    """
        .formatted(
            bilingual(text(1_000)),
            bilingual(text(40_000)),
            paper(1, "{kind: post, title: Short}"),
            paper(2, links),
            paper(3, "{kind: post, title: Short}"));
  }

  private static String paper(int number, String links) {
    return "{id: %s, number: %d, title: %s, url: %s, review: %s, keywords: %s, links: [%s]}"
        .formatted(
            number + "x".repeat(99),
            number,
            text(1_000),
            "https://example.org/",
            bilingual(text(40_000)),
            bilingual("[" + list(100, text(100)) + "]"),
            links);
  }

  private static String link() {
    return "{kind: slides, title: %s, url: https://example.org/%s}".formatted(text(125), text(3));
  }

  private static String bilingual(String value) {
    return "{ja: %s, en: %s}".formatted(value, value);
  }

  private static String list(int count, String value) {
    return String.join(", ", Collections.nCopies(count, value));
  }

  /** So many characters of three bytes each. */
  private static String text(int characters) {
    return "語".repeat(characters);
  }
}
