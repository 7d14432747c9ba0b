package paperreviews.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.Version;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.store.Key;
import paperreviews.store.Table;

/**
 * A Lucene index as it travels: all its files, one after another.
 *
 * <p>In the table it is one manifest (files, lengths, check sum) and as many chunks as it takes;
 * {@link IndexFiles} makes them.
 *
 * @param files the files in the order in which they lie
 * @param bytes their contents
 */
public record PackedIndex(List<PackedFile> files, byte[] bytes) {
  /**
   * Which form of index this code reads and writes. Raise it with every change of fields or
   * analysis, so that the same reviews make a new edition.
   */
  public static final String FORMAT = "5, Lucene " + Version.LATEST;

  /**
   * How many bytes a chunk holds before it is compressed. An item may have 400 KB (409,600 bytes),
   * its key and names included; what cannot be compressed grows by no more than 1 in 1,000.
   */
  static final int CHUNK = 384 * 1024;

  private static final int READERS = 16;

  static {
    VectorAdvice.silence();
  }

  /**
   * A file within the index.
   *
   * @param name its name
   * @param length its length in bytes
   */
  public record PackedFile(String name, int length) {}

  /** Builds the index of a catalogue in memory. */
  public static PackedIndex build(Catalogue catalogue) {
    try (var directory = new ByteBuffersDirectory()) {
      IndexFiles.write(catalogue, directory, _ -> {});
      return pack(directory);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static PackedIndex pack(Directory directory) throws IOException {
    var files = IndexFiles.files(directory);
    var bytes = new byte[files.stream().mapToInt(PackedFile::length).reduce(0, Math::addExact)];
    int at = 0;
    for (var file : files) {
      try (var input = directory.openInput(file.name, IOContext.DEFAULT)) {
        input.readBytes(bytes, at, file.length);
      }
      at += file.length;
    }
    return new PackedIndex(files, bytes);
  }

  /** The bytes of one of the files. */
  byte[] file(String name) {
    int at = 0;
    for (var file : files) {
      if (file.name.equals(name)) {
        return Arrays.copyOfRange(bytes, at, at + file.length);
      }
      at += file.length;
    }
    return new byte[0];
  }

  /**
   * A check sum of the bytes: eight hexadecimal digits. It tells accidents; unlike a hash that
   * tells forgeries, it takes no time to speak of without the optimizing compiler, which Lambda
   * turns off.
   */
  String checksum() {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return text(checksum);
  }

  static String text(CRC32C checksum) {
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /** How many chunks hold an index of this length. */
  static int chunkCount(int length) {
    return Math.ceilDiv(length, CHUNK);
  }

  /**
   * Reads the index of an edition.
   *
   * @throws UnreadableIndexException if a part is missing or the bytes are not those that were
   *     written
   */
  public static PackedIndex read(Table table, Edition edition) {
    var manifest =
        table
            .item(Key.indexManifest(edition.printing()))
            .orElseThrow(() -> new UnreadableIndexException(edition, "its manifest is missing"));
    var format = manifest.text("format");
    if (!format.equals(FORMAT)) {
      throw new UnreadableIndexException(
          edition,
          "its format is \"%s\", and this function reads \"%s\"; publish the reviews again"
              .formatted(format, FORMAT));
    }
    var files =
        manifest.list("files", file -> new PackedFile(file.text("name"), file.number("length")));
    var bytes = new byte[manifest.number("length")];
    var checksum = manifest.text("checksum");
    readChunks(table, edition, bytes);
    var packed = new PackedIndex(files, bytes);
    if (!packed.checksum().equals(checksum)) {
      throw new UnreadableIndexException(
          edition, "its bytes do not have the check sum " + checksum);
    }
    return packed;
  }

  private static void readChunks(Table table, Edition edition, byte[] bytes) {
    int count = chunkCount(bytes.length);
    if (count == 1) {
      readChunk(table, edition, 1, bytes);
      return;
    }
    var readers = Executors.newFixedThreadPool(Math.min(READERS, count));
    try {
      var reads = new ArrayList<Future<?>>();
      for (int n = 1; n <= count; n++) {
        int chunk = n;
        reads.add(readers.submit(() -> readChunk(table, edition, chunk, bytes)));
      }
      for (var read : reads) {
        read.get();
      }
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreadableIndexException(edition, "reading it was interrupted");
    } finally {
      // At the first failure the rest need not be tried: the client waits.
      readers.shutdownNow();
    }
  }

  private static void readChunk(Table table, Edition edition, int n, byte[] bytes) {
    var chunk =
        table
            .item(Key.indexChunk(edition.printing(), n))
            .orElseThrow(() -> new UnreadableIndexException(edition, "chunk " + n + " is missing"))
            .bytes("bytes");
    int start = (n - 1) * CHUNK;
    int length = Math.min(CHUNK, bytes.length - start);
    try (var inflater = new Inflater()) {
      inflater.setInput(chunk);
      boolean whole = inflater.inflate(bytes, start, length) == length;
      // The stream's own check sum comes after its last byte.
      if (!whole || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
        throw new UnreadableIndexException(edition, "chunk " + n + " has the wrong length");
      }
    } catch (DataFormatException damaged) {
      throw new UnreadableIndexException(edition, "chunk " + n + " is damaged");
    }
  }
}
