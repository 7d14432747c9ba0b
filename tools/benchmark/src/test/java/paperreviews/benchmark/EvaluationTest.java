package paperreviews.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import paperreviews.benchmark.TestCollection.Query;

class EvaluationTest {
  private static final double EXACT = 1e-12;

  /** An engine that answers each query with these ids. */
  private static Engine engine(Map<String, List<String>> answers) {
    return new Engine() {
      @Override
      public String name() {
        return "Made by hand";
      }

      @Override
      public List<String> search(String query) {
        return answers.get(query);
      }
    };
  }

  private static Evaluation of(List<String> hits, Map<String, Integer> relevance) {
    return Evaluation.of(engine(Map.of("q", hits)), List.of(new Query("q", relevance)));
  }

  @Test
  void countsTheRankOfTheFirstRelevantHit() {
    var third = of(List.of("x", "y", "a", "b"), Map.of("a", 1, "b", 1));
    assertEquals(1 / 3.0, third.reciprocalRank(), EXACT);
    assertEquals(0, third.firstIsRelevant());
    assertEquals(1, third.recall());

    var first = of(List.of("a"), Map.of("a", 2));
    assertEquals(1, first.reciprocalRank());
    assertEquals(1, first.firstIsRelevant());
  }

  @Test
  void countsNothingWhereNothingRelevantIsFound() {
    var wrong = of(List.of("x", "y"), Map.of("a", 1, "x", 0));
    assertEquals(0, wrong.reciprocalRank());
    assertEquals(0, wrong.recall());
    assertEquals(0, wrong.gain());
    assertEquals(0, wrong.precision());
    assertEquals(0, wrong.withoutHit());

    assertEquals(1, of(List.of(), Map.of("a", 1)).withoutHit());
  }

  @Test
  void discountsTheGainByRank() {
    assertEquals(1, of(List.of("a", "b"), Map.of("a", 3, "b", 1)).gain(), EXACT);
    // (1/log2(2) + 3/log2(3)) of (3/log2(2) + 1/log2(3))
    double second = Math.log(2) / Math.log(3);
    assertEquals(
        (1 + 3 * second) / (3 + second),
        of(List.of("b", "a"), Map.of("a", 3, "b", 1)).gain(),
        EXACT);
  }

  @Test
  void measuresThePrecisionAmongAsManyHitsAsAreRelevant() {
    var relevance = Map.of("a", 1, "b", 1, "c", 0);
    assertEquals(0.5, of(List.of("a", "x", "b"), relevance).precision());
    assertEquals(1, of(List.of("b", "a"), relevance).precision());
  }

  @Test
  void averagesOverQueries() {
    var queries = List.of(new Query("q", Map.of("a", 1)), new Query("r", Map.of("a", 1)));

    var figures = Evaluation.of(engine(Map.of("q", List.of("a"), "r", List.of("x", "a"))), queries);

    assertEquals(0.75, figures.reciprocalRank());
    assertEquals(0.5, figures.firstIsRelevant());
    assertTrue(figures.median() <= figures.slowest());
  }

  @Test
  void takesTheValueThatSoManyOfAHundredDoNotExceed() {
    var hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
    assertEquals(99, Evaluation.percentile(hundred, 99));
    assertEquals(50, Evaluation.percentile(hundred, 50));
    assertEquals(7, Evaluation.percentile(new double[] {7}, 99));
    assertEquals(2, Evaluation.percentile(new double[] {1, 2, 3}, 50));
  }

  @Test
  void refusesToEvaluateNothing() {
    assertThrows(IllegalArgumentException.class, () -> Evaluation.of(engine(Map.of()), List.of()));
  }
}
