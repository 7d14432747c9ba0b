package paperreviews.benchmark;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import paperreviews.editions.JapaneseReadings;
import paperreviews.model.Concept;
import paperreviews.search.SearchIndex;
import paperreviews.search.index.PackedIndex;
import paperreviews.seed.ReviewFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Asks the queries of a test collection and shows how well they are answered, beside Lucene",
      "with its own analyzers; or runs a file of search cases on the reviews."
    })
final class Evaluate implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Mode mode;

  @Option(
      names = "--reviews",
      description = "A folder of review files: for its dictionary of concepts, or to run cases on.")
  private Path reviews;

  @Option(
      names = "--worst",
      paramLabel = "N",
      description = "Lists the N queries with the lowest rank, with what came first.")
  private int worst;

  private static final class Mode {
    @ArgGroup(exclusive = false)
    private Collection collection;

    @Option(
        names = "--cases",
        description = "Search cases: query, papers, number and kind, with tabs between them.")
    private Path cases;
  }

  private static final class Collection {
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
  }

  @Override
  public Integer call() throws Exception {
    return mode.cases == null ? evaluate() : runCases();
  }

  private int runCases() throws Exception {
    if (reviews == null) {
      System.err.println("Cases need reviews: add --reviews with the folder of the review files.");
      return 1;
    }
    var index =
        SearchIndex.open(PackedIndex.build(ReviewFiles.read(reviews), new JapaneseReadings()));
    var cases = SearchCase.read(mode.cases);
    var failures = cases.stream().flatMap(each -> each.failure(index).stream()).toList();
    failures.forEach(System.out::println);
    System.out.printf("%,d of %,d cases pass%n", cases.size() - failures.size(), cases.size());
    return failures.isEmpty() ? 0 : 1;
  }

  private int evaluate() throws Exception {
    var concepts = reviews == null ? List.<Concept>of() : ReviewFiles.read(reviews).concepts();
    var collection = TestCollection.read(mode.collection.documents, mode.collection.queries);
    if (collection.queries().isEmpty()) {
      System.err.println(mode.collection.queries + " has no query.");
      return 1;
    }
    System.out.printf(
        "%,d documents, %,d queries%n%n",
        collection.documents().size(), collection.queries().size());
    System.out.printf(
        "%-18s %6s %6s %6s %8s %6s %7s %8s %8s%n",
        "", "MRR@10", "R@1", "R@10", "nDCG@10", "R-prec", "no hit", "p50 µs", "p99 µs");
    var own = new PaperReviewsEngine(collection.documents(), concepts);
    List<Engine> engines =
        List.of(
            own,
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
    collection.queries().stream()
        .map(query -> Answer.of(query, own))
        .sorted(Comparator.comparingInt(Answer::rank).reversed())
        .limit(worst)
        .forEach(System.out::println);
    return 0;
  }

  /** How a query is answered. */
  private record Answer(TestCollection.Query query, int rank, List<String> hits) {
    private static final int SHOWN = 3;

    static Answer of(TestCollection.Query query, Engine engine) {
      var hits = engine.search(query.text());
      int rank = Evaluation.rank(hits, query);
      return new Answer(query, rank == 0 ? Integer.MAX_VALUE : rank, hits);
    }

    @Override
    public String toString() {
      return "%s  \"%s\" expects %s, not %s"
          .formatted(
              rank == Integer.MAX_VALUE ? "-" : Integer.toString(rank),
              query.text(),
              query.relevance().keySet().stream().sorted().limit(SHOWN).toList(),
              hits.stream().limit(SHOWN).toList());
    }
  }
}
