package paperreviews.search.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;
import paperreviews.model.Catalogue;
import paperreviews.model.Section;
import paperreviews.search.analysis.Analysis;
import paperreviews.search.index.IndexManifest.IndexFile;

/**
 * A Lucene index in a temporary folder, for the seeder: an index of any size takes little memory
 * there. Closing it deletes the folder.
 */
public final class IndexFiles implements AutoCloseable {
  static {
    VectorAdvice.silence();
  }

  private final Path folder;
  private final List<IndexFile> files;

  IndexFiles(Path folder, List<IndexFile> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * Builds the index of a catalogue.
   *
   * @param readings reads what is Japanese
   * @param indexed is told how many papers are in it, after each
   * @throws UncheckedIOException if the folder for temporary files takes no more
   */
  public static IndexFiles build(Catalogue catalogue, Readings readings, IntConsumer indexed) {
    try {
      var folder = Files.createTempDirectory("search-index-");
      try (var directory = new Unsynced(folder)) {
        write(catalogue, directory, readings, indexed);
        return new IndexFiles(folder, files(directory));
      } catch (IOException | RuntimeException failure) {
        delete(folder);
        throw failure;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Files that need not outlive a failure of the machine, and so are not forced to the disk. */
  private static final class Unsynced extends FilterDirectory {
    Unsynced(Path folder) throws IOException {
      super(new NIOFSDirectory(folder));
    }

    @Override
    public void sync(Collection<String> names) {}

    @Override
    public void syncMetaData() {}
  }

  /** Writes the index of a catalogue: one segment, with papers in the catalogue's order. */
  static void write(
      Catalogue catalogue, Directory directory, Readings readings, IntConsumer indexed)
      throws IOException {
    var outline = CatalogueOutline.of(catalogue);
    var documents = new PaperDocuments(catalogue, outline);
    try (var writer = new IndexWriter(directory, configuration())) {
      int count = 0;
      for (var paper : catalogue.papers()) {
        writer.addDocument(documents.of(paper));
        indexed.accept(++count);
      }
      writer.forceMerge(1);
    }
    var mentions = documents.mentions();
    add(directory, Concepts.FILE, Concepts.write(catalogue.concepts(), mentions::containsKey));
    add(directory, CatalogueOutline.FILE, outline.write());
    add(directory, SectionDocument.FILES, writer -> writeSections(catalogue, outline, writer));
    var suggestions = new SuggestionDocuments(catalogue, mentions, readings);
    add(directory, SuggestionDocument.FILES, suggestions::write);
  }

  private static void writeSections(
      Catalogue catalogue, CatalogueOutline outline, IndexWriter writer) throws IOException {
    var sections =
        catalogue.sections().stream().collect(Collectors.toMap(Section::id, Function.identity()));
    for (var heading : outline.sections()) {
      var section = Optional.ofNullable(sections.get(heading.id()));
      writer.addDocument(SectionDocument.of(heading, section));
    }
  }

  /** Writes the documents of an index. */
  private interface Documents {
    void write(IndexWriter writer) throws IOException;
  }

  /** Adds the files of another index, with this before their names. */
  private static void add(Directory directory, String prefix, Documents documents)
      throws IOException {
    try (var other = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(other, configuration())) {
        documents.write(writer);
        writer.forceMerge(1);
      }
      for (var file : files(other)) {
        directory.copyFrom(other, file.name(), prefix + file.name(), IOContext.DEFAULT);
      }
    }
  }

  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig(analyzer())
        // Unlike the default policy, this one merges neighbours and so keeps the order.
        .setMergePolicy(new LogByteSizeMergePolicy())
        .setUseCompoundFile(false);
  }

  private static void add(Directory directory, String name, byte[] bytes) throws IOException {
    try (var file = directory.createOutput(name, IOContext.DEFAULT)) {
      file.writeBytes(bytes, bytes.length);
    }
  }

  private static Analyzer analyzer() {
    var analyzers =
        Arrays.stream(Analysis.values())
            .collect(Collectors.toMap(Analysis::field, Analysis::analyzer));
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return analyzers.get(field);
      }
    };
  }

  /** The files of an index in the order in which they travel. */
  static List<IndexFile> files(Directory directory) throws IOException {
    var files = new ArrayList<IndexFile>();
    for (var name : directory.listAll()) {
      // The lock stays behind as an empty file, and holds nothing.
      if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) {
        files.add(new IndexFile(name, Math.toIntExact(directory.fileLength(name))));
      }
    }
    return List.copyOf(files);
  }

  /** What the chunks contain; to be stored after all of them. */
  public IndexManifest manifest() {
    int length = PackedIndex.length(files);
    return new IndexManifest(
        files, length, PackedIndex.chunkCount(length), checksum(), PackedIndex.FORMAT);
  }

  /**
   * The compressed chunks, each read when the stream comes to it.
   *
   * @throws UncheckedIOException if the files cannot be read, also from within the stream
   */
  public Stream<byte[]> chunks() {
    var input = input();
    return Stream.generate(() -> PackedIndex.compress(next(input)))
        .limit(PackedIndex.chunkCount(PackedIndex.length(files)))
        .onClose(() -> close(input));
  }

  private String checksum() {
    var checksum = new CRC32C();
    try (var input = input()) {
      for (var bytes = next(input); bytes.length > 0; bytes = next(input)) {
        checksum.update(bytes);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return PackedIndex.text(checksum);
  }

  /** All files, one after another. */
  private InputStream input() {
    return new SequenceInputStream(
        Collections.enumeration(files.stream().map(this::open).toList()));
  }

  private InputStream open(IndexFile file) {
    try {
      return Files.newInputStream(folder.resolve(file.name()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] next(InputStream input) {
    try {
      return input.readNBytes(PackedIndex.CHUNK);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void close(InputStream input) {
    try {
      input.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Override
  public void close() {
    try {
      delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
