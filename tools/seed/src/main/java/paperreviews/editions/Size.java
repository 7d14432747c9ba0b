package paperreviews.editions;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import paperreviews.store.Attribute;

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
  public static int inTable(Map<String, Attribute> item) {
    return 3
        + item.entrySet().stream()
            .mapToInt(entry -> 1 + utf8(entry.getKey()) + inTable(entry.getValue()))
            .sum();
  }

  private static int inTable(Attribute value) {
    return switch (value) {
      case Attribute.Text(var text) -> utf8(text);
      case Attribute.Number _ -> 21;
      case Attribute.Binary(var bytes) -> bytes.length;
      case Attribute.Fields(var values) -> inTable(values);
      case Attribute.Many(var values) ->
          3 + values.stream().mapToInt(each -> 1 + inTable(each)).sum();
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * In a function's response, of which Lambda takes six megabytes: as JSON, within the JSON string
   * that is the response's body.
   */
  public static int inResponse(Map<String, Attribute> item) {
    return 2
        + item.entrySet().stream()
            .mapToInt(entry -> 2 + quoted(entry.getKey()) + inResponse(entry.getValue()))
            .sum();
  }

  private static int inResponse(Attribute value) {
    return switch (value) {
      case Attribute.Text(var text) -> quoted(text);
      case Attribute.Number(var digits) -> digits.length();
      case Attribute.Fields(var values) -> inResponse(values);
      case Attribute.Many(var values) ->
          2 + values.stream().mapToInt(each -> 1 + inResponse(each)).sum();
      case Attribute.Binary _ -> throw new IllegalArgumentException("No answer has bytes");
    };
  }

  /** A quotation mark becomes four characters, and so at most does any other that is escaped. */
  private static int quoted(String text) {
    long escaped = text.chars().filter(c -> c == '"' || c == '\\' || c < ' ').count();
    return 4 + utf8(text) + 3 * (int) escaped;
  }
}
