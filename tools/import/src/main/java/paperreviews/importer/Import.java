package paperreviews.importer;

import static java.util.stream.Collectors.joining;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import paperreviews.editions.Printable;
import paperreviews.model.Language;
import paperreviews.seed.Fault;
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
      "Makes a review file from an article, in text or Markdown as it was published.",
      "It says what it found, what it left out, and what you should look at. What it cannot place,"
          + " it refuses, with the line and the reason, and then writes nothing."
    },
    footer = {
      "",
      "Example: seed import ARTICLE.txt --output reviews/NAME.yaml",
      "docs/reviewers.md describes the forms of articles that it reads."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:written",
      "1:the article cannot be read, or the file cannot be written",
      "2:usage error"
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
      names = "--date",
      paramLabel = "DATE",
      description =
          "When the article was published, such as 2020-01-25; else from its front matter or"
              + " title.")
  private Optional<LocalDate> date;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who wrote the article; else from the article.")
  private Optional<String> author;

  @Option(
      names = "--language",
      paramLabel = "ja|en",
      description = "The language of the article; else detected section by section.")
  private Optional<String> language;

  @Option(
      names = "--without-addresses",
      description =
          "Takes headings like those of papers for papers even if they have no address. Without it,"
              + " they are refused: a title may have lost its address.")
  private boolean withoutAddresses;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The review file, which must not exist yet; printed if not given.")
  private Optional<Path> output;

  @Option(
      names = "--replace",
      description =
          "Merges the article into the review file: its texts are replaced, and what was added by"
              + " hand is kept. The file as it was is kept as FILE.bak.")
  private boolean replace;

  @Option(names = "--dry-run", description = "Shows how the review file would change.")
  private boolean dryRun;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    if ((replace || dryRun) && output.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "%s needs --output, the review file".formatted(replace ? "--replace" : "--dry-run"));
    }
    var name = article.getFileName() == null ? "" : article.getFileName().toString();
    boolean exists = output.filter(Files::exists).isPresent();
    if (exists && !replace && !dryRun) {
      say(
          "%s exists. Name another file, or give --replace to merge the article into it.",
          output.get());
      return 1;
    }
    if (exists && !Files.isRegularFile(output.get())) {
      say("%s is not a regular file. Name another file.", output.get());
      return 1;
    }
    try {
      var ids = output.map(PaperIds::beside).orElseGet(PaperIds::new);
      var imported = ArticleReader.read(bytes(), name, given(), ids);
      checkLimits(imported);
      return finish(imported, name, exists);
    } catch (UnreadableArticleException unreadable) {
      unreadable.reasons().forEach(reason -> say("%s", at(name, reason)));
      say("The article was not imported. Fix %s and import it again.", name);
      return 1;
    }
  }

  private ArticleReader.Given given() {
    return new ArticleReader.Given(
        id,
        year,
        author,
        date.map(LocalDate::toString),
        language.map(this::language),
        withoutAddresses);
  }

  private Language language(String tag) {
    return switch (tag) {
      case "ja" -> Language.JA;
      case "en" -> Language.EN;
      default ->
          throw new ParameterException(
              command.commandLine(), "--language is %s; give ja or en".formatted(tag));
    };
  }

  /** The rules of review files, with the lines of the article. */
  private static void checkLimits(ImportedArticle imported) throws UnreadableArticleException {
    var yaml = ReviewFileWriter.write(imported);
    var reasons =
        ReviewFiles.faults(yaml, "").stream()
            .map(
                fault ->
                    new Remark(
                        ReviewFileWriter.lineOf(imported, yaml, fault.line()), hinted(fault)))
            .toList();
    if (!reasons.isEmpty()) {
      throw new UnreadableArticleException(reasons);
    }
  }

  private static String hinted(Fault fault) {
    return fault.what().contains("at most") && fault.what().endsWith("allowed")
        ? fault.what() + "; shorten it, or split it"
        : fault.what();
  }

  /** Merges, checks, and writes what was imported. */
  private int finish(ImportedArticle imported, String name, boolean exists) {
    var yaml = ReviewFileWriter.write(imported);
    List<String> conflicts = List.of();
    var file = output.map(Path::toString).orElse("the review file");
    boolean written = false;
    try {
      var old = exists ? Files.readString(output.orElseThrow()) : "";
      if (!old.isBlank()) {
        if (hasFaults(
            old, file, "%s is not a review file without fault: fix it, or name another.")) {
          return 1;
        }
        var merged = ReviewFileMerge.merge(old, ReviewFileWriter.tree(imported));
        yaml = merged.yaml();
        conflicts = merged.conflicts();
      }
      if (hasFaults(yaml, file, "%s was not written, since it would have these faults.")) {
        return 1;
      }
      if (dryRun) {
        command.commandLine().getOut().print(difference(old, yaml));
        command.commandLine().getOut().flush();
      } else if (output.isPresent() && !yaml.equals(old)) {
        if (exists) {
          Files.copy(
              output.get(), Path.of(output.get() + ".bak"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(output.get(), yaml);
        written = true;
      }
    } catch (IOException failure) {
      say("%s cannot be written: %s", output.orElseThrow(), failure.getMessage());
      return 1;
    }
    report(name, imported);
    conflicts.forEach(conflict -> say("Merged: %s", conflict));
    if (written) {
      say("Written: %s. Look at it with: mvn -Plocal", file);
    }
    if (output.isEmpty()) {
      // UTF-8 whatever the terminal speaks: it goes into a file.
      System.out.writeBytes(yaml.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
    return 0;
  }

  private boolean hasFaults(String yaml, String file, String conclusion) {
    var faults = ReviewFiles.faults(yaml, file);
    faults.forEach(fault -> say("%s", fault));
    if (!faults.isEmpty()) {
      say(conclusion, file);
    }
    return !faults.isEmpty();
  }

  private String difference(String old, String yaml) {
    var before = old.lines().toList();
    var file = output.orElseThrow().toString();
    var lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            file, file, before, DiffUtils.diff(before, yaml.lines().toList()), 2);
    return lines.isEmpty()
        ? "%s would not change.%n".formatted(Printable.of(file))
        : lines.stream().map(Printable::of).collect(joining("\n", "", "\n"));
  }

  private byte[] bytes() {
    try {
      if (Files.isRegularFile(article)) {
        return Files.readAllBytes(article);
      }
    } catch (IOException | OutOfMemoryError failure) {
      throw new ParameterException(
          command.commandLine(), "%s cannot be read".formatted(article), failure);
    }
    throw new ParameterException(
        command.commandLine(),
        Files.isDirectory(article)
            ? "%s is a folder; name the file of the article".formatted(article)
            : Files.exists(article)
                ? "%s is not a regular file".formatted(article)
                : "There is no file %s".formatted(article));
  }

  private static String at(String name, Remark remark) {
    return remark.line() == 0
        ? "%s: %s".formatted(name, remark.text())
        : "%s:%d: %s".formatted(name, remark.line(), remark.text());
  }

  /** Prints one line, in which nothing of a file's name or content acts on the terminal. */
  private void say(String format, Object... details) {
    command.commandLine().getErr().println(Printable.of(format.formatted(details)));
  }

  private void report(String name, ImportedArticle article) {
    say(
        "%s: “%s”, %d%s",
        article.id(),
        written(article.title()),
        article.year(),
        article.author().map(author -> ", by " + author.name()).orElse(""));
    say("Titles of papers: %s", article.form());
    for (var section : article.sections()) {
      int links =
          section.links().size()
              + section.papers().stream().mapToInt(paper -> paper.links().size()).sum();
      say(
          "  %d. %s (line %d): papers %d, links %d",
          section.number(),
          written(section.title()),
          section.line(),
          section.papers().size(),
          links);
    }
    say(
        "Found: sections %d, papers %d, links %d besides the papers' own.",
        article.sections().size(), article.papers().size(), article.linkCount());
    article.leftOut().forEach(left -> say("Left out: %s", lines(left)));
    article.warnings().forEach(warning -> say("Warning: %s", at(name, warning)));
  }

  private static String written(paperreviews.model.Bilingual text) {
    return text.ja().isEmpty() ? text.en() : text.ja();
  }

  private static String lines(ImportedArticle.LeftOut left) {
    return left.first() == left.last()
        ? "line %d, %s".formatted(left.first(), left.what())
        : "lines %d to %d, %s".formatted(left.first(), left.last(), left.what());
  }
}
