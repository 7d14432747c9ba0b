package paperreviews.search.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.catalogue;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.model.Catalogue;
import paperreviews.search.SearchIndex;
import paperreviews.search.index.IndexManifest.IndexFile;

class IndexFilesTest {
  private static final Catalogue TWO =
      catalogue(List.of(paper("one").en("It classifies."), paper("two").en("It detects.")));

  @TempDir private Path folder;

  private IndexFiles of(byte[] bytes, int... lengths) throws IOException {
    var files = new ArrayList<IndexFile>();
    int at = 0;
    for (int length : lengths) {
      var name = "file-" + files.size();
      Files.write(folder.resolve(name), Arrays.copyOfRange(bytes, at, at + length));
      files.add(new IndexFile(name, length));
      at += length;
    }
    return new IndexFiles(folder, files);
  }

  @Test
  void answersOnceItIsPutTogetherAgain() throws IOException {
    try (var index = IndexFiles.build(TWO, Readings.NONE, _ -> {})) {
      var bytes = joined(index.chunks().toList());
      var read = SearchIndex.open(new PackedIndex(index.manifest().files(), bytes));

      assertEquals(List.of("two"), ids(read.search(search("detects"))));
    }
  }

  @Test
  void tellsHowManyPapersItHas() {
    var told = new ArrayList<Integer>();

    IndexFiles.build(TWO, Readings.NONE, told::add).close();

    assertEquals(List.of(1, 2), told);
  }

  @Test
  void leavesNothingBehind() throws IOException {
    var index = of(new byte[10], 4, 6);

    index.close();

    assertFalse(Files.exists(folder));
    Files.createDirectory(folder);
  }

  @Test
  void cutsItsBytesIntoChunksThatFitIntoItems() throws IOException {
    var bytes = new byte[1_000_000];
    new Random(1).nextBytes(bytes);
    var index = of(bytes, 393_215, 1, 0, 606_784);

    var chunks = index.chunks().toList();

    assertEquals(3, chunks.size());
    assertEquals(3, index.manifest().chunkCount());
    assertTrue(chunks.stream().allMatch(chunk -> chunk.length <= 405_000));
    assertArrayEquals(bytes, joined(chunks));
  }

  @Test
  void cutsNoEmptyChunkFromBytesThatFillTheirChunks() throws IOException {
    var index = of(new byte[2 * 384 * 1024], 2 * 384 * 1024);

    assertEquals(2, index.chunks().count());
    assertEquals(2, index.manifest().chunkCount());
  }

  @Test
  void saysInItsManifestWhatTheChunksHold() throws IOException {
    var bytes = new byte[700_000];
    new Random(2).nextBytes(bytes);

    var manifest = of(bytes, 300_000, 400_000).manifest();

    assertEquals(
        List.of(new IndexFile("file-0", 300_000), new IndexFile("file-1", 400_000)),
        manifest.files());
    assertEquals(700_000, manifest.length());
    assertEquals(2, manifest.chunkCount());
    assertTrue(manifest.checksum().matches("[0-9a-f]{8}"));
    assertEquals(PackedIndex.FORMAT, manifest.format());
  }

  private static byte[] joined(List<byte[]> chunks) throws IOException {
    var joined = new ByteArrayOutputStream();
    for (var chunk : chunks) {
      try (var inflated = new InflaterInputStream(new ByteArrayInputStream(chunk))) {
        joined.writeBytes(inflated.readAllBytes());
      }
    }
    return joined.toByteArray();
  }
}
