package paperreviews.template;

import java.util.List;
import java.util.Map;

/**
 * The DynamoDB table.
 *
 * @param logicalId its name in the template
 * @param keySchema its key: the partition key, then the sort key if there is one
 * @param attributes the types of the attributes in keys by name: {@code S}, {@code N} or {@code B}
 * @param billingMode {@code PAY_PER_REQUEST} or {@code PROVISIONED}
 */
public record TableDefinition(
    String logicalId,
    List<KeyElement> keySchema,
    Map<String, String> attributes,
    String billingMode) {

  /**
   * One attribute of the key.
   *
   * @param attributeName its name
   * @param keyType {@code HASH} for the partition key, {@code RANGE} for the sort key
   */
  public record KeyElement(String attributeName, String keyType) {}
}
