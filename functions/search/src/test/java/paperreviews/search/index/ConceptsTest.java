package paperreviews.search.index;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.paper;

import java.util.List;
import org.junit.jupiter.api.Test;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.search.Papers;

class ConceptsTest {
  @Test
  void knowsWhichConceptsAPaperSpeaksOf() {
    var plain = Papers.catalogue(List.of(paper("a").ja("物体検知")));
    var packed =
        PackedIndex.build(
            new Catalogue(
                plain.articles(),
                plain.sections(),
                plain.papers(),
                List.of(
                    new Concept("object-detection", List.of("物体検知"), List.of("object detection")),
                    new Concept(
                        "quantum-computing", List.of("量子計算"), List.of("quantum computing")))));

    var concepts = Concepts.read(packed.file(Concepts.FILE));

    assertTrue(concepts.occurs("object-detection"));
    assertFalse(concepts.occurs("quantum-computing"));
  }
}
