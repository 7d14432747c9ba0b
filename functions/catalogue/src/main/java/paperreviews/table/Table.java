package paperreviews.table;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The table, as those see it who serve requests: GetItem and Query, nothing else.
 *
 * <p>Its methods throw the SDK's {@code SdkException} when the table does not answer: after three
 * tries, and within six seconds.
 */
public final class Table {
  private static final Duration ATTEMPT = Duration.ofMillis(2500);
  private static final Duration CALL = Duration.ofSeconds(6);

  private final DynamoDbClient client;
  private final String name;
  private final DoubleAdder readUnits = new DoubleAdder();

  /** Reads the table of this name through this client. */
  public Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * The table that the environment names: {@code TABLE_NAME} in {@code AWS_REGION}, or where {@code
   * DYNAMODB_ENDPOINT} says if that is set and not empty.
   *
   * @throws IllegalStateException without {@code TABLE_NAME} or {@code AWS_REGION}
   */
  public static Table fromEnvironment() {
    var client =
        DynamoDbClient.builder()
            .region(Region.of(required("AWS_REGION")))
            .credentialsProvider(credentials())
            // What is said here need not be looked for in profile files, at some cost to a start.
            .endpointDiscoveryEnabled(false)
            .dualstackEnabled(false)
            .fipsEnabled(false)
            .defaultsMode(DefaultsMode.LEGACY)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(ATTEMPT))
            .overrideConfiguration(
                configuration ->
                    configuration
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .retryStrategy(StandardRetryStrategy.builder().maxAttempts(3).build())
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL));
    var endpoint = System.getenv("DYNAMODB_ENDPOINT");
    if (endpoint != null && !endpoint.isEmpty()) {
      client.endpointOverride(URI.create(endpoint));
    }
    return new Table(client.build(), required("TABLE_NAME"));
  }

  /** Lambda gives credentials in the environment or, with SnapStart, at an address named there. */
  private static AwsCredentialsProvider credentials() {
    return System.getenv("AWS_ACCESS_KEY_ID") == null
        ? ContainerCredentialsProvider.create()
        : EnvironmentVariableCredentialsProvider.create();
  }

  private static String required(String variable) {
    var value = System.getenv(variable);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "The environment variable %s is not set; template.yaml sets it.".formatted(variable));
    }
    return value;
  }

  /**
   * The item at a key. It is read eventually consistent, at half the price; where nothing is found
   * it is read again consistently, since the item may be too new for the first replica asked.
   */
  public Optional<Item> item(Key key) {
    return item(key, false).or(() -> item(key, true));
  }

  /** The item at a key, read eventually consistent and only once. */
  Optional<Item> itemAsSeen(Key key) {
    return item(key, false);
  }

  /** The item at a key, read consistently, at twice the price. */
  Optional<Item> itemAsIs(Key key) {
    return item(key, true);
  }

  private Optional<Item> item(Key key, boolean consistent) {
    var response =
        client.getItem(
            request ->
                request
                    .tableName(name)
                    .key(
                        Map.of(
                            Key.PARTITION,
                            AttributeValue.fromS(key.pk()),
                            Key.SORT,
                            AttributeValue.fromS(key.sk())))
                    .consistentRead(consistent)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    count(response.consumedCapacity());
    return response.hasItem() ? Optional.of(new Item(response.item())) : Optional.empty();
  }

  /**
   * All items of a partition, in order of their sort keys.
   *
   * @param consistent whether to see all that was ever written before, at twice the price
   */
  List<Item> partition(String pk, boolean consistent) {
    var items = new ArrayList<Item>();
    Map<String, AttributeValue> from = null;
    do {
      var start = from;
      var response =
          client.query(
              request ->
                  request
                      .tableName(name)
                      .keyConditionExpression("#pk = :pk")
                      .expressionAttributeNames(Map.of("#pk", Key.PARTITION))
                      .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
                      .exclusiveStartKey(start)
                      .consistentRead(consistent)
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
      count(response.consumedCapacity());
      response.items().forEach(item -> items.add(new Item(item)));
      from = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : null;
    } while (from != null);
    return items;
  }

  private void count(ConsumedCapacity consumed) {
    if (consumed != null && consumed.capacityUnits() != null) {
      readUnits.add(consumed.capacityUnits());
    }
  }

  /** The read units used since this was last asked; one is 4 KB read consistently, or 8 KB not. */
  public double takeReadUnits() {
    return readUnits.sumThenReset();
  }
}
