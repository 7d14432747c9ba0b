package paperreviews.searchpapers;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import paperreviews.model.Sha256;
import paperreviews.search.query.SearchRequest;

/**
 * Where a search goes on: a place among its hits, bound to the edition and to what was asked.
 *
 * <p>A digest detects a cursor that was changed, or that is used with another query. It protects no
 * secret: recomputing it only yields a place in a public list.
 *
 * @param edition the edition that the place holds for
 * @param place the place
 */
record Cursor(String edition, SearchRequest.Place place) {
  /** The bytes of an edition's id. */
  private static final int EDITION = 8;

  private static final int DIGEST = 12;

  /** The cursor as text for an address. */
  String text(String asked) {
    var bytes = HexFormat.of().parseHex(edition);
    var buffer =
        ByteBuffer.allocate(bytes.length + 2 * Integer.BYTES + DIGEST)
            .put(bytes)
            .putFloat(place.score())
            .putInt(place.document());
    buffer.put(digest(Arrays.copyOf(buffer.array(), buffer.position()), asked));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }

  /**
   * The cursor that a text holds, or nothing unless it belongs to another request.
   *
   * @param asked what is searched for, in any form that is the same for the same search
   */
  static Optional<Cursor> read(String text, String asked) {
    try {
      var buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      var edition = new byte[EDITION];
      buffer.get(edition);
      var place = new SearchRequest.Place(buffer.getFloat(), buffer.getInt());
      var cursor = new Cursor(HexFormat.of().formatHex(edition), place);
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
