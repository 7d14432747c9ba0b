package paperreviews.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.editions.Editions;
import paperreviews.seed.ReviewFiles;

/** An article in Japanese alone, without author, introductions or keywords. */
class JapaneseArticleIT {
  private static final String ARTICLE =
      """
      article:
        id: words
        title:
          ja: 2020年の論文
        year: 2020
      sections:
        - id: words-section-1
          number: 1
          title:
            ja: 言葉
          papers:
            - id: "2001.00011"
              number: 1
              title: Small Words
              url: https://arxiv.org/abs/2001.00011
              review:
                ja: |-
                  助詞だけを残した文から意味を戻す研究。

                  コード→ https://github.com/someone/small-words
              links:
                - kind: code
                  title: コード
                  url: https://github.com/someone/small-words
            - id: dictionary
              number: 2
              title: 辞書を引くネットワーク
              url: https://example.org/dictionary
              review:
                ja: 辞書の項目を引きながら訳す。
      """;

  @TempDir private static Path reviews;
  private static Api api;

  @BeforeAll
  static void publish() throws Exception {
    Files.writeString(reviews.resolve("words.yaml"), ARTICLE);
    api =
        Api.start(
            options ->
                options.seeder(
                    (client, table) ->
                        new Editions(client, table, Api.SILENCE)
                            .publish(ReviewFiles.read(reviews))));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void isListedWithoutWhatItLacks() throws Exception {
    var reply = api.get("/sections");

    assertEquals(200, reply.status());
    assertEquals(
        Map.of("id", "words", "title", Map.of("ja", "2020年の論文"), "year", 2020),
        reply.at("articles", 0));
    assertEquals(Map.of("ja", "言葉"), reply.at("sections", 0, "title"));
    assertEquals(Map.of(), reply.at("sections", 0, "introduction"));
    assertEquals(
        List.of("2001.00011"), api.get("/sections/words-section-1").ids("papers").subList(0, 1));
  }

  @Test
  void showsItsReviewsWordForWord() throws Exception {
    var paper = api.get("/papers/2001.00011");

    assertEquals(200, paper.status());
    assertEquals(
        Map.of("ja", "助詞だけを残した文から意味を戻す研究。\n\nコード→ https://github.com/someone/small-words"),
        paper.at("review"));
    assertEquals(
        List.of(
            Map.of(
                "kind", "code", "title", "コード", "url", "https://github.com/someone/small-words")),
        paper.at("links"));
    assertEquals(Map.of("ja", List.of(), "en", List.of()), paper.at("keywords"));
    var next = (String) paper.at("next", "id");
    assertEquals("辞書を引くネットワーク", api.get("/papers/" + next).at("title"));
  }

  @Test
  void isFoundAndMarkedInJapanese() throws Exception {
    var reply = api.search("助詞");

    assertEquals(List.of("2001.00011"), reply.ids("papers"));
    assertEquals("ja", reply.at("papers", 0, "highlights", "reviewLanguage"));
    assertEquals(List.of("助詞"), Api.Reply.marked(reply.at("papers", 0, "highlights", "review")));
    assertEquals(Map.of("ja", "言葉"), reply.at("facets", "sections", 0, "title"));
    assertEquals(List.of("2001.00011"), api.search("small words").ids("papers"));
    assertEquals(List.of("2001.00011"), api.search("arXiv:2001.00011").ids("papers"));
    assertFalse(api.get("/papers").ids("papers").isEmpty());
  }
}
