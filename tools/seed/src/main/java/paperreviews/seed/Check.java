package paperreviews.seed;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import paperreviews.editions.Printable;
import paperreviews.seed.ReviewFiles.Languages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code seed check}. */
@Command(
    name = "check",
    description = {
      "Checks the review files and publishes nothing.",
      "Names every fault with its file and line, and how to fix it."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:no fault", "1:faults", "2:usage error"})
final class Check implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Parameters(paramLabel = "REVIEWS", description = "The folder of review files.")
  private Path reviews;

  @Option(names = "--strict", description = "Requires every text in both languages.")
  private boolean strict;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() {
    var line = command.commandLine();
    var name = Printable.of(reviews.toString());
    if (!Files.isDirectory(reviews)) {
      throw new ParameterException(
          line,
          Files.exists(reviews)
              ? "%s is a file; name the folder that it is in".formatted(name)
              : "There is no folder %s".formatted(name));
    }
    try {
      var catalogue = ReviewFiles.read(reviews, strict ? Languages.BOTH : Languages.EITHER);
      line.getOut()
          .printf(
              "No fault in %s: articles %,d, sections %,d, papers %,d.%n",
              name,
              catalogue.articles().size(),
              catalogue.sections().size(),
              catalogue.papers().size());
      return 0;
    } catch (FaultyReviewsException faulty) {
      PrintWriter err = line.getErr();
      err.println(faulty.getMessage());
      err.printf("Faults: %,d.%n", faulty.faults().size());
      return 1;
    }
  }
}
