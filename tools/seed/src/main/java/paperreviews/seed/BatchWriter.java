package paperreviews.seed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import paperreviews.table.Item;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes items by BatchWriteItem: 25 at a time, as many as it takes. What a busy table hands back
 * unprocessed is sent again, after a wait that doubles each time; and so is a whole batch of which
 * it takes nothing, which it says by an error.
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
      left = send(left);
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

  /** Sends a batch once and gives back what was not taken. */
  private List<WriteRequest> send(List<WriteRequest> requests) {
    try {
      return client
          .batchWriteItem(request -> request.requestItems(Map.of(table, requests)))
          .unprocessedItems()
          .getOrDefault(table, List.of());
    } catch (AwsServiceException failure) {
      // Also after the SDK's own few tries.
      if (failure.isThrottlingException()) {
        return requests;
      }
      throw failure;
    }
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
