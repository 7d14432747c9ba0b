package paperreviews.store;

import java.util.List;
import java.util.Map;

/**
 * A value in an item: those of <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">DynamoDB's
 * types</a> that items here are made of.
 */
public sealed interface Attribute {
  /** A text: {@code S}. */
  record Text(String value) implements Attribute {}

  /** A number, in digits: {@code N}. */
  record Number(String digits) implements Attribute {}

  /** Bytes, which nobody changes: {@code B}. */
  record Binary(byte[] bytes) implements Attribute {}

  /** Values in order: {@code L}. */
  record Many(List<Attribute> values) implements Attribute {}

  /** Values by name: {@code M}. */
  record Fields(Map<String, Attribute> values) implements Attribute {}
}
