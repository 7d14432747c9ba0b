package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.editions.EditionId;
import paperreviews.model.Concept;
import paperreviews.testing.Reviews;

class ConceptFileTest {
  @TempDir private Path folder;

  private List<Concept> read(String concepts) throws Exception {
    Files.copy(Reviews.FIXED.resolve("2019-part-1.yaml"), folder.resolve("2019-part-1.yaml"));
    Files.writeString(folder.resolve("concepts.yaml"), concepts);
    return ReviewFiles.read(folder).concepts();
  }

  private List<String> faults(String concepts) {
    return assertThrows(FaultyReviewsException.class, () -> read(concepts)).faults().stream()
        .map(Fault::toString)
        .toList();
  }

  @Test
  void readsTheProjectsOwnDictionary() throws Exception {
    var concepts = ReviewFiles.read(Reviews.REAL).concepts();

    assertTrue(concepts.size() >= 150, "only " + concepts.size());
    assertTrue(
        concepts.stream()
            .anyMatch(
                each -> each.ja().contains("物体検知") && each.en().contains("object detection")));
  }

  @Test
  void readsNamesInOrder() throws Exception {
    assertEquals(
        List.of(new Concept("gan", List.of("敵対的生成ネットワーク"), List.of("GAN"))),
        read("concepts:\n  - {id: gan, ja: [敵対的生成ネットワーク], en: [GAN]}\n"));
  }

  @Test
  void doesWithoutADictionary() throws Exception {
    Files.copy(Reviews.FIXED.resolve("2019-part-1.yaml"), folder.resolve("2019-part-1.yaml"));

    assertEquals(List.of(), ReviewFiles.read(folder).concepts());
  }

  @Test
  void findsAConceptAtOddsWithAnother() {
    assertEquals(
        List.of(
            "concepts.yaml:3: \"few shot\" is a name of one already; a name belongs to one concept"),
        faults(
            """
            concepts:
              - {id: one, en: [few-shot, FSL]}
              - {id: two, en: [few shot, small sample]}
            """));
  }

  @Test
  void findsAnIdThatIsThereTwice() {
    assertEquals(
        List.of("concepts.yaml:3: the concept at concepts.yaml:2 has this id already"),
        faults(
            """
            concepts:
              - {id: one, en: [a1, b1]}
              - {id: one, en: [c1, d1]}
            """));
  }

  @Test
  void findsAConceptWithASingleName() {
    assertEquals(
        List.of("concepts.yaml:2: a concept needs at least two names, in one language or in both"),
        faults("concepts:\n  - {id: one, en: [alone]}\n"));
  }

  @Test
  void findsANameWithNothingToLookFor() {
    assertEquals(
        List.of("concepts.yaml:2: \"!?\" has no letter or digit to search for"),
        faults("concepts:\n  - {id: one, en: ['!?', fine]}\n"));
  }

  @Test
  void letsOneConceptSpellANameInTwoWays() throws Exception {
    assertEquals(1, read("concepts:\n  - {id: one, ja: [GAN], en: [GAN, GANs]}\n").size());
  }

  @Test
  void makesAnotherEditionOfAnotherDictionary() throws Exception {
    var one = ReviewFiles.read(Reviews.FIXED);
    read("concepts:\n  - {id: one, en: [few-shot, FSL]}\n");
    var other = ReviewFiles.read(folder);

    assertEquals(one.papers(), other.papers());
    assertTrue(!EditionId.of(one).equals(EditionId.of(other)));
  }
}
