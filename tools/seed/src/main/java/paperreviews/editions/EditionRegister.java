package paperreviews.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paperreviews.editions.EditionRecord.State;
import paperreviews.model.Edition;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.store.UnreadableEditionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The pointer and the records of all editions: one partition, and the only items that change.
 *
 * <p>Any number of people may publish, go back and prune at the same time, and each of them may be
 * killed, or delayed for hours, between any two requests. Readers see whole editions all the same:
 *
 * <ol>
 *   <li>Each run of a publisher writes a build of its own, with a random name. No other run ever
 *       writes there, so that no build mixes two runs.
 *   <li>Its record comes first, and is <b>writing</b>. Next comes the inventory, then all that is
 *       in the inventory. So what a killed publisher left can be found without a scan.
 *   <li>When all of it is acknowledged, the record becomes <b>whole</b>, if it still is writing.
 *   <li>One transaction makes an edition current: the pointer moves if it is where it was seen, the
 *       record becomes <b>current</b> if it is whole, and the record of the edition before becomes
 *       whole again, with the time from which readers leave it.
 *   <li>Deleting starts by making the record <b>deleting</b>, if it is exactly as it was seen:
 *       whole and left for the grace time, or writing by a publisher that has not renewed its
 *       lease. It never goes back from there, so that an edition is either current or deleted,
 *       whichever comes first; and a build is never written again, so that a seeder that deletes
 *       late deletes nothing else. A publisher of the same content writes another build.
 *   <li>The items go before the inventory, and the inventory before the record. So any seeder can
 *       go on where another was killed.
 * </ol>
 *
 * <p>A publisher renews its lease, and writes no more once others took it for dead: see {@link
 * Lease}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
final class EditionRegister {
  private static final int MAX_TRIES = 10;

  private final DynamoDbClient client;
  private final String table;

