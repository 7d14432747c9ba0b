package paperreviews.editions;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes an item takes in the table. */
public final class Size {
  private Size() {}

  /**
   * Returns the bytes of an item, of which the table takes up to 409,600.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">What
   *     counts</a>
   */
  public static int inTable(Map<String, AttributeValue> item) {
    return 3
        + item.entrySet().stream()
            .mapToInt(entry -> 1 + utf8(entry.getKey()) + inTable(entry.getValue()))
            .sum();
  }

  private static int inTable(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> 21;
      case B -> value.b().asByteArrayUnsafe().length;
      case M -> inTable(value.m());
      case L -> 3 + value.l().stream().mapToInt(each -> 1 + inTable(each)).sum();
      default -> 1;
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
