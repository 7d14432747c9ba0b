package paperreviews.search.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static paperreviews.search.Papers.catalogue;
import static paperreviews.search.Papers.find;
import static paperreviews.search.Papers.ids;
import static paperreviews.search.Papers.paper;
import static paperreviews.search.Papers.search;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.IOContext;
import org.junit.jupiter.api.Test;
import paperreviews.model.Bilingual;
import paperreviews.model.Keywords;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.Papers;
import paperreviews.search.Papers.TestPaper;
import paperreviews.search.SearchIndex;
import paperreviews.search.query.SearchRequest.Filters;

class PackedIndexTest {
  private static final TestPaper PAPER =
      paper("rklTmyBKPH")
          .titled("EfficientNet")
          .in("image-recognition", "画像分類", "Classification")
          .keywords(List.of("探索", "蒸留"), List.of("search"))
          .ja("画像を分類する。")
          .en("It classifies images.");

  private static final PackedIndex SMALL = PackedIndex.build(catalogue(List.of(PAPER)));

  @Test
  void answersFromACopyOfItsBytes() {
    var copy = new PackedIndex(List.copyOf(SMALL.files()), SMALL.bytes().clone());

    var hit = SearchIndex.open(copy).search(search("蒸留")).hits().getFirst();

    assertEquals(
        PaperSummary.of(
            "rklTmyBKPH",
            "EfficientNet",
            "https://example.org/",
            "image-recognition",
            1,
            new Keywords(List.of("探索", "蒸留"), List.of("search"))),
        hit.paper());
    assertEquals("画像を分類する。", Papers.marked(hit.review()));
  }

  @Test
  void keepsTheHeadingsOfSections() {
    var all = find(Optional.empty(), Filters.NONE, 1, Optional.empty());

    assertEquals(
        new SectionHeading(
            "image-recognition", "article", 1, new Bilingual("画像分類", "Classification")),
        SearchIndex.open(SMALL).search(all).facets().sections().getFirst().section());
  }

  @Test
  void keepsTheOrderOfThousandsOfPapers() throws IOException {
    var papers = thousandsOfPapers().toList();
    var packed = PackedIndex.build(catalogue(papers));

    var all = find(Optional.empty(), Filters.NONE, papers.size(), Optional.empty());
    assertEquals(
        papers.stream().map(TestPaper::id).toList(), ids(SearchIndex.open(packed).search(all)));
    try (var reader = DirectoryReader.open(packed.directory(""))) {
      assertEquals(1, reader.leaves().size());
    }
  }

  /** So much text that the writer flushes it in several segments of unlike size. */
  private static Stream<TestPaper> thousandsOfPapers() {
    var random = new Random(1);
    return IntStream.range(0, 3000)
        .mapToObj(n -> paper("paper-" + n).en(words(random, n % 1000 < 500 ? 40 : 120)));
  }

  private static String words(Random random, int count) {
    return Stream.generate(() -> Long.toString(random.nextLong(), 36))
        .limit(count)
        .collect(Collectors.joining(" "));
  }

  @Test
  void givesItsFilesToLucene() throws IOException {
    var papers = List.of("_", "segments");
    try (var directory = SMALL.directory("")) {
      var at = 0;
      for (var file : SMALL.files()) {
        if (papers.stream().anyMatch(file.name()::startsWith)) {
          assertEquals(file.length(), directory.fileLength(file.name()));
          var bytes = new byte[file.length()];
          try (var input = directory.openInput(file.name(), IOContext.DEFAULT)) {
            input.readBytes(bytes, 0, bytes.length);
          }
          assertArrayEquals(Arrays.copyOfRange(SMALL.bytes(), at, at + file.length()), bytes);
        }
        at += file.length();
      }
      assertEquals(SMALL.bytes().length, at);
    }
  }

  @Test
  void hasNoOtherFiles() throws IOException {
    try (var directory = SMALL.directory("")) {
      assertThrows(
          NoSuchFileException.class, () -> directory.openInput("nothing", IOContext.DEFAULT));
      assertThrows(NoSuchFileException.class, () -> directory.fileLength("nothing"));
    }
  }
}
