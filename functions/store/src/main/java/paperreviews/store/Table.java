package paperreviews.store;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.crt.CrtRuntimeException;
import software.amazon.awssdk.crt.http.HttpException;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Read-only access to the table, for the request handlers: GetItem and Query, nothing else.
 *
 * <p>Its methods throw a {@link TableUnavailableException} if the table does not answer after three
 * attempts or within six seconds.
 */
public final class Table {
  private static final int MAX_ATTEMPTS = 3;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofMillis(2500);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);

  private final Supplier<DynamoDbClient> clients;
  private final String name;
  private final DoubleAdder readUnits = new DoubleAdder();
  private volatile DynamoDbClient client;

  /** Reads the table of this name by a client. */
  public Table(DynamoDbClient client, String name) {
    this(() -> client, name);
  }

  private Table(Supplier<DynamoDbClient> clients, String name) {
    this.clients = clients;
    this.name = name;
    this.client = clients.get();
  }

  /**
   * Reads the table {@code TABLE_NAME} of the environment, at {@code DYNAMODB_ENDPOINT} if that is
   * set, else at AWS. Region and credentials come from the SDK's default chains.
   *
   * @throws IllegalStateException if {@code TABLE_NAME} is not set
   */
  public static Table fromEnvironment() {
    return of(System.getenv());
  }

  /** Reads the table that these variables name, see {@link #fromEnvironment}. */
  public static Table of(Map<String, String> environment) {
    var name = environment.getOrDefault("TABLE_NAME", "");
    if (name.isEmpty()) {
      throw new IllegalStateException(
          "The environment variable TABLE_NAME is not set; template.yaml sets it.");
    }
    var client = clientBuilder();
    var endpoint = environment.getOrDefault("DYNAMODB_ENDPOINT", "");
    if (!endpoint.isEmpty()) {
      client.endpointOverride(URI.create(endpoint));
    }
    return new Table(client::build, name);
  }

  private static DynamoDbClientBuilder clientBuilder() {
    var retries =
        AwsRetryStrategy.standardRetryStrategy().toBuilder()
            .maxAttempts(MAX_ATTEMPTS)
            .backoffStrategy(
                BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofMillis(100)))
            .throttlingBackoffStrategy(
                BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofMillis(100)))
            .retryOnExceptionInstanceOf(Crc32MismatchException.class)
            .build();
    return DynamoDbClient.builder()
        .httpClientBuilder(
            AwsCrtHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .useTrustStoreSystemProperties(true))
        .overrideConfiguration(
            configuration ->
                configuration
                    .retryStrategy(retries)
                    .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                    .apiCallTimeout(CALL_TIMEOUT));
  }

  /** Replaces the client, so that the next read opens a connection of its own. */
  public void reconnect() {
    client.close();
    client = clients.get();
  }

  /**
   * Returns the item at a key. The read is eventually consistent, at half the price; if nothing is
   * found, it is repeated consistently, since the item may be too new for the first replica.
   */
  public Optional<Item> item(Key key) {
    return item(key, false).or(() -> item(key, true));
  }

  /**
   * Returns the item at a key.
   *
   * @param consistent whether to see everything that was written before, at twice the price
   */
  Optional<Item> item(Key key, boolean consistent) {
    var response =
        call(
            "GetItem",
            () ->
                client.getItem(
                    request ->
                        request
                            .tableName(name)
                            .key(key.attributes())
                            .consistentRead(consistent)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    count(response.consumedCapacity());
    return response.hasItem() ? Optional.of(new Item(response.item())) : Optional.empty();
  }

  /**
   * Returns all items of a partition, ordered by their sort keys.
   *
   * @param consistent whether to see everything that was written before, at twice the price
   */
  List<Item> partition(String pk, boolean consistent) {
    return all(
        query ->
            query
                .keyConditionExpression("#pk = :pk")
                .expressionAttributeNames(Map.of("#pk", Key.PARTITION))
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                .consistentRead(consistent));
  }

  /**
   * Returns all items of a range, ordered by their sort keys.
   *
   * @param consistent whether to see everything that was written before, at twice the price
   */
  List<Item> range(Key.Range range, boolean consistent) {
    return all(query -> condition(query, range).consistentRead(consistent));
  }

  private List<Item> all(UnaryOperator<QueryRequest.Builder> condition) {
    var pages = client.queryPaginator(condition.apply(query()).build());
    return call(
        "Query",
        () -> {
          var items = new ArrayList<Item>();
          for (var page : pages) {
            count(page.consumedCapacity());
            page.items().forEach(attributes -> items.add(new Item(attributes)));
          }
          return items;
        });
  }

  /**
   * What one Query read.
   *
   * @param items the items, ordered by their sort keys
   * @param cut whether more items of the range may follow
   */
  record Start(List<Item> items, boolean cut) {
    /** Returns whether these are so many items, or as many as a Query may read. */
    boolean isWhole(int expected) {
      return items.size() == expected || cut && !items.isEmpty();
    }
  }

  /**
   * Returns as many items of a range as one Query reads: at most 1 MB.
   *
   * @param consistent whether to see everything that was written before, at twice the price
   */
  Start startOf(Key.Range range, boolean consistent) {
    var request = condition(query(), range).consistentRead(consistent).build();
    var response = call("Query", () -> client.query(request));
    count(response.consumedCapacity());
    return new Start(
        response.items().stream().map(Item::new).toList(), response.hasLastEvaluatedKey());
  }

  private QueryRequest.Builder query() {
    return QueryRequest.builder()
        .tableName(name)
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
  }

  private static QueryRequest.Builder condition(QueryRequest.Builder query, Key.Range range) {
    return query
        .keyConditionExpression("#pk = :pk AND #sk BETWEEN :first AND :last")
        .expressionAttributeNames(Map.of("#pk", Key.PARTITION, "#sk", Key.SORT))
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(range.pk()),
                ":first", AttributeValue.fromS(range.first()),
                ":last", AttributeValue.fromS(range.last())));
  }

  private static <T> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException refused) {
      var code = refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
      throw new TableUnavailableException(
          "%s failed: %s: %s".formatted(operation, code, refused.getMessage()), refused);
    } catch (SdkException | HttpException | CrtRuntimeException failure) {
      // The SDK passes on what its HTTP client does not take for a temporary failure.
      throw new TableUnavailableException(
          "%s failed: %s: %s".formatted(operation, failure.getMessage(), rootCause(failure)),
          failure);
    }
  }

  /** The SDK's messages leave out the address that could not be reached, for example. */
  private static Throwable rootCause(Throwable failure) {
    return failure.getCause() == null ? failure : rootCause(failure.getCause());
  }

  private void count(ConsumedCapacity capacity) {
    if (capacity != null) {
      readUnits.add(capacity.capacityUnits());
    }
  }

  /**
   * Returns the read units used since this object was created. One unit reads 4 KB consistently, or
   * 8 KB eventually consistently.
   */
  public double readUnits() {
    return readUnits.sum();
  }
}
