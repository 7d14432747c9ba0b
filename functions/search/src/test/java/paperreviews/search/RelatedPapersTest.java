package paperreviews.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.search.Papers.catalogue;
import static paperreviews.search.Papers.index;
import static paperreviews.search.Papers.paper;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Keywords;
import paperreviews.search.index.PackedIndex;

class RelatedPapersTest {

  private static List<String> related(SearchIndex index, String id) {
    return index.related(id, 10).orElseThrow().stream().map(each -> each.paper().id()).toList();
  }

  @Test
  void findsPapersWithTheSameKeywordsAndSaysWhich() {
    var index =
        index(
            paper("1").keywords(List.of("画像分類"), List.of("flows", "GAN")),
            paper("2").keywords(List.of(), List.of("flow", "trees")),
            paper("3").keywords(List.of("画像分類"), List.of("Flows")),
            paper("4").keywords(List.of(), List.of("speech")));

    assertEquals(List.of("3", "2"), related(index, "1"));
    assertEquals(
        new Keywords(List.of("画像分類"), List.of("Flows")),
        index.related("1", 1).orElseThrow().getFirst().shared());
  }

  @Test
  void beginsWithTheOtherReviewsOfTheSamePaper() {
    var index =
        index(
            paper("1").keywords(List.of("画像分類"), List.of("flows")).ja("雨の音を聞く。"),
            paper("2").keywords(List.of("画像分類"), List.of("flows")).ja("雨の音を聞く。"),
            paper("1-2").keywords(List.of(), List.of("speech")).en("Heard again."));

    assertEquals(List.of("1-2", "2"), related(index, "1"));
    assertEquals(List.of("1"), related(index, "1-2"));
  }

  @Test
  void findsPapersThatSpeakOfTheSameInTheirReviews() {
    var index =
        index(
            paper("1").ja("敵対的生成ネットワークの学習を安定させる。"),
            paper("2").en("Trees grow."),
            paper("3").ja("敵対的生成ネットワークで動画を作る。"),
            paper("4").ja("音声を認識する。"));

    assertEquals(List.of("3"), related(index, "1").subList(0, 1));
    assertTrue(!related(index, "1").contains("2"));
  }

  @Test
  void findsAConceptUnderAnyOfItsNames() {
    var plain =
        catalogue(
            List.of(
                paper("1").keywords(List.of("物体検知"), List.of()),
                paper("2").en("About object detection."),
                paper("3").en("About nothing.")));
    var concept = new Concept("detection", List.of("物体検知"), List.of("object detection"));
    var catalogue =
        new Catalogue(plain.articles(), plain.sections(), plain.papers(), List.of(concept));

    assertEquals(List.of("2"), related(SearchIndex.open(PackedIndex.build(catalogue)), "1"));
  }

  @Test
  void givesNoMoreThanAskedForAndNeverThePaperItself() {
    var index = index(paper("1").en("Flows."), paper("2").en("Flows."), paper("3").en("Flows."));

    assertEquals(1, index.related("2", 1).orElseThrow().size());
    assertEquals(List.of("1", "3"), related(index, "2"));
  }

  @Test
  void findsNothingForAPaperThatIsNotThere() {
    var index = index(paper("BJlOcR4KwS").en("Flows."));

    assertEquals(Optional.empty(), index.related("1", 5));
    assertEquals(Optional.empty(), index.related("bjlocr4kws", 5));
    assertEquals(Optional.of(List.of()), index.related("BJlOcR4KwS", 5));
  }
}
