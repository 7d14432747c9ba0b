package paperreviews.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compression of answers with gzip (RFC 9110, section 8.4.1.3). */
final class Compression {
  /** The value of {@code Content-Encoding}. */
  static final String GZIP = "gzip";

  /** A shorter answer, in characters, fits into one packet as it is. */
  static final int MIN_LENGTH = 1024;

  private Compression() {}

  /**
   * Whether the client prefers gzip, or accepts it equally, by its {@code Accept-Encoding} (RFC
   * 9110, section 12.5.3).
   */
  static boolean isWanted(Request request) {
    var accepted = QualityValues.read(request.headers().getOrDefault("accept-encoding", ""));
    double gzip = accepted.of(GZIP, "x-gzip", "*");
    return gzip > 0 && gzip >= accepted.of("identity");
  }

  /** Returns the compressed bytes: always the same for the same bytes. */
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
