package paperreviews.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.editions.Publisher;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.search.SearchIndex;
import paperreviews.searchpapers.IndexReader;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.LaggingReplica;
import paperreviews.testing.Reviews;

/** An edition is whole for its readers from the moment that they know of it. */
class LaggingReplicaTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Catalogue CATALOGUE = Reviews.catalogue(3, 2);

  private static String name;
  private static Edition edition;

  private FaultyProxy proxy;

  @BeforeAll
  static void publish() throws Exception {
    name = DATABASE.newTable();
    edition =
        new Publisher(DATABASE.client(), name, new PrintStream(OutputStream.nullOutputStream()))
            .publish(CATALOGUE);
  }

  private Table missing(Predicate<String> isMissing) {
    proxy = FaultyProxy.to(DATABASE.endpoint(), new LaggingReplica(isMissing));
    return proxy.table(name);
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void findsAPaperThatTheReplicaLacks() {
    var papers = new Papers(missing("paper"::equals));

    assertEquals(
        Optional.of(CATALOGUE.papers().getFirst()),
        papers.find(edition, CATALOGUE.papers().getFirst().id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"article#000001", "section#000001", "section#000002", ".*"})
  void listsArticlesAndSectionsThatTheReplicaLacks(String lacking) {
    var contents = new Sections(missing(sk -> sk.matches(lacking))).all(edition);

    assertEquals(CATALOGUE.articles(), contents.articles());
    assertEquals(CATALOGUE.sections(), contents.sections());
  }

  @ParameterizedTest
  @ValueSource(strings = {"section", "paper#000001", "paper#000003", "paper#.*", ".*"})
  void findsASectionOfWhichTheReplicaLacksAPart(String lacking) {
    var found =
        new Sections(missing(sk -> sk.matches(lacking))).find(edition, "section-1").orElseThrow();

    assertEquals(CATALOGUE.sections().getFirst(), found.section());
    assertEquals(
        CATALOGUE.papers().subList(0, 3).stream().map(paper -> paper.summary()).toList(),
        found.papers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "chunk"})
  void readsAnIndexOfWhichTheReplicaLacksAPart(String lacking) {
    var index = SearchIndex.open(IndexReader.read(missing(lacking::equals), edition));

    assertTrue(index.hasSection("section-2"));
  }

  @Test
  void looksAtThePointerOnlyOnce() {
    // A replica that lags with the pointer shows the edition before, which is whole.
    var current = new CurrentEdition(missing("current"::equals), Duration.ZERO);

    assertEquals(Optional.empty(), current.get());
  }
}
