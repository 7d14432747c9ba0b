package paperreviews.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes percent-escapes as API Gateway does: what is not an escape stays as it is. */
final class PercentDecoding {
  private PercentDecoding() {}

  /** Decodes a part of a path. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var decoded = new ByteArrayOutputStream();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        decoded.write(high << 4 | low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** Decodes a part of a query, where + stands for a space. */
  static String decodeQuery(String text) {
    return decode(text.replace('+', ' '));
  }
}
