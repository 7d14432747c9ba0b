package paperreviews.searchpapers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.editions.Editions;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.search.SearchIndex;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.LaggingReplica;
import paperreviews.testing.Reviews;

/** An index is complete for its readers from the moment that they know of its edition. */
class LaggingIndexTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Catalogue CATALOGUE = Reviews.catalogue(3, 2);

  private static String name;
  private static Edition edition;

  private FaultyProxy proxy;

  @BeforeAll
  static void publish() throws Exception {
    name = DATABASE.newTable();
    edition =
        new Editions(DATABASE.client(), name, new PrintStream(OutputStream.nullOutputStream()))
            .publish(CATALOGUE);
  }

  private Table missing(Predicate<String> isMissing) {
    proxy = FaultyProxy.to(DATABASE.endpoint(), new LaggingReplica(isMissing));
    return Table.of(proxy.environment(name));
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "chunk"})
  void readerFindsAnIndexOfWhichTheReplicaLacksAPart(String lacking) {
    var index = SearchIndex.open(IndexReader.read(missing(lacking::equals), edition));

    assertTrue(index.hasSection("section-2"));
  }
}
