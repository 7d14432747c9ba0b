package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.importer.ImportedArticle.ImportedPaper;

/** Every article that the guide for reviewers shows is read as the guide says. */
class ReviewersGuideTest {
  private static final Path GUIDE = Path.of("../../docs/reviewers.md");

  private static final Pattern EXAMPLE = Pattern.compile("(?s)\n```(?:markdown)?\n(.*?)\n```\n");

  static Stream<String> examples() throws IOException {
    var guide = Files.readString(GUIDE);
    var forms = guide.substring(guide.indexOf("## The forms"), guide.indexOf("## Import again"));
    return EXAMPLE
        .matcher(forms)
        .results()
        .map(example -> example.group(1))
        .map(text -> text.contains("2020年") ? text : "2020年に読んだ論文\n\n" + text);
  }

  @Test
  void showsAnArticleOfEachForm() throws IOException {
    assertEquals(8, examples().count());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void showsArticlesThatAreRead(String text) throws UnreadableArticleException {
    var papers = Articles.read(text).papers();

    assertEquals(
        Stream.of("Small Nets for Big Cats", "Big Nets for Small Dogs", "Hearing Rain")
            .filter(text::contains)
            .toList(),
        papers.stream().map(paper -> paper.title().replace(" (CVPR 2020)", "")).toList());
    for (var at : List.of(0, papers.size() - 1)) {
      assertTrue(isWhole(papers.get(at)), () -> papers.get(at).toString());
    }
  }

  private static boolean isWhole(ImportedPaper paper) {
    return paper.url().orElse("").startsWith("https://arxiv.org/abs/2001.0000")
        && paper.review().ja().endsWith("。")
        && !paper.review().ja().contains("2001.");
  }
}
