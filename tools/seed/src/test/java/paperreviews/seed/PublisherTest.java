package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.catalogue.Catalogue;
import paperreviews.catalogue.Edition;
import paperreviews.catalogue.Paper;
import paperreviews.search.PackedIndex;
import paperreviews.search.Search;
import paperreviews.search.Search.Filters;
import paperreviews.search.Search.Order;
import paperreviews.search.SearchIndex;
import paperreviews.search.SearchResult;
import paperreviews.support.Database;
import paperreviews.support.LaggingReplica;
import paperreviews.support.Requests;
import paperreviews.support.Reviews;
import paperreviews.support.Throttled;
import paperreviews.support.Unprocessed;
import paperreviews.support.Writes;
import paperreviews.table.CurrentEdition;
import paperreviews.table.Editions;
import paperreviews.table.Item;
import paperreviews.table.Key;
import paperreviews.table.Papers;
import paperreviews.table.Sections;
import paperreviews.table.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

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
    return new Publisher(client, table, print).publish(catalogue);
  }

  /** Everything that readers see of the current edition, or nothing if there is none. */
  private Optional<Catalogue> read() {
    var reads = new Table(DATABASE.client(), table);
    return new CurrentEdition(reads, Duration.ZERO).get().map(edition -> read(reads, edition));
  }

  private static Catalogue read(Table table, Edition edition) {
    var contents = new Sections(table).all(edition);
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
        searched.hits().stream().map(hit -> hit.show().paper()).toList());
    return new Catalogue(contents.articles(), contents.sections(), papers, List.of());
  }

  private static SearchResult search(Table table, Edition edition, Optional<String> text) {
    return SearchIndex.open(PackedIndex.read(table, edition))
        .search(new Search(text, Filters.NONE, Order.RELEVANCE, 1000, Optional.empty()));
  }

  @Test
  void publishesTheRealReviews() throws Exception {
    var reviews = ReviewFiles.read(Reviews.REAL);

    var edition = publish(reviews);

    // Concepts lie in the search index, where only searches see them.
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
            .id());
  }

  @Test
  void recordsAnEditionThatIsWhole() throws LostRaceException {
    var edition = publish(BEFORE);

    var entry = DATABASE.everything(table).get(Key.edition(edition.id()));
    assertEquals(edition, Editions.edition(new Item(entry)));
  }

  @Test
  void changesNothingWhenNothingChanged() throws LostRaceException {
    var first = publish(BEFORE);
    var before = DATABASE.everything(table);
    var writes = Writes.counted();
    var out = new ByteArrayOutputStream();

    try (var client = DATABASE.client(writes)) {
      assertEquals(first, publish(client, Reviews.catalogue(7, 6), out));
    }

    assertEquals(0, writes.count());
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
    before.remove(Key.current());
    before.forEach((key, item) -> assertEquals(item, after.get(key), key::toString));
    assertEquals(BEFORE, read(new Table(DATABASE.client(), table), first));
  }

  @Test
  void onlyMovesThePointerToGoBack() throws LostRaceException {
    var first = publish(BEFORE);
    publish(AFTER);
    var before = DATABASE.everything(table);
    var requests = new Requests();

    try (var client = DATABASE.client(requests)) {
      assertEquals(first, publish(client, BEFORE));
    }

    assertEquals(List.of("PutItem"), requests.take(Writes::isWrite));
    assertEquals(Optional.of(BEFORE), read());
    var after = DATABASE.everything(table);
    before.remove(Key.current());
    after.remove(Key.current());
    assertEquals(before, after);
  }

  @Test
  void tellsWhatItDoes() throws LostRaceException {
    var out = new ByteArrayOutputStream();
    var first = publish(DATABASE.client(), BEFORE, out);

    assertEquals(
        List.of("  25 of 31 items", "  31 of 31 items", "  1 of 1 chunks of the search index"),
        lines(out).subList(1, 4));
    assertEquals("Edition " + first.id() + " is current now.", lines(out).getLast());

    out.reset();
    var second = publish(DATABASE.client(), AFTER, out);

    assertEquals(
        "Edition %s is current now; before it was %s.".formatted(second.id(), first.id()),
        lines(out).getLast());
  }

  @Test
  void tellsOfABatchOnlyOnce() throws LostRaceException {
    var out = new ByteArrayOutputStream();
    // An article, two sections with their heads, and ten papers with their summaries: one batch.
    publish(DATABASE.client(), Reviews.catalogue(5, 5), out);

    assertEquals(
        List.of("  25 of 25 items", "  1 of 1 chunks of the search index"),
        lines(out).subList(1, 3));
  }

  @Test
  void tellsOfALongPublicationOnlyNowAndThen() throws LostRaceException {
    var out = new ByteArrayOutputStream();
    publish(DATABASE.client(), Reviews.catalogue(1000), out);

    var progress = lines(out).stream().filter(line -> line.endsWith(" items")).toList();
    assertEquals(9, progress.size(), progress::toString);
    assertEquals("  225 of 2,003 items", progress.getFirst());
    assertEquals("  2,003 of 2,003 items", progress.getLast());
  }

  @Test
  void losesTheRaceToWhoeverMovesThePointerFirst() throws LostRaceException {
    publish(BEFORE);
    var winner = Reviews.revised(BEFORE, "The winner's view");
    var interceptor = Writes.beforePointer(() -> publishUnchecked(winner));

    try (var client = DATABASE.client(interceptor)) {
      var lost = assertThrows(LostRaceException.class, () -> publish(client, AFTER));

      assertTrue(lost.getMessage().contains(EditionId.of(AFTER)), lost::getMessage);
    }
    assertEquals(Optional.of(winner), read());
  }

  @Test
  void losesTheRaceForTheFirstPublication() {
    try (var client = DATABASE.client(Writes.beforePointer(() -> publishUnchecked(BEFORE)))) {
      assertThrows(LostRaceException.class, () -> publish(client, AFTER));
    }
    assertEquals(Optional.of(BEFORE), read());
  }

  @Test
  void agreesWithWhoeverPublishesTheSame() throws LostRaceException {
    publish(BEFORE);

    try (var client = DATABASE.client(Writes.beforePointer(() -> publishUnchecked(AFTER)))) {
      assertEquals(EditionId.of(AFTER), publish(client, AFTER).id());
    }
    assertEquals(Optional.of(AFTER), read());
  }

  private void publishUnchecked(Catalogue catalogue) {
    try {
      publish(catalogue);
    } catch (LostRaceException lost) {
      throw new AssertionError(lost);
    }
  }

  @Test
  void leavesTheCurrentEditionWhenKilledBeforeAnyWrite() throws LostRaceException {
    int writes = writesOfAPublication();
    for (int n = 1; n <= writes; n++) {
      publishAndBeKilled(n, Writes::killedBefore);

      assertEquals(Optional.of(BEFORE), read(), "killed before write " + n);

      publish(AFTER);
      assertEquals(Optional.of(AFTER), read(), "resumed before write " + n);
    }
  }

  @Test
  void leavesTheCurrentEditionWhenKilledAfterAnyWriteButTheLast() throws LostRaceException {
    int writes = writesOfAPublication();
    for (int n = 1; n <= writes; n++) {
      publishAndBeKilled(n, Writes::killedAfter);

      // The last write moves the pointer, and its edition is whole by then.
      assertEquals(Optional.of(n == writes ? AFTER : BEFORE), read(), "killed after write " + n);

      publish(AFTER);
      assertEquals(Optional.of(AFTER), read(), "resumed after write " + n);
    }
  }

  @Test
  void showsNoEditionWhenTheFirstPublicationIsKilledBeforeAnyWrite() throws LostRaceException {
    int writes = writesOfAPublication();
    for (int n = 1; n <= writes; n++) {
      table = DATABASE.newTable();
      try (var client = DATABASE.client(Writes.killedBefore(n))) {
        assertThrows(Writes.Killed.class, () -> publish(client, BEFORE));
      }

      assertEquals(Optional.empty(), read(), "killed before write " + n);

      publish(BEFORE);
      assertEquals(Optional.of(BEFORE), read(), "resumed before write " + n);
    }
  }

  /** Two batches of items, the chunk, the manifest, the record, the pointer. */
  private int writesOfAPublication() throws LostRaceException {
    table = DATABASE.newTable();
    var writes = Writes.counted();
    try (var client = DATABASE.client(writes)) {
      publish(client, BEFORE);
    }
    assertEquals(6, writes.count());
    return writes.count();
  }

  private void publishAndBeKilled(int n, IntFunction<Writes> killed) throws LostRaceException {
    table = DATABASE.newTable();
    publish(BEFORE);
    try (var client = DATABASE.client(killed.apply(n))) {
      assertThrows(Writes.Killed.class, () -> publish(client, AFTER));
    }
  }

  @Test
  void sendsAgainWhatABusyTableHandsBack() throws LostRaceException {
    var busy = new Unprocessed(10);
    try (var client = DATABASE.client(busy)) {
      publish(client, BEFORE);
    }

    // 25 items by tens hand back 15 and 5; the 6 of the second batch and the chunk go at once.
    assertEquals(20, busy.count());
    assertEquals(Optional.of(BEFORE), read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ProvisionedThroughputExceededException",
        "ThrottlingException",
        "RequestLimitExceeded"
      })
  void sendsAgainABatchOfWhichABusyTableTakesNothing(String error) throws LostRaceException {
    var busy = new Throttled(error, 3);
    try (var client = DATABASE.client(busy)) {
      publish(client, BEFORE);
    }

    assertEquals(0, busy.left());
    assertEquals(Optional.of(BEFORE), read());
  }

  @Test
  void doesNotRepeatABatchThatTheTableRefuses() {
    var refusing = new Throttled("ValidationException", 2);
    try (var client = DATABASE.client(refusing)) {
      assertThrows(DynamoDbException.class, () -> publish(client, BEFORE));
    }

    assertEquals(1, refusing.left());
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
            .map(hit -> hit.show().paper())
            .toList());
    DATABASE
        .everything(table)
        .forEach((key, item) -> assertTrue(Size.inTable(item) <= 400 * 1024, key::toString));
  }

  @Test
  void staysWholeWhereverAnotherPublisherOfTheSameComesBetween() throws LostRaceException {
    int writes = writesOfAPublication();
    for (int n = 1; n <= writes; n++) {
      table = DATABASE.newTable();
      publish(BEFORE);

      // Lucene builds another index each time; the parts of the two must not mix.
      try (var client = DATABASE.client(Writes.before(n, () -> publishUnchecked(AFTER)))) {
        publish(client, AFTER);
      }

      assertEquals(Optional.of(AFTER), read(), "before write " + n);
    }
  }

  @Test
  void seesThePointerWhereItIsAndNotWhereAReplicaHasIt() throws LostRaceException {
    publish(BEFORE);

    try (var client = DATABASE.client(new LaggingReplica("current"::equals))) {
      publish(client, AFTER);
    }

    assertEquals(Optional.of(AFTER), read());
  }
}
