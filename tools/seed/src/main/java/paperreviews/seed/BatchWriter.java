package paperreviews.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import paperreviews.table.Item;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes items by BatchWriteItem: 25 at a time, as many as it takes. What the table hands back
 * unprocessed, since it is busy, is sent again, after a wait that doubles each time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
final class BatchWriter {
  private static final int BATCH = 25;
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final DynamoDbClient client;
  private final String table;
  private final IntConsumer written;
  private final List<WriteRequest> batch = new ArrayList<>();
  private int count;

  /** Writes to this table and tells how many items have been written, after each batch. */
  BatchWriter(DynamoDbClient client, String table, IntConsumer written) {
    this.client = client;
    this.table = table;
    this.written = written;
  }

  void write(Item item) {
    batch.add(
        WriteRequest.builder()
            .putRequest(PutRequest.builder().item(item.attributes()).build())
            .build());
    if (batch.size() == BATCH) {
      flush();
    }
  }

  /** Writes what is left. Until this returns, nothing is sure to be in the table. */
  void flush() {
    if (batch.isEmpty()) {
      return;
    }
    var left = List.copyOf(batch);
    var wait = FIRST_WAIT;
    while (!left.isEmpty()) {
      var requests = Map.of(table, left);
      left =
          client
              .batchWriteItem(request -> request.requestItems(requests))
              .unprocessedItems()
              .getOrDefault(table, List.of());
      if (!left.isEmpty()) {
        pause(wait);
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
    count += batch.size();
    batch.clear();
    written.accept(count);
  }

  private static void pause(Duration wait) {
    try {
      // Between half and all of the wait: seeders that failed together do not come back together.
      Thread.sleep(wait.toMillis() / 2 + (long) (Math.random() * wait.toMillis() / 2));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Writing was interrupted", interrupted);
    }
  }
}
