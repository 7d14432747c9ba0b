package paperreviews.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-decoding as API Gateway does it, which takes what is no escape as it is. */
final class LenientDecoding {
  private LenientDecoding() {}

  /** Decodes a part of a path; what is no escape stays as it is. */
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
