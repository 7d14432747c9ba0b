package paperreviews.importer;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import paperreviews.seed.HelpOption;
import paperreviews.seed.ReviewFiles;
import paperreviews.seed.SeedCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code seed import}. */
@Command(
    name = "import",
    description = {
      "Makes a review file of an article, text or Markdown as it is published.",
      "It says what it found, what it left out, and what you should look at. What it cannot place,"
          + " it refuses, with the line and the reason, and then writes nothing."
    },
    footer = {"", "Such as: seed import ARTICLE.txt --output reviews/NAME.yaml"},
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:written",
      "1:the article cannot be read, or the file not be written",
      "2:wrongly called"
    })
public final class Import implements SeedCommand {
  @Mixin private HelpOption help;

  @Parameters(paramLabel = "ARTICLE", description = "The file with the article's text.")
  private Path article;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "The article's id, such as 2019-part-1; else from its title or its file's name.")
  private Optional<String> id;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "The year of the papers; else from the article.")
  private Optional<Integer> year;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who wrote the article; else from the article.")
  private Optional<String> author;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The review file, which must not be there yet; printed if not given.")
  private Optional<Path> output;

  @Option(
      names = "--replace",
      description = "Writes over the review file, and what was changed in it by hand.")
  private boolean replace;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    var err = command.commandLine().getErr();
    if (replace && output.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--replace needs --output: nothing else would be replaced");
    }
    var name = article.getFileName() == null ? "" : article.getFileName().toString();
    ImportedArticle imported;
    try {
      imported = ArticleReader.read(bytes(), name, new ArticleReader.Given(id, year, author));
    } catch (UnreadableArticleException unreadable) {
      unreadable.reasons().forEach(reason -> err.println(at(name, reason)));
      err.printf("The article was not imported. Mend %s and import it again.%n", name);
      return 1;
    }
    var yaml = ReviewFileWriter.write(imported);
    var faults = ReviewFiles.faults(yaml, "the review file");
    if (!faults.isEmpty()) {
      faults.forEach(err::println);
      err.printf("The article was not imported: the review file would have these faults.%n");
      return 1;
    }
    // UTF-8 whatever the terminal speaks: it goes into a file.
    var bytes = yaml.getBytes(StandardCharsets.UTF_8);
    if (output.isPresent() && !write(bytes, output.get(), err)) {
      return 1;
    }
    report(err, name, imported);
    if (output.isEmpty()) {
      PrintStream out = System.out;
      out.writeBytes(bytes);
      out.flush();
    }
    return 0;
  }

  private boolean write(byte[] bytes, Path file, PrintWriter err) {
    try {
      if (replace) {
        Files.write(file, bytes);
      } else {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
      return true;
    } catch (FileAlreadyExistsException _) {
      err.printf(
          "%s is there already. Name another file, or give --replace, which also takes away what was"
              + " changed in it by hand.%n",
          file);
    } catch (IOException failure) {
      err.printf("%s cannot be written: %s%n", file, failure.getMessage());
    }
    return false;
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(article);
    } catch (IOException | OutOfMemoryError failure) {
      throw new ParameterException(
          command.commandLine(),
          Files.isDirectory(article)
              ? "%s is a folder; name the file of the article".formatted(article)
              : Files.exists(article)
                  ? "%s cannot be read".formatted(article)
                  : "There is no file %s".formatted(article),
          failure);
    }
  }

  private static String at(String name, Remark remark) {
    return remark.line() == 0
        ? "%s: %s".formatted(name, remark.text())
        : "%s:%d: %s".formatted(name, remark.line(), remark.text());
  }

  private static void report(PrintWriter err, String name, ImportedArticle article) {
    err.printf(
        "%s: “%s”, %d%s%n",
        article.id(),
        article.title(),
        article.year(),
        article.author().map(author -> ", by " + author.name()).orElse(""));
    for (var section : article.sections()) {
      int links =
          section.links().size()
              + section.papers().stream().mapToInt(paper -> paper.links().size()).sum();
      err.printf(
          "  %d. %s (line %d): papers %d, links %d%n",
          section.number(), section.title(), section.line(), section.papers().size(), links);
    }
    err.printf(
        "Found: sections %d, papers %d, links %d beside the papers' own.%n",
        article.sections().size(), article.papers().size(), article.linkCount());
    article.leftOut().forEach(left -> err.println("Left out: " + lines(left)));
    List<Remark> warnings = article.warnings();
    warnings.forEach(warning -> err.println("Warning: " + at(name, warning)));
  }

  private static String lines(ImportedArticle.LeftOut left) {
    return left.first() == left.last()
        ? "line %d, %s".formatted(left.first(), left.what())
        : "lines %d to %d, %s".formatted(left.first(), left.last(), left.what());
  }
}
