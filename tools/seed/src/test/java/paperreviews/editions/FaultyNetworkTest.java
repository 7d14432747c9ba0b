package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.editions.Functions.Reply;
import paperreviews.model.Catalogue;
import paperreviews.testing.Database;
import paperreviews.testing.Faults;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Fault;
import paperreviews.testing.Reviews;
import paperreviews.testing.Silence;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Whatever goes wrong between a seeder and its table, no write is lost and none does harm. */
class FaultyNetworkTest {
  @RegisterExtension private static final Database DATABASE = new Database();
  @RegisterExtension private static final Silence SILENCE = new Silence();

  private static final Catalogue BEFORE = Reviews.catalogue(7, 6);
  private static final Catalogue AFTER = Reviews.revised(BEFORE, "Quite another view");
  private static final List<String> PATHS = Functions.paths(BEFORE);

  private static Map<String, Reply> before;
  private static Map<String, Reply> after;

  private final SeededTable table = new SeededTable(DATABASE);

  @BeforeAll
  static void answersOfEach() {
    before = SeededTable.answers(DATABASE, BEFORE, PATHS);
    after = SeededTable.answers(DATABASE, AFTER, PATHS);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("requests are lost", Faults.losingRequests()),
        Arguments.of("answers are lost", Faults.losingAnswers()),
        Arguments.of("writes arrive twice", Faults.repeating()),
        Arguments.of("a write is overtaken", Faults.delaying()),
        Arguments.of("items are handed back", Faults.unprocessed(10)),
        Arguments.of(
            "there is too much for the table",
            Faults.throttling("ProvisionedThroughputExceededException", 5)),
        Arguments.of("requests come too fast", Faults.throttling("ThrottlingException", 5)),
        Arguments.of(
            "there is too much for the account", Faults.throttling("RequestLimitExceeded", 5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void publishesAndPrunesAllTheSame(String what, Fault fault) {
    table.publish(BEFORE);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), fault);
        var client = proxy.client()) {
      table.publish(client, AFTER);
      assertEquals(after, table.functions().answers(PATHS));

      table.pass(Duration.ofHours(1));
      table.prune(client, 1, Duration.ZERO, new Prints());
    }
    assertEquals(after, table.functions().answers(PATHS));
    table.assertHoldsOnly(AFTER);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void showsAWholeEditionWhateverComesTogether(long seed) {
    table.publish(BEFORE);
    boolean published = true;
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.any(seed));
        var client = proxy.client()) {
      table.publish(client, AFTER);
    } catch (SdkException failed) {
      published = table.current().equals(EditionId.of(AFTER));
    }
    assertEquals(published ? after : before, table.functions().answers(PATHS));

    table.publish(AFTER);
    assertEquals(after, table.functions().answers(PATHS));
    table.pass(Duration.ofHours(1));
    table.prune(1, Duration.ZERO);
    table.assertHoldsOnly(AFTER);
  }

  @Test
  void doesNotRepeatABatchThatTheTableRefuses() {
    var fault = Faults.throttling("ValidationException", 1);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), fault);
        var client = proxy.client()) {
      assertThrows(DynamoDbException.class, () -> table.publish(client, AFTER));

      // The record, and the batch with the inventory.
      assertEquals(2, proxy.writes());
    }
  }

  @Test
  void sendsEachItemThatATableHandsBackUntilItIsTaken() {
    var large = Reviews.catalogue(60, 60);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.unprocessed(3));
        var client = proxy.client()) {
      table.publish(client, large);
    }

    var paths = Functions.paths(large);
    var answers = table.functions().answers(paths);
    assertTrue(answers.values().stream().allMatch(reply -> reply.status() == 200));
    assertEquals(SeededTable.answers(DATABASE, large, paths), answers);
  }
}
