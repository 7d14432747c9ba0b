package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.Version;
import paperreviews.model.Catalogue;
import paperreviews.search.index.IndexManifest.IndexFile;

/**
 * A Lucene index as one sequence of bytes, to be stored as a {@linkplain IndexManifest manifest}
 * and compressed chunks.
 *
 * @param files the files, in the order of their bytes
 * @param bytes the contents of all files
 */
public record PackedIndex(List<IndexFile> files, byte[] bytes) {
  /**
   * The format that this code writes and reads. Raise it with every change of fields or analysis,
   * so that the same reviews are published as a new edition.
   */
  public static final String FORMAT = "13, Lucene " + Version.LATEST;

  /**
   * How many bytes a chunk holds before it is compressed. An item may have 400 KB (409,600 bytes),
   * its key and names included; what cannot be compressed grows by no more than 1 in 1,000.
   */
  static final int CHUNK = 384 * 1024;

  static {
    VectorAdvice.silence();
  }

  /** Builds the index of a catalogue in memory, without readings. */
  public static PackedIndex build(Catalogue catalogue) {
    return build(catalogue, Readings.NONE);
  }

  /** Builds the index of a catalogue in memory. */
  public static PackedIndex build(Catalogue catalogue, Readings readings) {
    try (var directory = new ByteBuffersDirectory()) {
      IndexFiles.write(catalogue, directory, readings, _ -> {});
      var files = IndexFiles.files(directory);
      var bytes = new byte[length(files)];
      int at = 0;
      for (var file : files) {
        try (var input = directory.openInput(file.name(), IOContext.DEFAULT)) {
          input.readBytes(bytes, at, file.length());
        }
        at += file.length();
      }
      return new PackedIndex(files, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static int length(List<IndexFile> files) {
    return files.stream().mapToInt(IndexFile::length).reduce(0, Math::addExact);
  }

  /** How many chunks hold an index of this length. */
  static int chunkCount(int length) {
    return Math.ceilDiv(length, CHUNK);
  }

  /** A chunk as it is stored. */
  static byte[] compress(byte[] chunk) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(chunk);
      deflater.finish();
      var compressed = new byte[chunk.length + chunk.length / 1000 + 64];
      return Arrays.copyOf(compressed, deflater.deflate(compressed));
    }
  }

  /**
   * Detects accidental corruption only. CRC32C is fast even before the optimizing compiler has run.
   */
  static String text(CRC32C checksum) {
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /** One of the Lucene indexes: of the files whose names begin so. */
  Directory directory(String prefix) {
    var found = new TreeMap<String, ByteBuffer>();
    int at = 0;
    for (var file : files) {
      if (file.name().startsWith(prefix + "_") || file.name().startsWith(prefix + "segments")) {
        found.put(
            file.name().substring(prefix.length()),
            ByteBuffer.wrap(bytes, at, file.length()).slice());
      }
      at += file.length();
    }
    return new PackedDirectory(found);
  }

  /** The bytes of one of the files, none if there is no such file. */
  byte[] file(String name) {
    int at = 0;
    for (var file : files) {
      if (file.name().equals(name)) {
        return Arrays.copyOfRange(bytes, at, at + file.length());
      }
      at += file.length();
    }
    return new byte[0];
  }

  /** Assembles an index from its chunks, in any order and from several threads. */
  public static final class Assembler {
    private final IndexManifest manifest;
    private final byte[] bytes;

    /**
     * Assembles the index of a manifest.
     *
     * @throws UnreadableIndexException if its format is not the one that this code reads
     */
    public Assembler(IndexManifest manifest) {
      if (!manifest.format().equals(FORMAT)) {
        throw new UnreadableIndexException(
            "its format is \"%s\", and this function reads \"%s\"; publish the reviews again"
                .formatted(manifest.format(), FORMAT));
      }
      this.manifest = manifest;
      this.bytes = new byte[manifest.length()];
    }

    /**
     * Adds a chunk.
     *
     * @param number its number, counted from 1
     * @throws UnreadableIndexException if it is not a chunk of the length that the manifest says
     */
    public void add(int number, byte[] chunk) {
      int start = (number - 1) * CHUNK;
      int length = Math.min(CHUNK, bytes.length - start);
      try (var inflater = new Inflater()) {
        inflater.setInput(chunk);
        boolean isWhole = inflater.inflate(bytes, start, length) == length;
        // The checksum of the compressed stream comes after its last byte.
        if (!isWhole || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
          throw new UnreadableIndexException("chunk " + number + " has the wrong length");
        }
      } catch (DataFormatException damaged) {
        throw new UnreadableIndexException("chunk " + number + " is damaged");
      }
    }

    /**
     * The index, after all chunks were added.
     *
     * @throws UnreadableIndexException if its bytes are not those that were written
     */
    public PackedIndex finish() {
      var checksum = new CRC32C();
      checksum.update(bytes);
      if (!text(checksum).equals(manifest.checksum())) {
        throw new UnreadableIndexException(
            "its bytes do not have the checksum " + manifest.checksum());
      }
      return new PackedIndex(manifest.files(), bytes);
    }
  }
}
