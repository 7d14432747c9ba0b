package paperreviews.store;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as the SDK's client takes and gives them. */
public final class SdkItems {
  private SdkItems() {}

  /** The attributes of an item. */
  public static Map<String, AttributeValue> of(Item item) {
    return of(item.attributes());
  }

  /** The attributes that make a key. */
  public static Map<String, AttributeValue> of(Key key) {
    return of(Item.at(key));
  }

  private static Map<String, AttributeValue> of(Map<String, Attribute> attributes) {
    var values = new HashMap<String, AttributeValue>();
    attributes.forEach((name, attribute) -> values.put(name, of(attribute)));
    return values;
  }

  private static AttributeValue of(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Text(var text) -> AttributeValue.fromS(text);
      case Attribute.Number(var digits) -> AttributeValue.fromN(digits);
      case Attribute.Binary(var bytes) -> AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes));
      case Attribute.Many(var values) ->
          AttributeValue.fromL(values.stream().map(SdkItems::of).toList());
      case Attribute.Fields(var values) -> AttributeValue.fromM(of(values));
    };
  }

  /**
   * The item of these attributes.
   *
   * @throws IllegalArgumentException if one has a type that items here do not have
   */
  public static Item item(Map<String, AttributeValue> values) {
    return new Item(attributes(values));
  }

  private static Map<String, Attribute> attributes(Map<String, AttributeValue> values) {
    var attributes = new HashMap<String, Attribute>();
    values.forEach((name, value) -> attributes.put(name, attribute(value)));
    return attributes;
  }

  private static Attribute attribute(AttributeValue value) {
    return switch (value.type()) {
      case S -> new Attribute.Text(value.s());
      case N -> new Attribute.Number(value.n());
      case B -> new Attribute.Binary(value.b().asByteArrayUnsafe());
      case M -> new Attribute.Fields(attributes(value.m()));
      case L -> new Attribute.Many(value.l().stream().map(SdkItems::attribute).toList());
      default -> throw new IllegalArgumentException("No item has a " + value.type());
    };
  }
}
