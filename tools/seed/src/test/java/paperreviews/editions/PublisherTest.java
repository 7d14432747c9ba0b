package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Paper;
import paperreviews.search.SearchIndex;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.result.SearchResult;
import paperreviews.searchpapers.IndexReader;
import paperreviews.seed.ReviewFiles;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.store.Papers;
import paperreviews.store.Sections;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.LaggingReplica;
import paperreviews.testing.Requests;
import paperreviews.testing.Reviews;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PublisherTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  /** More than one batch of items, so that a publication can end between two of them. */
  private static final Catalogue BEFORE = Reviews.catalogue(7, 6);

  private static final Catalogue AFTER = Reviews.revised(BEFORE, "Quite another view");

  private String table;

  @BeforeEach
  void makeTable() {
    table = DATABASE.newTable();
  }

  private Edition publish(Catalogue catalogue) throws LostRaceException {
    return publish(DATABASE.client(), catalogue, new ByteArrayOutputStream());
  }

  private Edition publish(DynamoDbClient client, Catalogue catalogue) throws LostRaceException {
    return publish(client, catalogue, new ByteArrayOutputStream());
  }

  private Edition publish(DynamoDbClient client, Catalogue catalogue, ByteArrayOutputStream out)
      throws LostRaceException {
    var print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Editions(client, table, print).publish(catalogue);
  }

  /** Everything that readers see of the current edition, or nothing if there is none. */
  private Optional<Catalogue> read() {
    var reads = new Table(DATABASE.client(), table);
    return new CurrentEdition(reads, Duration.ZERO).get().map(edition -> read(reads, edition));
  }

  private static Catalogue read(Table table, Edition edition) {
    var contents = new Sections(table).page(edition, 0, edition.sectionCount());
    var papers = new ArrayList<Paper>();
    for (var section : contents.sections()) {
      var found = new Sections(table).find(edition, section.id()).orElseThrow();
      assertEquals(section, found.section());
      for (var summary : found.papers()) {
        var paper = new Papers(table).find(edition, summary.id()).orElseThrow();
        assertEquals(summary, paper.summary());
        papers.add(paper);
      }
    }
    var searched = search(table, edition, Optional.empty());
    assertEquals(
        papers.stream().map(Paper::summary).toList(),
        searched.hits().stream().map(hit -> hit.paper()).toList());
    return new Catalogue(contents.articles(), contents.sections(), papers, List.of());
  }

  private static SearchResult search(Table table, Edition edition, Optional<String> text) {
    return SearchIndex.open(IndexReader.read(table, edition))
        .search(
            new SearchRequest(
                text, Filters.NONE, Order.RELEVANCE, 1000, Optional.empty(), Optional.empty()));
  }

  @Test
  void publishesEveryReview() throws Exception {
    var reviews = ReviewFiles.read(Reviews.FIXED);

    var edition = publish(reviews);

    // Concepts are stored in the search index, where only searches see them.
    var visible =
        new Catalogue(reviews.articles(), reviews.sections(), reviews.papers(), List.of());
    assertEquals(Optional.of(visible), read());
    var reads = new Table(DATABASE.client(), table);
    assertTrue(search(reads, edition, Optional.of("物体検出")).total() > 0);
    assertEquals(EditionId.of(reviews), edition.id());
    assertEquals(reviews.articles().size(), edition.articleCount());
    assertEquals(reviews.sections().size(), edition.sectionCount());
    assertEquals(reviews.papers().size(), edition.paperCount());
    assertEquals(reviews.papers().getFirst().id(), edition.firstPaperId());
    assertEquals(
        Optional.of(edition),
        new CurrentEdition(new Table(DATABASE.client(), table), Duration.ZERO).get());
    assertEquals(
        "1912.03458",
        search(new Table(DATABASE.client(), table), edition, Optional.of("宝くじ仮説"))
            .hits()
            .getFirst()
            .paper()
            .id());
  }

  @Test
  void recordsAnEditionThatIsWhole() throws LostRaceException {
    var edition = publish(BEFORE);

    var entry = DATABASE.everything(table).get(Key.edition(edition.buildId()).attributes());
    assertEquals(edition, new Item(entry).as(Edition.class));
  }

  @Test
  void changesNothingWhenNothingChanged() throws LostRaceException {
    var first = publish(BEFORE);
    var before = DATABASE.everything(table);
    var requests = new Requests();
    var out = new ByteArrayOutputStream();

    try (var client = DATABASE.client(requests)) {
      assertEquals(first, publish(client, Reviews.catalogue(7, 6), out));
    }

    assertEquals(List.of(), requests.take(Requests::isWrite));
    assertEquals(before, DATABASE.everything(table));
    assertEquals(
        List.of("Nothing changed: edition " + first.id() + " is current already."), lines(out));
  }

  private static List<String> lines(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void leavesTheOldEditionAsItWas() throws LostRaceException {
    var first = publish(BEFORE);
    var before = DATABASE.everything(table);

    var second = publish(AFTER);

    assertNotEquals(first.id(), second.id());
    assertEquals(Optional.of(AFTER), read());
    var after = DATABASE.everything(table);
    before.keySet().removeAll(changing(first));
    before.forEach((key, item) -> assertEquals(item, after.get(key), key::toString));
    assertEquals(BEFORE, read(new Table(DATABASE.client(), table), first));
  }

  @Test
  void onlyMovesThePointerToGoBack() throws LostRaceException {
    var first = publish(BEFORE);
    var second = publish(AFTER);
    var before = DATABASE.everything(table);
    var requests = new Requests();

    try (var client = DATABASE.client(requests)) {
      assertEquals(first, publish(client, BEFORE));
    }

    assertEquals(List.of("TransactWriteItems"), requests.take(Requests::isWrite));
    assertEquals(Optional.of(BEFORE), read());
    var after = DATABASE.everything(table);
    before.keySet().removeAll(changing(first, second));
    after.keySet().removeAll(changing(first, second));
    assertEquals(before, after);
  }

  /** What changes when these editions become current, or no longer are. */
  private static List<Map<String, AttributeValue>> changing(Edition... editions) {
    return Stream.concat(
            Stream.of(Key.current().attributes()),
            Arrays.stream(editions).map(edition -> Key.edition(edition.buildId()).attributes()))
        .toList();
  }

  @Test
  void tellsWhatItDoes() throws LostRaceException {
    var out = new ByteArrayOutputStream();
    var first = publish(DATABASE.client(), BEFORE, out);

    assertTrue(lines(out).contains("  13 of 13 papers indexed"), out::toString);
    assertTrue(lines(out).contains("  31 of 31 items"), out::toString);
    assertTrue(lines(out).contains("  1 of 1 index chunks"), out::toString);
    assertEquals("Edition " + first.id() + " is current now.", lines(out).getLast());

    out.reset();
    var second = publish(DATABASE.client(), AFTER, out);

    assertEquals(
        "Edition %s is current now; before it was %s.".formatted(second.id(), first.id()),
        lines(out).getLast());
  }

  @Test
  void tellsOfALongPublicationOnlyNowAndThen() throws LostRaceException {
    var out = new ByteArrayOutputStream();
    publish(DATABASE.client(), Reviews.catalogue(1000), out);

    var progress = lines(out).stream().filter(line -> line.endsWith(" items")).toList();
    assertTrue(progress.size() >= 5 && progress.size() <= 11, progress::toString);
    assertEquals("  2,003 of 2,003 items", progress.getLast());
  }

  @Test
  void publishesAnIndexOfSeveralChunks() throws LostRaceException {
    var large = Reviews.wordy(300, 60, 70);

    var edition = publish(large);

    assertTrue(DATABASE.chunks(table).size() > 2, () -> DATABASE.chunks(table).toString());
    assertEquals(Optional.of(large), read());
    var word = large.papers().getLast().review().en().replaceAll(".* ", "");
    assertEquals(
        List.of(large.papers().getLast().summary()),
        search(new Table(DATABASE.client(), table), edition, Optional.of(word)).hits().stream()
            .map(hit -> hit.paper())
            .toList());
    DATABASE
        .everything(table)
        .forEach((key, item) -> assertTrue(Size.inTable(item) <= 400 * 1024, key::toString));
  }

  @Test
  void seesThePointerWhereItIsAndNotWhereAReplicaHasIt() throws LostRaceException {
    publish(BEFORE);

    var lagging = new LaggingReplica("current"::equals);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), lagging);
        var client = proxy.client()) {
      publish(client, AFTER);
    }

    assertEquals(Optional.of(AFTER), read());
  }
}
