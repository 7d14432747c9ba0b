package paperreviews.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.api.Problem.ParameterError;
import paperreviews.model.Json;

class ProblemTest {

  private static Map<String, Object> body(Problem problem) {
    return Json.map(Json.MAPPER.writeValueAsString(problem));
  }

  static List<Problem> all() {
    return List.of(
        Problem.badEvent(),
        Problem.badPath(),
        Problem.badParameters(List.of(new ParameterError("q", "It is too long."))),
        Problem.unknownRoute("/nowhere"),
        Problem.unknownPaper("nothing"),
        Problem.unknownSection("nothing"),
        Problem.unknownSectionParameter("nothing"),
        Problem.methodNotAllowed("POST"),
        Problem.staleCursor(),
        Problem.internal("an-id"),
        Problem.nothingPublished(),
        Problem.tableUnavailable());
  }

  @ParameterizedTest
  @MethodSource("all")
  void isAProblemDocument(Problem problem) {
    var body = body(problem);

    assertEquals(problem.status(), body.get("status"));
    assertTrue(problem.status() >= 400 && problem.status() < 600);
    assertTrue(body.get("type").toString().matches("/problems/[a-z-]+"));
    assertTrue(!problem.title().isBlank());
    assertEquals(problem.title(), body.get("title"));
  }

  @Test
  void namesFaultyParametersOnlyWhereThereAreSome() {
    assertEquals(
        List.of(Map.of("parameter", "q", "detail", "It is too long.")),
        body(Problem.badParameters(List.of(new ParameterError("q", "It is too long."))))
            .get("errors"));
    assertEquals(
        List.of("type", "title", "status", "detail"),
        List.copyOf(body(Problem.unknownPaper("nothing")).keySet()));
  }

  @Test
  void clientIsToldOnlyTheRequestIdOfADefect() {
    assertEquals(
        List.of("type", "title", "status", "requestId"),
        List.copyOf(body(Problem.internal("an-id")).keySet()));
  }

  @Test
  void saysWhichMethodsAreAllowedAndWhenToTryAgain() {
    assertEquals(Map.of("allow", "GET, HEAD, OPTIONS"), Problem.methodNotAllowed("POST").headers());
    assertEquals(Map.of("retry-after", "30"), Problem.nothingPublished().headers());
    assertEquals(Map.of("retry-after", "2"), Problem.tableUnavailable().headers());
  }

  @Test
  void quotesWhatWasAskedForEvenWhereItLooksLikeAFormat() {
    assertTrue(Problem.unknownPaper("100%s%n").detail().contains("\"100%s%n\""));
    assertTrue(Problem.unknownRoute("/%2$s").detail().contains("\"/%2$s\""));
  }

  @Test
  void shortensWhatAClientSent() {
    assertEquals("", Problem.shortened(""));
    assertEquals("a".repeat(100), Problem.shortened("a".repeat(100)));
    assertEquals("a".repeat(100) + "…", Problem.shortened("a".repeat(101)));
    assertTrue(Problem.unknownPaper("a".repeat(10_000)).detail().length() < 300);
    assertTrue(Problem.methodNotAllowed("A".repeat(10_000)).detail().length() < 300);
  }

  @Test
  void shortensWithoutSplittingACharacter() {
    assertEquals("𠮷".repeat(100), Problem.shortened("𠮷".repeat(100)));
    assertEquals("𠮷".repeat(100) + "…", Problem.shortened("𠮷".repeat(101)));
    assertEquals("a" + "𠮷".repeat(99) + "…", Problem.shortened("a" + "𠮷".repeat(100)));
  }
}
