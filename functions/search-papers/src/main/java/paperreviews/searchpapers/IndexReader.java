package paperreviews.searchpapers;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import paperreviews.model.Edition;
import paperreviews.search.index.IndexManifest;
import paperreviews.search.index.IndexManifest.IndexFile;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.index.UnreadableIndexException;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.store.Table;
import paperreviews.store.UnreadableEditionException;

/** Reads the search index of an edition from the table. */
public final class IndexReader {
  private static final int MAX_THREADS = 16;

  private final Table table;
  private final Edition edition;

  private IndexReader(Table table, Edition edition) {
    this.table = table;
    this.edition = edition;
  }

  /**
   * Reads the search index of an edition.
   *
   * @throws UnreadableEditionException if a part is missing or not as it was written
   */
  public static PackedIndex read(Table table, Edition edition) {
    var reader = new IndexReader(table, edition);
    try {
      return reader.read();
    } catch (UnreadableIndexException failure) {
      throw reader.unreadable(failure.getMessage());
    }
  }

  private PackedIndex read() {
    var manifest =
        table
            .item(Key.indexManifest(edition.printing()))
            .map(IndexReader::manifest)
            .orElseThrow(() -> unreadable("its manifest is missing"));
    var assembler = new PackedIndex.Assembler(manifest);
    if (manifest.chunkCount() == 1) {
      assembler.add(1, chunk(1));
    } else {
      addChunks(manifest.chunkCount(), assembler);
    }
    return assembler.finish();
  }

  private static IndexManifest manifest(Item item) {
    return new IndexManifest(
        item.list("files", file -> new IndexFile(file.text("name"), file.number("length"))),
        item.number("length"),
        item.number("chunkCount"),
        item.text("checksum"),
        item.text("format"));
  }

  private void addChunks(int count, PackedIndex.Assembler assembler) {
    var threads = Executors.newFixedThreadPool(Math.min(MAX_THREADS, count));
    try {
      var reads = new ArrayList<Future<?>>();
      for (int n = 1; n <= count; n++) {
        int number = n;
        reads.add(threads.submit(() -> assembler.add(number, chunk(number))));
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
      throw unreadable("reading it was interrupted");
    } finally {
      // After the first failure the rest need not be read: the client waits.
      threads.shutdownNow();
    }
  }

  private byte[] chunk(int number) {
    return table
        .item(Key.indexChunk(edition.printing(), number))
        .orElseThrow(() -> unreadable("chunk " + number + " is missing"))
        .bytes("bytes");
  }

  private UnreadableEditionException unreadable(String reason) {
    return new UnreadableEditionException(
        "The search index of edition %s cannot be read: %s.".formatted(edition.id(), reason));
  }
}
