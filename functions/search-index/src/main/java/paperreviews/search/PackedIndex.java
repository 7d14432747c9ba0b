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
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.Version;
import paperreviews.catalogue.Catalogue;
import paperreviews.catalogue.Edition;
import paperreviews.catalogue.Sha256;
import paperreviews.table.Item;
import paperreviews.table.Key;
import paperreviews.table.Table;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A Lucene index as it travels: all its files, one after another.
 *
 * <p>In the table it is one manifest (files, lengths, hash) and as many chunks as it takes. Chunks
 * lie under the index's own hash: Lucene writes other bytes each time, and what two seeders build
 * of the same catalogue must not mix.
 *
 * @param files the files in the order in which they lie
 * @param bytes their contents
 */
public record PackedIndex(List<PackedFile> files, byte[] bytes) {
  /**
   * Which form of index this code reads and writes. Raise it with every change of fields or
   * analysis, so that the same reviews make a new edition.
   */
  public static final String FORMAT = "4, Lucene " + Version.LATEST;

  /**
   * How many bytes a chunk holds before it is compressed. An item may have 400 KB (409,600 bytes),
   * its key and names included; what cannot be compressed grows by no more than 1 in 1,000.
   */
  private static final int CHUNK = 384 * 1024;

  private static final int READERS = 16;

  /**
   * Its warning that vectors would be faster with another flag concerns vectors, of which there are
   * none.
   */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTORS.setLevel(Level.SEVERE);
  }

  /**
   * A file within the index.
   *
   * @param name its name
   * @param length its length in bytes
   */
  public record PackedFile(String name, int length) {}

  /** Builds the index of a catalogue: one segment, with papers in the catalogue's order. */
  public static PackedIndex build(Catalogue catalogue) {
    var outline = Outline.of(catalogue);
    try (var directory = new ByteBuffersDirectory()) {
      var configuration =
          new IndexWriterConfig(analyzer())
              // Unlike the default policy, this one merges neighbours and so keeps the order.
              .setMergePolicy(new LogByteSizeMergePolicy())
              .setUseCompoundFile(false);
      try (var writer = new IndexWriter(directory, configuration)) {
        var sections = outline.numbers();
        for (var paper : catalogue.papers()) {
          writer.addDocument(PaperDocument.of(paper, sections.get(paper.section().id())));
        }
        writer.forceMerge(1);
      }
      try (var reader = DirectoryReader.open(directory)) {
        var occurring = Concepts.occurring(catalogue.concepts(), new IndexSearcher(reader));
        add(directory, Concepts.FILE, Concepts.write(occurring));
      }
      add(directory, Outline.FILE, outline.write());
      return pack(directory);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void add(Directory directory, String name, byte[] bytes) throws IOException {
    try (var file = directory.createOutput(name, IOContext.DEFAULT)) {
      file.writeBytes(bytes, bytes.length);
    }
  }

  private static Analyzer analyzer() {
    var chains =
        Arrays.stream(Chain.values()).collect(Collectors.toMap(Chain::field, Chain::analyzer));
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return chains.get(field);
      }
    };
  }

  private static PackedIndex pack(Directory directory) throws IOException {
    var files = new ArrayList<PackedFile>();
    int length = 0;
    for (var name : directory.listAll()) {
      var file = new PackedFile(name, Math.toIntExact(directory.fileLength(name)));
      files.add(file);
      length = Math.addExact(length, file.length);
    }
    var bytes = new byte[length];
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

  /** A hash of the bytes: 32 hexadecimal digits. */
  String hash() {
    return HexFormat.of().formatHex(Sha256.start().digest(bytes), 0, 16);
  }

  /** The items that hold the bytes; each is made when the stream comes to it. */
  public Stream<Item> chunks(String edition) {
    var hash = hash();
    return IntStream.rangeClosed(1, chunkCount(bytes.length))
        .mapToObj(
            n -> {
              int start = (n - 1) * CHUNK;
              var part = compressed(bytes, start, Math.min(CHUNK, bytes.length - start));
              return Item.at(Key.indexChunk(edition, hash, n))
                  .with("bytes", SdkBytes.fromByteArrayUnsafe(part));
            });
  }

  private static byte[] compressed(byte[] bytes, int start, int length) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(bytes, start, length);
      deflater.finish();
      var compressed = new byte[length + length / 1000 + 64];
      return Arrays.copyOf(compressed, deflater.deflate(compressed));
    }
  }

  /** The item that says what the chunks hold; to be written after all of them. */
  public Item manifest(String edition) {
    return Item.at(Key.indexManifest(edition))
        .with(
            "files", files, file -> Item.map().with("name", file.name).with("length", file.length))
        .with("length", bytes.length)
        .with("chunkCount", chunkCount(bytes.length))
        .with("hash", hash())
        .with("format", FORMAT);
  }

  /** How many chunks hold an index of this length. */
  private static int chunkCount(int length) {
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
            .item(Key.indexManifest(edition.id()))
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
    var hash = manifest.text("hash");
    readChunks(table, edition, hash, bytes);
    var packed = new PackedIndex(files, bytes);
    if (!packed.hash().equals(hash)) {
      throw new UnreadableIndexException(edition, "its bytes do not have the hash " + hash);
    }
    return packed;
  }

  private static void readChunks(Table table, Edition edition, String hash, byte[] bytes) {
    int count = chunkCount(bytes.length);
    if (count == 1) {
      readChunk(table, edition, hash, 1, bytes);
      return;
    }
    var readers = Executors.newFixedThreadPool(Math.min(READERS, count));
    try {
      var reads = new ArrayList<Future<?>>();
      for (int n = 1; n <= count; n++) {
        int chunk = n;
        reads.add(readers.submit(() -> readChunk(table, edition, hash, chunk, bytes)));
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

  private static void readChunk(Table table, Edition edition, String hash, int n, byte[] bytes) {
    var chunk =
        table
            .item(Key.indexChunk(edition.id(), hash, n))
            .orElseThrow(() -> new UnreadableIndexException(edition, "chunk " + n + " is missing"))
            .bytes("bytes")
            .asByteArrayUnsafe();
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
