package paperreviews.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON of DynamoDB's operations <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</a>
 * and <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</a>.
 */
final class TableJson {
  private static final JsonFactory JSON = new JsonFactory();

  private TableJson() {}

  /**
   * What the table answers.
   *
   * @param items the items that were found
   * @param last the key from which to go on, if there are more
   * @param readUnits what it cost
   */
  record Reply(List<Item> items, Optional<Key> last, double readUnits) {}

  static byte[] getItem(String table, Key key, boolean consistent) {
    return request(table, consistent, json -> key(json, "Key", key));
  }

  static byte[] query(String table, String pk, Optional<Key> from, boolean consistent) {
    return request(
        table,
        consistent,
        json -> {
          json.writeStringField("KeyConditionExpression", "#pk = :pk");
          json.writeObjectFieldStart("ExpressionAttributeNames");
          json.writeStringField("#pk", Key.PARTITION);
          json.writeEndObject();
          json.writeObjectFieldStart("ExpressionAttributeValues");
          text(json, ":pk", pk);
          json.writeEndObject();
          if (from.isPresent()) {
            key(json, "ExclusiveStartKey", from.get());
          }
        });
  }

  @FunctionalInterface
  private interface Parameters {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] request(String table, boolean consistent, Parameters parameters) {
    var bytes = new ByteArrayOutputStream(256);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("TableName", table);
      json.writeBooleanField("ConsistentRead", consistent);
      json.writeStringField("ReturnConsumedCapacity", "TOTAL");
      parameters.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void key(JsonGenerator json, String name, Key key) throws IOException {
    json.writeObjectFieldStart(name);
    text(json, Key.PARTITION, key.pk());
    text(json, Key.SORT, key.sk());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("S", value);
    json.writeEndObject();
  }

  /**
   * Reads an answer to either operation.
   *
   * @throws IOException if it is none
   */
  static Reply reply(byte[] bytes) throws IOException {
    var items = new ArrayList<Item>();
    Optional<Key> last = Optional.empty();
    double readUnits = 0;
    try (var json = JSON.createParser(bytes)) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        switch (name) {
          case "Item" -> items.add(item(json));
          case "Items" -> {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              items.add(item(json));
            }
          }
          case "LastEvaluatedKey" -> last = Optional.of(item(json).key());
          case "ConsumedCapacity" -> readUnits = readUnits(json);
          default -> json.skipChildren();
        }
      }
    }
    return new Reply(items, last, readUnits);
  }

  private static double readUnits(JsonParser json) throws IOException {
    double units = 0;
    for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("CapacityUnits")) {
        units = json.getDoubleValue();
      } else {
        json.skipChildren();
      }
    }
    return units;
  }

  private static Item item(JsonParser json) throws IOException {
    return new Item(fields(json));
  }

  private static Map<String, Attribute> fields(JsonParser json) throws IOException {
    expect(json.currentToken(), JsonToken.START_OBJECT);
    var fields = new HashMap<String, Attribute>();
    for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      var field = name;
      attribute(json).ifPresent(value -> fields.put(field, value));
    }
    return fields;
  }

  /** The value; nothing for one of a type that items here do not have. */
  private static Optional<Attribute> attribute(JsonParser json) throws IOException {
    expect(json.currentToken(), JsonToken.START_OBJECT);
    expect(json.nextToken(), JsonToken.FIELD_NAME);
    var type = json.currentName();
    json.nextToken();
    Attribute value =
        switch (type) {
          case "S" -> new Attribute.Text(json.getText());
          case "N" -> new Attribute.Number(json.getText());
          case "B" -> new Attribute.Binary(json.getBinaryValue());
          case "M" -> new Attribute.Fields(fields(json));
          case "L" -> new Attribute.Many(values(json));
          default -> {
            json.skipChildren();
            yield null;
          }
        };
    expect(json.nextToken(), JsonToken.END_OBJECT);
    return Optional.ofNullable(value);
  }

  private static List<Attribute> values(JsonParser json) throws IOException {
    var values = new ArrayList<Attribute>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      attribute(json).ifPresent(values::add);
    }
    return values;
  }

  private static void expect(JsonToken found, JsonToken wanted) throws IOException {
    if (found != wanted) {
      throw new IOException("The table answered with something else than JSON of items");
    }
  }

  /** The kind of an error, such as {@code ThrottlingException}; empty if the body does not say. */
  static String errorType(byte[] bytes) {
    try (var json = JSON.createParser(bytes)) {
      json.nextToken();
      for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (name.equals("__type")) {
          // Before the name stands the version of the service: "com.amazonaws.dynamodb.v20120810#".
          var type = json.getText();
          return type.substring(type.indexOf('#') + 1);
        }
        json.skipChildren();
      }
    } catch (IOException notJson) {
      // A proxy's or a load balancer's page.
    }
    return "";
  }
}
