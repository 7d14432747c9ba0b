package paperreviews.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import paperreviews.store.Item;
import paperreviews.store.Key;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes and deletes items by BatchWriteItem: 25 at a time, several batches at once, in no order.
 *
 * <p>What a busy table hands back unprocessed is sent again after a wait, and so is a whole batch
 * that it rejects because of throttling; then fewer batches are sent at once. A batch that failed
 * because of the network or within DynamoDB is retried a few times.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
final class BatchWriter implements AutoCloseable {
  private static final int MAX_BATCH_ITEMS = 25;

  /** A request may have 16 MB; less takes less memory, since several copies of each exist. */
  private static final int MAX_BATCH_BYTES = 1024 * 1024;

  private static final int MAX_CONCURRENT_BATCHES = 16;
  private static final int MAX_FAILURES = 8;

  private final DynamoDbClient client;
  private final String table;
  private final Runnable beforeEach;
  private final IntConsumer written;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RequestLimit limit = new RequestLimit(MAX_CONCURRENT_BATCHES);

  /** One for each batch that is in memory. */
  private final Semaphore places = new Semaphore(MAX_CONCURRENT_BATCHES);

  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private List<WriteRequest> batch = new ArrayList<>();
  private int bytes;
  private int count;

  /**
   * Writes to this table.
   *
   * @param beforeEach is run before each request; what it throws ends the writing
   * @param written is told how many items have been written, after each batch
   */
  BatchWriter(DynamoDbClient client, String table, Runnable beforeEach, IntConsumer written) {
    this.client = client;
    this.table = table;
    this.beforeEach = beforeEach;
    this.written = written;
  }

  void put(Item item) {
    add(
        WriteRequest.builder().putRequest(put -> put.item(item.attributes())).build(),
        Size.inTable(item.attributes()));
  }

  /** Deletes the item at a key, if there is one. */
  void delete(Key key) {
    add(WriteRequest.builder().deleteRequest(delete -> delete.key(key.attributes())).build(), 0);
  }

  private void add(WriteRequest request, int size) {
    if (batch.size() == MAX_BATCH_ITEMS || !batch.isEmpty() && bytes + size > MAX_BATCH_BYTES) {
      submit();
    }
    batch.add(request);
    bytes += size;
  }

  /** Writes what is left. Before this returns, any of it may be missing from the table. */
  void finish() {
    if (!batch.isEmpty()) {
      submit();
    }
    places.acquireUninterruptibly(MAX_CONCURRENT_BATCHES);
    places.release(MAX_CONCURRENT_BATCHES);
    throwFailure();
  }

  private void submit() {
    places.acquireUninterruptibly();
    var requests = batch;
    batch = new ArrayList<>();
    bytes = 0;
    threads.execute(
        () -> {
          try {
            write(requests);
          } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
          } finally {
            places.release();
          }
        });
    throwFailure();
  }

  private void throwFailure() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable checked -> throw new IllegalStateException(checked);
    }
  }

  private void write(List<WriteRequest> requests) throws InterruptedException {
    var left = requests;
    int waits = 0;
    int failures = 0;
    while (!left.isEmpty() && failure.get() == null) {
      int cuts = limit.start();
      try {
        beforeEach.run();
        left = send(left);
        if (left.isEmpty()) {
          limit.succeeded();
        } else {
          limit.throttled(cuts);
        }
      } catch (SdkException thrown) {
        if (isThrottling(thrown)) {
          limit.throttled(cuts);
        } else {
          limit.failed();
          if (!mayPass(thrown) || ++failures == MAX_FAILURES) {
            throw thrown;
          }
        }
      } catch (RuntimeException | Error thrown) {
        limit.failed();
        throw thrown;
      }
      if (!left.isEmpty()) {
        Backoff.pause(++waits);
      }
    }
    if (left.isEmpty()) {
      report(requests.size());
    }
  }

  /** Sends a batch once and gives back what was not taken. */
  private List<WriteRequest> send(List<WriteRequest> requests) {
    return client
        .batchWriteItem(
            request ->
                request
                    .requestItems(Map.of(table, requests))
                    .overrideConfiguration(
                        configuration -> configuration.addPlugin(BatchWriter::withoutRetries)))
        .unprocessedItems()
        .getOrDefault(table, List.of());
  }

  /** The SDK's own retries would hide from the limit that the table is busy. */
  private static void withoutRetries(SdkServiceClientConfiguration.Builder configuration) {
    configuration.overrideConfiguration(
        configuration.overrideConfiguration().toBuilder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .build());
  }

  private static boolean isThrottling(SdkException failure) {
    return failure instanceof AwsServiceException refusal && refusal.isThrottlingException();
  }

  private static boolean mayPass(SdkException failure) {
    return failure instanceof SdkClientException
        || failure instanceof AwsServiceException refusal && refusal.statusCode() >= 500;
  }

  private synchronized void report(int more) {
    count += more;
    written.accept(count);
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
