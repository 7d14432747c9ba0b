package paperreviews.editions;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import paperreviews.search.index.IndexFiles;
import paperreviews.search.index.IndexManifest;
import paperreviews.store.IndexChunk;
import paperreviews.store.Item;
import paperreviews.store.Key;

/** The search index of an edition as items. */
final class IndexItems {
  private IndexItems() {}

  /** Returns the manifest, to be written after all chunks. */
  static Item manifest(String buildId, IndexManifest manifest) {
    return Item.of(Key.indexManifest(buildId), manifest);
  }

  /** Returns the chunks; each is read when the stream reaches it. */
  static Stream<Item> chunks(String buildId, IndexFiles index) {
    var number = new AtomicInteger();
    return index
        .chunks()
        .map(
            bytes ->
                Item.of(Key.indexChunk(buildId, number.incrementAndGet()), new IndexChunk(bytes)));
  }
}
