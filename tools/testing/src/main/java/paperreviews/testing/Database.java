package paperreviews.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import paperreviews.dynamodb.EmbeddedDynamoDb;
import paperreviews.template.Template;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** DynamoDB Local for a test class, with tables as template.yaml defines them. */
public final class Database implements BeforeAllCallback, AfterAllCallback {
  private static final CreateTableRequest DEFINITION =
      Template.read(Path.of("../../template.yaml")).table();

  private EmbeddedDynamoDb dynamoDb;
  private int tables;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    dynamoDb = EmbeddedDynamoDb.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    dynamoDb.close();
  }

  /** Makes an empty table and gives its name. */
  public String newTable() {
    var name = "table-" + ++tables;
    dynamoDb.createTable(DEFINITION, name);
    return name;
  }

  /** Where it answers. */
  public URI endpoint() {
    return dynamoDb.endpoint();
  }

  /** A client that nothing interferes with. */
  public DynamoDbClient client() {
    return dynamoDb.client();
  }

  /** The environment of a function that reads a table. */
  public Map<String, String> environment(String table) {
    return Map.of("TABLE_NAME", table, "DYNAMODB_ENDPOINT", endpoint().toString());
  }

  /** A client whose requests pass through an interceptor; the caller closes it. */
  public DynamoDbClient client(ExecutionInterceptor interceptor) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(Region.of(Template.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(interceptor))
        .build();
  }

  /** Every item of a table by its key. */
  public Map<Map<String, AttributeValue>, Map<String, AttributeValue>> everything(String table) {
    return client().scanPaginator(request -> request.tableName(table)).items().stream()
        .collect(
            Collectors.toMap(
                item -> Map.of("pk", item.get("pk"), "sk", item.get("sk")), item -> item));
  }

  /** The keys of all chunks of search indexes. */
  public List<Map<String, AttributeValue>> chunks(String table) {
    return everything(table).keySet().stream()
        .filter(key -> key.get("sk").s().equals("chunk"))
        .toList();
  }

  /** Removes an item, as a fault of the table would. */
  public void delete(String table, Map<String, AttributeValue> key) {
    client().deleteItem(request -> request.tableName(table).key(key));
  }

  /** Writes an item, whatever was there. */
  public void put(String table, Map<String, AttributeValue> item) {
    client().putItem(request -> request.tableName(table).item(item));
  }
}
