package paperreviews.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import paperreviews.model.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.JacksonException;

/**
 * An item of the table: a key, and a record as DynamoDB's attributes.
 *
 * @param attributes the attributes by name, the key's included
 */
public record Item(Map<String, AttributeValue> attributes) {

  /**
   * Returns the item that stores a value.
   *
   * @param key where to store it
   * @param value a record, or anything else that {@link Json} writes as an object
   */
  public static Item of(Key key, Object value) {
    var attributes = new TreeMap<>(AttributeValues.fromJson(Json.MAPPER.valueToTree(value)).m());
    attributes.putAll(key.attributes());
    return new Item(attributes);
  }

  /** Returns the key. */
  public Key key() {
    return new Key(attributes.get(Key.PARTITION).s(), attributes.get(Key.SORT).s());
  }

  /**
   * Returns the value that the item stores. Attributes that the type does not have are ignored.
   *
   * @throws IllegalStateException if the item does not store such a value
   */
  public <T> T as(Class<T> type) {
    var fields = new HashMap<>(attributes);
    fields.keySet().removeAll(key().attributes().keySet());
    try {
      return Json.MAPPER.treeToValue(AttributeValues.toJson(fields), type);
    } catch (JacksonException unreadable) {
      throw new IllegalStateException(
          "The item %s is not a valid %s: %s"
              .formatted(key(), type.getSimpleName(), unreadable.getOriginalMessage()),
          unreadable);
    }
  }
}
