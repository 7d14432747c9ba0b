package paperreviews.editions;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import paperreviews.search.index.IndexFiles;
import paperreviews.search.index.IndexManifest;
import paperreviews.store.Item;
import paperreviews.store.Key;

/** The search index of an edition as items. */
final class IndexItems {
  private IndexItems() {}

  /** The manifest, to be written after all chunks. */
  static Item manifest(String printing, IndexManifest manifest) {
    return Item.at(Key.indexManifest(printing))
        .with(
            "files",
            manifest.files(),
            file -> Item.map().with("name", file.name()).with("length", file.length()))
        .with("length", manifest.length())
        .with("chunkCount", manifest.chunkCount())
        .with("checksum", manifest.checksum())
        .with("format", manifest.format());
  }

  /** The chunks, each read when the stream comes to it. */
  static Stream<Item> chunks(String printing, IndexFiles index) {
    var number = new AtomicInteger();
    return index
        .chunks()
        .map(
            bytes ->
                Item.at(Key.indexChunk(printing, number.incrementAndGet())).with("bytes", bytes));
  }
}
