package paperreviews.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compression of answers with gzip (RFC 9110, section 8.4.1.3). */
final class Compression {
  /** The value of {@code Content-Encoding}. */
  static final String GZIP = "gzip";

  /** Below so many bytes, an answer fits into one packet as it is. */
  static final int LEAST = 1024;

  private Compression() {}

  /**
   * Whether the client likes gzip at least as well as no compression, by its {@code
   * Accept-Encoding} (RFC 9110, section 12.5.3).
   */
  static boolean isWanted(Request request) {
    var accepted = QualityValues.read(request.headers().getOrDefault("accept-encoding", ""));
    double gzip = accepted.of(GZIP, "x-gzip", "*");
    return gzip > 0 && gzip >= accepted.of("identity");
  }

  /** The bytes, compressed: the same bytes always give the same. */
  static byte[] gzip(byte[] bytes) {
    var compressed = new ByteArrayOutputStream(bytes.length / 2);
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
