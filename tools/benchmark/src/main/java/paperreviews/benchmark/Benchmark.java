package paperreviews.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import paperreviews.model.Concept;
import paperreviews.seed.ReviewFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;

/** The command that measures. */
@Command(
    name = "benchmark",
    description = "Measures starts, load, and how well search finds.",
    subcommands = {Benchmark.Evaluate.class, Cold.class, Load.class, HelpCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Benchmark implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  /** Runs the command and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmark()).execute(arguments));
  }

  @Override
  public void run() {
    command.commandLine().usage(System.out);
  }

  /** {@code benchmark evaluate}. */
  @Command(
      name = "evaluate",
      description = {
        "Asks the queries of a test collection and tells how well they are answered,",
        "beside Lucene with its own analyzers."
      })
  static final class Evaluate implements Callable<Integer> {
    @Option(
        names = "--documents",
        required = true,
        description = "JSON lines such as {\"id\": \"1\", \"title\": \"…\", \"text\": \"…\"}.")
    private Path documents;

    @Option(
        names = "--queries",
        required = true,
        description = "JSON lines such as {\"qid\": \"1\", \"query\": \"…\", \"rel\": {\"1\": 1}}.")
    private Path queries;

    @Option(
        names = "--reviews",
        description = "A folder of review files, for its dictionary of concepts.")
    private Path reviews;

    @Override
    public Integer call() throws Exception {
      var concepts = reviews == null ? List.<Concept>of() : ReviewFiles.read(reviews).concepts();
      var collection = TestCollection.read(documents, queries);
      if (collection.queries().isEmpty()) {
        System.err.println(queries + " has no query.");
        return 1;
      }
      System.out.printf(
          "%,d documents, %,d queries%n%n",
          collection.documents().size(), collection.queries().size());
      System.out.printf(
          "%-18s %6s %6s %6s %8s %6s %7s %8s %8s%n",
          "", "MRR@10", "R@1", "R@10", "nDCG@10", "R-prec", "no hit", "p50 µs", "p99 µs");
      List<Engine> engines =
          List.of(
              new PaperReviewsEngine(collection.documents(), concepts),
              new AnalyzerEngine(new CJKAnalyzer(), collection.documents()),
              new AnalyzerEngine(new JapaneseAnalyzer(), collection.documents()));
      for (var engine : engines) {
        var figures = Evaluation.of(engine, collection.queries());
        System.out.printf(
            "%-18s %6.4f %6.4f %6.4f %8.4f %6.4f %7.4f %8.0f %8.0f%n",
            engine.name(),
            figures.reciprocalRank(),
            figures.firstIsRelevant(),
            figures.recall(),
            figures.gain(),
            figures.precision(),
            figures.withoutHit(),
            figures.median(),
            figures.slowest());
      }
      return 0;
    }
  }
}
