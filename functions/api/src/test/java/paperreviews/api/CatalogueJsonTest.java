package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paperreviews.model.Bilingual;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.PaperSummary;

class CatalogueJsonTest {
  private static final PaperSummary SUMMARY =
      new PaperSummary(
          "1905.11946",
          "EfficientNet",
          "https://arxiv.org/abs/1905.11946",
          "image-recognition",
          1,
          new Keywords(List.of("画像分類"), List.of()));

  @Test
  void writesASummaryInTheOrderOfItsFields() throws IOException {
    assertEquals(
        """
        {"id":"1905.11946","title":"EfficientNet","url":"https://arxiv.org/abs/1905.11946",\
        "sectionId":"image-recognition","number":1,"keywords":{"ja":["画像分類"],"en":[]}}""",
        JSON.std.asString(CatalogueJson.summary(SUMMARY)));
  }

  @Test
  void letsASummaryBeAddedTo() {
    var fields = CatalogueJson.summary(SUMMARY);
    fields.put("score", 1);

    assertEquals("score", List.copyOf(fields.keySet()).getLast());
  }

  @Test
  void leavesOutALanguageThatIsMissing() {
    assertEquals(
        Map.of("ja", "学習", "en", "learning"),
        CatalogueJson.bilingual(new Bilingual("学習", "learning")));
    assertEquals(Map.of("ja", "学習"), CatalogueJson.bilingual(new Bilingual("学習", "")));
    assertEquals(Map.of("en", "learning"), CatalogueJson.bilingual(new Bilingual("", "learning")));
    assertEquals(Map.of(), CatalogueJson.bilingual(new Bilingual("", "")));
  }

  @Test
  void givesALinkAnAddressOnlyWhereItHasOne() {
    var paper = new Link(Link.Kind.PAPER, "MnasNet", Optional.of("https://example.org/mnasnet"));
    var slides = new Link(Link.Kind.SLIDES, "A talk", Optional.empty());

    assertEquals(
        List.of(
            Map.of("kind", "paper", "title", "MnasNet", "url", "https://example.org/mnasnet"),
            Map.of("kind", "slides", "title", "A talk")),
        CatalogueJson.links(List.of(paper, slides)));
  }
}