  EditionRegister(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * What the register says.
   *
   * @param current the edition that the pointer names
   * @param records the records of all editions, the oldest first
   */
  record Contents(Optional<Edition> current, List<EditionRecord> records) {

    boolean isCurrent(EditionRecord record) {
      return current.isPresent() && current.get().buildId().equals(record.buildId());
    }

    Optional<EditionRecord> find(String buildId) {
      return records.stream().filter(record -> record.buildId().equals(buildId)).findFirst();
    }

    /** The newest whole edition with an id. */
    Optional<EditionRecord> whole(String id) {
      return records.reversed().stream()
          .filter(record -> record.state() == State.WHOLE && record.id().equals(id))
          .findFirst();
    }
  }

  /**
   * Reads all of it, consistently, in one Query.
   *
   * @throws NotDynamoDbException if an answer lacks what every answer of DynamoDB has; the SDK
   *     takes an empty one for an empty table
   * @throws UnreadableEditionException if an item is damaged
   */
  Contents read() {
    Optional<Edition> current = Optional.empty();
    var records = new ArrayList<EditionRecord>();
    var pages =
        client.queryPaginator(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("#pk = :pk")
                    .expressionAttributeNames(Map.of("#pk", Key.PARTITION))
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(Key.CATALOGUE)))
                    .consistentRead(true));
    for (var page : pages) {
      if (page.count() == null) {
        throw new NotDynamoDbException();
      }
      for (var attributes : page.items()) {
        var item = new Item(attributes);
        try {
          if (item.key().equals(Key.current())) {
            current = Optional.of(item.as(Edition.class));
          } else {
            records.add(item.as(EditionRecord.class));
          }
        } catch (IllegalStateException damaged) {
          throw new UnreadableEditionException(damaged.getMessage(), damaged);
        }
      }
    }
    records.sort(
        Comparator.comparing((EditionRecord record) -> record.edition().publishedAt())
            .thenComparing(EditionRecord::buildId));
    return new Contents(current, List.copyOf(records));
  }

  /** Enters an edition of which nothing is written yet. */
  void enter(EditionRecord record) {
    client.putItem(request -> request.tableName(table).item(record.item().attributes()));
  }

  /** Renews its publisher's lease; returns false if the lease has been lost. */
  boolean renew(EditionRecord record, Instant leaseUntil) {
    return update(
        record,
        "SET leaseUntil = :until",
        "#state = :writing",
        Map.of(":until", text(leaseUntil), ":writing", word(State.WRITING)));
  }

  /** Records that all of it is in the table; returns false if the lease has been lost. */
  boolean complete(EditionRecord record) {
    // Whole already is right, too: the answer to a first try may have been lost.
    return update(
        record,
        "SET #state = :whole",
        "#state IN (:writing, :whole)",
        Map.of(":writing", word(State.WRITING), ":whole", word(State.WHOLE)));
  }

  /** Says that it is being deleted, from now on and for ever; false if it is not as it was seen. */
  boolean condemn(EditionRecord seen) {
    if (seen.state() == State.CURRENT) {
      return false;
    }
    var values = new HashMap<String, AttributeValue>();
    values.put(":deleting", word(State.DELETING));
    values.put(":seen", word(seen.state()));
    values.put(":until", text(seen.leaseUntil()));
    seen.retiredAt().ifPresent(at -> values.put(":retired", text(at)));
    return update(
        seen,
        "SET #state = :deleting",
        "#state = :deleting OR #state = :seen AND leaseUntil = :until AND "
            + (seen.retiredAt().isPresent()
                ? "retiredAt = :retired"
                : "attribute_not_exists(retiredAt)"),
        values);
  }

  /** Removes the record of an edition of which nothing else is left. */
  void remove(EditionRecord record) {
    client.deleteItem(
        request ->
            request
                .tableName(table)
                .key(Key.edition(record.buildId()).attributes())
                .conditionExpression("attribute_not_exists(#pk) OR #state = :deleting")
                .expressionAttributeNames(Map.of("#pk", Key.PARTITION, "#state", "state"))
                .expressionAttributeValues(Map.of(":deleting", word(State.DELETING))));
  }

  private boolean update(
      EditionRecord record, String change, String condition, Map<String, AttributeValue> values) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(Key.edition(record.buildId()).attributes())
                  .updateExpression(change)
                  .conditionExpression(condition)
                  .expressionAttributeNames(
                      (change + condition).contains("#state") ? Map.of("#state", "state") : null)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException otherwise) {
      return false;
    }
  }

  /** What came of making an edition current. */
  enum Moved {
    /** It is current. */
    DONE,
    /** Another edition has become current in the meantime. */
    OVERTAKEN,
    /** It is not whole, or no longer. */
    NOT_WHOLE
  }

  /**
   * Makes a complete edition the current one.
   *
   * @param to the edition
   * @param before the edition that was seen to be current
   * @param published whether it is newly published, and so {@code before} what to go back to
   */
  Moved makeCurrent(EditionRecord to, Optional<Edition> before, boolean published, Instant now) {
    for (int tries = 1; ; tries++) {
      var seen = read();
      if (seen.isCurrent(to)) {
        // Possibly by an attempt whose answer was lost.
        return Moved.DONE;
      }
      if (!seen.current().map(Edition::buildId).equals(before.map(Edition::buildId))) {
        return Moved.OVERTAKEN;
      }
      if (seen.find(to.buildId()).map(EditionRecord::state).orElse(State.DELETING) != State.WHOLE) {
        return Moved.NOT_WHOLE;
      }
      try {
        var move = move(to, seen, published, now);
        client.transactWriteItems(request -> request.transactItems(move));
        return Moved.DONE;
      } catch (TransactionCanceledException
          | TransactionInProgressException
          | IdempotentParameterMismatchException unclear) {
        // Something changed since it was read, or another seeder is changing it, or the table was
        // busy. Read it again.
        giveUpAfter(MAX_TRIES, tries, unclear);
      }
    }
  }

  private static void giveUpAfter(int most, int tries, AwsServiceException failure) {
    if (tries == most) {
      throw failure;
    }
    Backoff.pause(tries);
  }

  private List<TransactWriteItem> move(
      EditionRecord to, Contents seen, boolean published, Instant now) {
    var moves = new ArrayList<TransactWriteItem>();
    var pointer =
        Put.builder().tableName(table).item(Item.of(Key.current(), to.edition()).attributes());
    if (seen.current().isPresent()) {
      pointer
          .conditionExpression("buildId = :before")
          .expressionAttributeValues(
              Map.of(":before", AttributeValue.fromS(seen.current().get().buildId())));
    } else {
      pointer.conditionExpression("attribute_not_exists(buildId)");
    }
    moves.add(TransactWriteItem.builder().put(pointer.build()).build());

    var values = new HashMap<String, AttributeValue>();
    values.put(":whole", word(State.WHOLE));
    values.put(":current", word(State.CURRENT));
    var change = "SET #state = :current";
    if (published && seen.current().isPresent()) {
      values.put(":replaced", AttributeValue.fromS(seen.current().get().id()));
      change += ", replaced = :replaced";
    }
    moves.add(change(to, change + " REMOVE retiredAt", "#state = :whole", values));

    seen.current()
        .flatMap(before -> seen.find(before.buildId()))
        .ifPresent(
            before ->
                moves.add(
                    change(
                        before,
                        "SET #state = :whole, retiredAt = :now",
                        "#state = :current",
                        Map.of(
                            ":whole", word(State.WHOLE),
                            ":current", word(State.CURRENT),
                            ":now", text(now)))));
    return moves;
  }

  private TransactWriteItem change(
      EditionRecord record, String change, String condition, Map<String, AttributeValue> values) {
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table)
                .key(Key.edition(record.buildId()).attributes())
                .updateExpression(change)
                .conditionExpression(condition)
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(values)
                .build())
        .build();
  }

  private static AttributeValue word(State state) {
    return AttributeValue.fromS(state.word());
  }

  private static AttributeValue text(Instant time) {
    return AttributeValue.fromS(time.toString());
  }
}
