package paperreviews.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paperreviews.model.Paper.Neighbour;
import paperreviews.model.Paper.SectionHeading;

class JsonTest {
  private static final Paper PAPER =
      new Paper(
          PaperSummary.of(
              "1905.11946",
              "EfficientNet",
              "https://arxiv.org/abs/1905.11946",
              "layers",
              2,
              new Keywords(List.of("畳み込み"), List.of("convolution"))),
          new SectionHeading("layers", "2019", 1, new Bilingual("層", "")),
          new Bilingual("本文", "text"),
          List.of(new Link(Link.Kind.CODE, "Code", Optional.empty())),
          Optional.empty(),
          Optional.of(new Neighbour("1911.09070", "EfficientDet")));

  @Test
  void writesAPaperAsOneObjectWithoutWhatIsMissing() {
    assertEquals(
        """
        {"id":"1905.11946","title":"EfficientNet","url":"https://arxiv.org/abs/1905.11946","authors":[],\
        "sectionId":"layers","number":2,"keywords":{"ja":["畳み込み"],"en":["convolution"]},\
        "section":{"id":"layers","articleId":"2019","number":1,"title":{"ja":"層"}},\
        "review":{"ja":"本文","en":"text"},"links":[{"kind":"code","title":"Code"}],\
        "next":{"id":"1911.09070","title":"EfficientDet"}}""",
        Json.MAPPER.writeValueAsString(PAPER));
  }

  @Test
  void readsWhatItWrote() {
    assertEquals(PAPER, Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(PAPER), Paper.class));
  }
}
