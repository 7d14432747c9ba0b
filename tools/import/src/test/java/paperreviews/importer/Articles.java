package paperreviews.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import paperreviews.importer.ArticleReader.Given;
import paperreviews.importer.ImportedArticle.ImportedPaper;

/** Articles to test with, in the forms in which they are published. */
final class Articles {
  static final List<String> NAMES =
      List.of("plain.txt", "markdown.md", "chained.txt", "bold.md", "unnumbered.md");

  private Articles() {}

  static String text(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/articles", name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static ImportedArticle read(String text) throws UnreadableArticleException {
    return ArticleReader.read(
        text.getBytes(StandardCharsets.UTF_8), "an-article.txt", Given.NOTHING);
  }

  /** Every section with its papers: number, id and title. */
  static List<String> outline(ImportedArticle article) {
    return article.sections().stream()
        .flatMap(
            section ->
                IntStream.range(-1, section.papers().size())
                    .mapToObj(
                        at ->
                            at < 0
                                ? section.number() + " " + section.title().ja()
                                : line(section.papers().get(at))))
        .toList();
  }

  private static String line(ImportedPaper paper) {
    return "- %d %s %s".formatted(paper.number(), paper.id(), paper.title());
  }
}
