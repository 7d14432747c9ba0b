package paperreviews.store;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import paperreviews.store.TableJson.Reply;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The table, as those see it who serve requests: GetItem and Query, nothing else.
 *
 * <p>Its methods throw a {@link TableUnavailableException} when the table does not answer: after
 * three tries, and within six seconds.
 */
public final class Table {
  private final DynamoDb dynamoDb;
  private final String name;
  private final DoubleAdder readUnits = new DoubleAdder();

  /**
   * Reads the table of this name.
   *
   * @param endpoint where DynamoDB answers
   * @param region the region for which requests are signed
   * @param credentials whose requests they are; asked at each
   */
  public Table(
      URI endpoint,
      String region,
      Supplier<? extends AwsCredentialsIdentity> credentials,
      String name) {
    this.dynamoDb = new DynamoDb(endpoint, region, credentials);
    this.name = name;
  }

  /**
   * The table that the environment names: {@code TABLE_NAME} in {@code AWS_REGION}, where {@code
   * DYNAMODB_ENDPOINT} says.
   *
   * @throws IllegalStateException without any of them
   */
  public static Table fromEnvironment() {
    return from(System.getenv());
  }

  /** The same, by these variables. */
  static Table from(Map<String, String> environment) {
    return new Table(
        URI.create(required(environment, "DYNAMODB_ENDPOINT")),
        required(environment, "AWS_REGION"),
        credentials(environment),
        required(environment, "TABLE_NAME"));
  }

  /** Lambda gives credentials in the environment or, with SnapStart, at an address named there. */
  private static Supplier<? extends AwsCredentialsIdentity> credentials(
      Map<String, String> environment) {
    if (!environment.containsKey("AWS_ACCESS_KEY_ID")) {
      return ContainerCredentialsProvider.create()::resolveCredentials;
    }
    var id = required(environment, "AWS_ACCESS_KEY_ID");
    var secret = required(environment, "AWS_SECRET_ACCESS_KEY");
    var session = environment.getOrDefault("AWS_SESSION_TOKEN", "");
    var identity =
        session.isEmpty()
            ? AwsCredentialsIdentity.create(id, secret)
            : AwsSessionCredentialsIdentity.create(id, secret, session);
    return () -> identity;
  }

  private static String required(Map<String, String> environment, String variable) {
    var value = environment.getOrDefault(variable, "");
    if (value.isEmpty()) {
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
    return call("GetItem", TableJson.getItem(name, key, consistent)).items().stream().findFirst();
  }

  /**
   * All items of a partition, in order of their sort keys.
   *
   * @param consistent whether to see all that was ever written before, at twice the price
   */
  List<Item> partition(String pk, boolean consistent) {
    var items = new ArrayList<Item>();
    var from = Optional.<Key>empty();
    do {
      var page = call("Query", TableJson.query(name, pk, from, consistent));
      items.addAll(page.items());
      from = page.last();
    } while (from.isPresent());
    return items;
  }

  private Reply call(String operation, byte[] request) {
    var reply = dynamoDb.call(operation, request);
    readUnits.add(reply.readUnits());
    return reply;
  }

  /** The read units used since this was last asked; one is 4 KB read consistently, or 8 KB not. */
  public double takeReadUnits() {
    return readUnits.sumThenReset();
  }
}
