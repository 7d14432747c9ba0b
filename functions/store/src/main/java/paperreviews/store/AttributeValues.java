package paperreviews.store;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import paperreviews.model.Json;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The conversion between JSON and DynamoDB's attributes. */
final class AttributeValues {
  private AttributeValues() {}

  static AttributeValue fromJson(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> AttributeValue.fromS(json.stringValue());
      case NUMBER -> AttributeValue.fromN(json.asString());
      case BOOLEAN -> AttributeValue.fromBool(json.booleanValue());
      case BINARY -> AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(json.binaryValue()));
      case ARRAY ->
          AttributeValue.fromL(json.values().stream().map(AttributeValues::fromJson).toList());
      case OBJECT -> {
        var fields = new TreeMap<String, AttributeValue>();
        json.properties().forEach(field -> fields.put(field.getKey(), fromJson(field.getValue())));
        yield AttributeValue.fromM(fields);
      }
      case NULL -> AttributeValue.fromNul(true);
      case MISSING, POJO -> throw new IllegalArgumentException("Not JSON: " + json);
    };
  }

  static ObjectNode toJson(Map<String, AttributeValue> fields) {
    var object = Json.MAPPER.createObjectNode();
    fields.forEach((name, value) -> object.set(name, toJson(value)));
    return object;
  }

  private static JsonNode toJson(AttributeValue value) {
    var nodes = Json.MAPPER.getNodeFactory();
    return switch (value.type()) {
      case S -> nodes.stringNode(value.s());
      case N -> nodes.numberNode(new BigDecimal(value.n()));
      case B -> nodes.binaryNode(value.b().asByteArrayUnsafe());
      case BOOL -> nodes.booleanNode(value.bool());
      case M -> toJson(value.m());
      case L -> nodes.arrayNode().addAll(value.l().stream().map(AttributeValues::toJson).toList());
      // No record has a set; the rest is null or unknown to this version of the SDK.
      case NUL, SS, NS, BS, UNKNOWN_TO_SDK_VERSION -> nodes.nullNode();
    };
  }
}
