package paperreviews.api;

import java.net.URLEncoder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import paperreviews.model.Edition;
import paperreviews.model.Sha256;

/**
 * Where a list goes on: a place in it, bound to the edition and to what was asked.
 *
 * <p>A digest detects a cursor that was changed, or that is used with another query. It protects no
 * secret: recomputing it only yields a place in a public list.
 *
 * @param edition the edition that the place holds for
 * @param place the place, as the list counts
 */
public record Cursor(String edition, long place) {
  private static final int MAX_LENGTH = 100;

  /** The bytes of an edition's id. */
  private static final int EDITION = 8;

  private static final int DIGEST = 12;

  /**
   * Reads the parameter {@code cursor}.
   *
   * @param path the path of the list
   * @param asked the other parameters that a cursor is good for, by their names
   */
  public static Optional<Cursor> read(
      Parameters parameters, String path, Map<String, String> asked) {
    var text = parameters.text("cursor", MAX_LENGTH);
    var cursor = text.flatMap(given -> read(given, path + asked));
    if (text.isPresent() && cursor.isEmpty()) {
      parameters.error(
          "cursor",
          "It was not made for this list. Take it from \"next\" of an answer to the same parameters.");
    }
    return cursor;
  }

  /**
   * Checks that the cursor is good for an edition.
   *
   * @throws ProblemException if it is of another
   */
  public void check(Edition edition) {
    if (!this.edition.equals(edition.id())) {
      throw new ProblemException(Problem.staleCursor());
    }
  }

  /**
   * Returns the address of the page that starts here.
   *
   * @param path the path of the list
   * @param asked the parameters that the cursor is good for, by their names
   */
  public String address(String path, Map<String, String> asked, int limit) {
    var address = new StringBuilder(path + "?");
    asked.forEach(
        (name, value) ->
            address
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return address.append("limit=" + limit + "&cursor=" + text(path + asked)).toString();
  }

  /** The cursor as text for an address. */
  String text(String asked) {
    var bytes = HexFormat.of().parseHex(edition);
    var buffer = ByteBuffer.allocate(bytes.length + Long.BYTES + DIGEST).put(bytes).putLong(place);
    buffer.put(digest(Arrays.copyOf(buffer.array(), buffer.position()), asked));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }

  /**
   * The cursor that a text holds, or nothing if it belongs to another request.
   *
   * @param asked what is asked for, in any form that is the same for the same list
   */
  static Optional<Cursor> read(String text, String asked) {
    try {
      var buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      var edition = new byte[EDITION];
      buffer.get(edition);
      var cursor = new Cursor(HexFormat.of().formatHex(edition), buffer.getLong());
      // Besides the digest, this settles the length and the bits that Base64 leaves unused.
      return cursor.text(asked).equals(text) ? Optional.of(cursor) : Optional.empty();
    } catch (IllegalArgumentException | BufferUnderflowException notACursor) {
      return Optional.empty();
    }
  }

  private static byte[] digest(byte[] signed, String asked) {
    var digest = Sha256.start();
    digest.update(signed);
    return Arrays.copyOf(digest.digest(asked.getBytes(StandardCharsets.UTF_8)), DIGEST);
  }
}
