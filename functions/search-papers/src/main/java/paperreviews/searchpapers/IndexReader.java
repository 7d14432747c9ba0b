package paperreviews.searchpapers;

import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import paperreviews.model.Edition;
import paperreviews.search.index.IndexManifest;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.index.UnreadableIndexException;
import paperreviews.store.IndexChunk;
import paperreviews.store.Key;
import paperreviews.store.Table;
import paperreviews.store.UnreadableEditionException;

/** Reads the search index of an edition from the table. */
public final class IndexReader {
  private static final int MAX_CONCURRENT_READS = 16;

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
            .item(Key.indexManifest(edition.buildId()))
            .orElseThrow(() -> unreadable("its manifest is missing"))
            .as(IndexManifest.class);
    var assembler = new PackedIndex.Assembler(manifest);
    IntStream.rangeClosed(1, manifest.chunkCount())
        .boxed()
        .gather(
            Gatherers.mapConcurrent(
                MAX_CONCURRENT_READS,
                number -> {
                  assembler.add(number, chunk(number));
                  return number;
                }))
        .forEach(_ -> {});
    return assembler.finish();
  }

  private byte[] chunk(int number) {
    return table
        .item(Key.indexChunk(edition.buildId(), number))
        .orElseThrow(() -> unreadable("chunk " + number + " is missing"))
        .as(IndexChunk.class)
        .bytes();
  }

  private UnreadableEditionException unreadable(String reason) {
    return new UnreadableEditionException(
        "The search index of edition %s cannot be read: %s.".formatted(edition.id(), reason));
  }
}
