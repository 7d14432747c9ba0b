package paperreviews.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.LaggingReplica;
import paperreviews.testing.Reviews;

/** An edition is complete for its readers from the moment that they know of it. */
class LaggingReplicaTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Catalogue CATALOGUE = Reviews.catalogue(3, 2);

  private static String name;
  private static Edition edition;

  private FaultyProxy proxy;

  @BeforeAll
  static void publish() {
    name = DATABASE.newTable();
    edition = PublishedTable.publish(DATABASE, name, CATALOGUE);
  }

  private Table missing(Predicate<String> isMissing) {
    proxy = FaultyProxy.to(DATABASE.endpoint(), new LaggingReplica(isMissing));
    return Table.of(proxy.environment(name));
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @Test
  void readerFindsAPaperThatTheReplicaLacks() {
    var paper = CATALOGUE.papers().getFirst();

    assertEquals(
        Optional.of(paper), new Papers(missing("paper"::equals)).find(edition, paper.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"article#000001", "section#000001", "section#000002", ".*"})
  void readerListsArticlesAndSectionsThatTheReplicaLacks(String lacking) {
    var contents = new Sections(missing(sk -> sk.matches(lacking))).page(edition, 0, 100);

    assertEquals(CATALOGUE.articles(), contents.articles());
    assertEquals(CATALOGUE.sections(), contents.sections());
  }

  @ParameterizedTest
  @ValueSource(strings = {"section", "paper#000001", "paper#000003", "paper#.*", ".*"})
  void readerFindsASectionOfWhichTheReplicaLacksAPart(String lacking) {
    var found =
        new Sections(missing(sk -> sk.matches(lacking))).find(edition, "section-1").orElseThrow();

    assertEquals(CATALOGUE.sections().getFirst(), found.section());
    assertEquals(
        CATALOGUE.papers().subList(0, 3).stream().map(paper -> paper.summary()).toList(),
        found.papers());
  }

  @Test
  void readerReadsThePointerOnlyOnce() {
    // A replica that lags with the pointer shows the edition before, which is complete.
    var current = new CurrentEdition(missing("current"::equals), Duration.ZERO);

    assertEquals(Optional.empty(), current.get());
  }
}
