package paperreviews.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Percent-encoded text, read strictly: unlike {@link java.net.URLDecoder}, this class rejects bytes
 * that are not UTF-8.
 */
final class PercentEncoding {
  private PercentEncoding() {}

  /**
   * The text of a query parameter's name or value ({@code +} is a space), or nothing if an escape
   * is broken or the bytes are not UTF-8.
   */
  static Optional<String> decode(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int at = 0; at < encoded.length(); ) {
      int character = encoded.codePointAt(at);
      if (character == '%') {
        if (at + 3 > encoded.length()
            || !HexFormat.isHexDigit(encoded.charAt(at + 1))
            || !HexFormat.isHexDigit(encoded.charAt(at + 2))) {
          return Optional.empty();
        }
        bytes.write(HexFormat.fromHexDigits(encoded, at + 1, at + 3));
        at += 3;
      } else if (isLoneSurrogate(character)) {
        return Optional.empty();
      } else {
        var plain = character == '+' ? " " : Character.toString(character);
        bytes.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(character);
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Whether a text can be written as UTF-8. */
  static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(PercentEncoding::isLoneSurrogate);
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
