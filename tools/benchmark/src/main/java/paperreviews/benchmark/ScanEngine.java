package paperreviews.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import paperreviews.benchmark.TestCollection.Document;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The usual first attempt: a table with an item for each review, scanned from end to end, with a
 * filter for all words.
 */
final class ScanEngine implements Engine {
  private static final String TABLE = "scanned";
  private static final int MAX_BATCH = 25;

  private final DynamoDbClient client;
  private double readUnits;

  ScanEngine(DynamoDbClient client, List<Document> documents) {
    this.client = client;
    client.createTable(
        request ->
            request
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
    for (int from = 0; from < documents.size(); from += MAX_BATCH) {
      var writes =
          documents.subList(from, Math.min(documents.size(), from + MAX_BATCH)).stream()
              .map(ScanEngine::write)
              .toList();
      client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, writes)));
    }
  }

  private static WriteRequest write(Document document) {
    var item =
        Map.of(
            "id", AttributeValue.fromS(document.id()),
            "text", AttributeValue.fromS(document.title() + "\n" + document.text()));
    return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
  }

  @Override
  public String name() {
    return "Scan with contains";
  }

  @Override
  public List<String> search(String query) {
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, AttributeValue>();
    for (var word : query.strip().split("\\s+")) {
      var name = ":word" + values.size();
      conditions.add("contains(#text, " + name + ")");
      values.put(name, AttributeValue.fromS(word));
    }
    var ids = new ArrayList<String>();
    var pages =
        client.scanPaginator(
            request ->
                request
                    .tableName(TABLE)
                    .filterExpression(String.join(" AND ", conditions))
                    .expressionAttributeNames(Map.of("#text", "text"))
                    .expressionAttributeValues(values)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    for (var page : pages) {
      page.items().forEach(item -> ids.add(item.get("id").s()));
      readUnits += page.consumedCapacity().capacityUnits();
    }
    return ids.subList(0, Math.min(10, ids.size()));
  }

  /** Returns the read units of all searches. */
  double readUnits() {
    return readUnits;
  }
}
