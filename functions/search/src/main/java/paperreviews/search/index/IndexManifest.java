package paperreviews.search.index;

import java.util.List;

/**
 * What the chunks of a packed index contain.
 *
 * @param files its files, in the order of their bytes
 * @param length how many bytes it has
 * @param chunkCount how many chunks hold them
 * @param checksum the CRC32C of the bytes in hexadecimal digits
 * @param format the {@link PackedIndex#FORMAT} it was written in
 */
public record IndexManifest(
    List<IndexFile> files, int length, int chunkCount, String checksum, String format) {
  /** Keeps a copy. */
  public IndexManifest {
    files = List.copyOf(files);
  }

  /**
   * A file of the index.
   *
   * @param name its name
   * @param length its length in bytes
   */
  public record IndexFile(String name, int length) {}
}
