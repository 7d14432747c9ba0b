package paperreviews.editions;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes an item takes. */
public final class Size {
  private Size() {}

  /**
   * In the table, which takes items of up to 409,600 bytes.
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

  /**
   * In a function's response, of which Lambda takes six megabytes: as JSON, within the JSON string
   * that is the response's body.
   */
  public static int inResponse(Map<String, AttributeValue> item) {
    return 2
        + item.entrySet().stream()
            .mapToInt(entry -> 2 + quoted(entry.getKey()) + inResponse(entry.getValue()))
            .sum();
  }

  private static int inResponse(AttributeValue value) {
    return switch (value.type()) {
      case S -> quoted(value.s());
      case N -> value.n().length();
      case M -> inResponse(value.m());
      case L -> 2 + value.l().stream().mapToInt(each -> 1 + inResponse(each)).sum();
      default -> throw new IllegalArgumentException("No answer has a " + value.type());
    };
  }

  /** A quotation mark becomes four characters, and so at most does any other that is escaped. */
  private static int quoted(String text) {
    long escaped = text.chars().filter(c -> c == '"' || c == '\\' || c < ' ').count();
    return 4 + utf8(text) + 3 * (int) escaped;
  }
}
