package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.model.Catalogue;
import paperreviews.store.Key;
import paperreviews.testing.Database;
import paperreviews.testing.Faults;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Killed;
import paperreviews.testing.Reviews;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RollbackTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Catalogue FIRST = Reviews.catalogue(3, 2);
  private static final Catalogue SECOND = Reviews.revised(FIRST, "Second");
  private static final Catalogue THIRD = Reviews.revised(FIRST, "Third");

  private final SeededTable table = new SeededTable(DATABASE);
  private final Prints prints = new Prints();

  private void to(Optional<Catalogue> wanted) throws Exception {
    table.editions(DATABASE.client(), prints).rollBack(wanted.map(EditionId::of));
  }

  private String refusal(Optional<String> wanted) {
    var editions = table.editions(DATABASE.client(), prints);
    return assertThrows(RollbackRefusedException.class, () -> editions.rollBack(wanted))
        .getMessage();
  }

  @Test
  void goesBackStepByStep() throws Exception {
    table.publish(FIRST);
    table.publish(SECOND);
    table.publish(THIRD);

    to(Optional.empty());
    assertEquals(EditionId.of(SECOND), table.current());
    assertEquals(
        List.of(
            "Edition %s is current now; before it was %s."
                .formatted(EditionId.of(SECOND), EditionId.of(THIRD))),
        prints.take());

    to(Optional.empty());
    assertEquals(EditionId.of(FIRST), table.current());
    assertEquals(
        "Edition " + EditionId.of(FIRST) + " is the first; there is none before it.",
        refusal(Optional.empty()));
    table.assertHoldsOnly(FIRST, SECOND, THIRD);
  }

  @Test
  void takesBackThePublicationOfAnOldEdition() throws Exception {
    table.publish(FIRST);
    table.publish(SECOND);
    table.publish(FIRST);

    to(Optional.empty());

    assertEquals(EditionId.of(SECOND), table.current());
  }

  @Test
  void goesToAnyEditionThatIsThere() throws Exception {
    table.publish(FIRST);
    table.publish(SECOND);
    table.publish(THIRD);

    to(Optional.of(FIRST));
    assertEquals(EditionId.of(FIRST), table.current());
    to(Optional.of(THIRD));
    assertEquals(EditionId.of(THIRD), table.current());
  }

  @Test
  void changesNothingWhereItIsAlready() throws Exception {
    table.publish(FIRST);
    table.publish(SECOND);
    var before = DATABASE.everything(table.name());

    to(Optional.of(SECOND));

    assertEquals(before, DATABASE.everything(table.name()));
    assertEquals(
        List.of("Nothing changed: edition " + EditionId.of(SECOND) + " is current already."),
        prints.take());
  }

  @Test
  void refusesWhatIsNotThere() {
    assertEquals(
        "Nothing was ever published in this table.", refusal(Optional.of("0123456789abcdef")));

    table.publish(FIRST);
    assertEquals(
        "There is no edition 0123456789abcdef. ./seed editions lists all.",
        refusal(Optional.of("0123456789abcdef")));
  }

  @Test
  void refusesWhatIsNotWhole() {
    table.publish(FIRST);
    try (var proxy = FaultyProxy.to(DATABASE.endpoint(), Faults.killedBefore(5));
        var client = proxy.client()) {
      table.publish(client, SECOND);
    } catch (Killed killed) {
      // As planned.
    }

    assertEquals(
        "Edition " + EditionId.of(SECOND) + " is not whole. ./seed editions lists all.",
        refusal(Optional.of(EditionId.of(SECOND))));
  }

  @Test
  void refusesWhatIsBeingDeleted() {
    table.publish(FIRST);
    table.publish(SECOND);
    assertTrue(table.register().condemn(table.register().read().whole(EditionId.of(FIRST)).get()));

    assertEquals(
        "Edition " + EditionId.of(FIRST) + " is being deleted. ./seed editions lists all.",
        refusal(Optional.empty()));
  }

  @Test
  void refusesAnIndexThatTheFunctionsDoNotRead() {
    table.publish(FIRST);
    table.publish(SECOND);
    var key = Key.edition(table.register().read().whole(EditionId.of(FIRST)).get().buildId());
    var record = new HashMap<>(DATABASE.everything(table.name()).get(key.attributes()));
    record.put("format", AttributeValue.fromS("1, of old"));
    DATABASE.put(table.name(), record);

    assertTrue(
        refusal(Optional.empty())
            .startsWith(
                "Edition %s has a search index of the form \"1, of old\"; this version reads \""
                    .formatted(EditionId.of(FIRST))));
    assertEquals(EditionId.of(SECOND), table.current());
  }

  @Test
  void losesAgainstWhoeverPublishesInBetween() {
    table.publish(FIRST);
    table.publish(SECOND);
    var reads = new int[1];
    // Between the look at the register and the look before the move.
    try (var proxy =
            FaultyProxy.to(
                DATABASE.endpoint(),
                call -> {
                  if (++reads[0] == 2) {
                    table.publish(THIRD);
                  }
                  call.pass();
                });
        var client = proxy.client()) {
      var editions = table.editions(client, prints);
      assertThrows(LostRaceException.class, () -> editions.rollBack(Optional.empty()));
    }
    assertEquals(EditionId.of(THIRD), table.current());
  }
}
