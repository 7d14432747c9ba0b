package paperreviews.seed;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import paperreviews.editions.Editions;
import paperreviews.editions.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code seed publish}. */
@Command(
    name = "publish",
    description = {
      "Checks the review files and publishes them as a new edition of the catalogue.",
      "Readers see the whole new edition at once; the same files again change nothing."
    })
final class Publish implements Callable<Integer> {
  @Mixin private HelpOption help;
  @Mixin private TableOptions on;

  @Parameters(paramLabel = "REVIEWS", description = "The folder of review files.")
  private Path reviews;

  @Option(
      names = "--dry-run",
      description = "Only says what would change: articles, sections and papers, by id.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    on.with(
        (client, table) -> {
          var catalogue = ReviewFiles.read(reviews);
          System.out.printf(
              "Read %s: articles %,d, sections %,d, papers %,d.%n",
              Printable.of(reviews.toString()),
              catalogue.articles().size(),
              catalogue.sections().size(),
              catalogue.papers().size());
          var editions = new Editions(client, table, System.out);
          if (dryRun) {
            editions.diff(catalogue);
          } else {
            editions.publish(catalogue);
          }
        });
    return 0;
  }
}
