package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConsoleTest {
  private final Printed printed = new Printed();
  private final Console console = printed.console();

  @Test
  void showsEachRequestInOneShortLineWithItsQueryDecoded() {
    request("GET", "/papers?q=%E7%89%A9%E4%BD%93+net&limit=1", 200);
    request("HEAD", "/sections/%E6%84%8F%zz", 404);

    assertEquals(
        List.of("GET /papers?q=物体 net&limit=1 200 7 ms", "HEAD /sections/意%zz 404 7 ms"),
        printed.lines());
  }

  @Test
  void showsOnceThatNothingChangesForAPageThatAsksAgainAndAgain() {
    request("GET", "/sections?limit=1", 304);
    request("GET", "/papers", 200);
    request("GET", "/sections?limit=1", 304);
    request("GET", "/sections?limit=1", 200);

    assertEquals(
        List.of(
            "GET /sections?limit=1 304 7 ms",
            "GET /papers 200 7 ms",
            "GET /sections?limit=1 200 7 ms"),
        printed.lines());
  }

  @Test
  void clientCanNeitherWriteToTheTerminalNorFillIt() {
    request("GET", "/%1B%5B31m%0D%E2%80%AE?" + "x".repeat(5_000), 404);

    var line = printed.lines().getFirst();
    assertTrue(line.startsWith("GET /�[31m��?xxx"), line);
    assertTrue(line.length() < 250, line);
  }

  @Test
  void showsNoLogLineOfAFunctionThatWorks() {
    console.line("Echo", "{\"level\":\"INFO\",\"message\":\"primed\"}");
    console.line("Echo", "{\"level\":\"INFO\",\"message\":\"request\",\"status\":200}");

    assertEquals(List.of(), printed.lines());
  }

  @Test
  void showsWhatAFunctionPrintsBesidesItsLog() {
    console.line("Echo", "here");
    console.line("Echo", "{\"mine\":1}");

    assertEquals(List.of("[Echo] here", "[Echo] {\"mine\":1}"), printed.lines());
  }

  @Test
  void failureStandsOutWithTheFirstCauseOfItsStackTrace() throws Exception {
    request("GET", "/papers/x", 503);
    // The line may come after the answer.
    console.line(
        "Echo",
        """
        {"level":"ERROR","message":"request","requestId":"id","stackTrace":\
        "a.Outer: no\\n\\tat a.A.a(A.java:1)\\nCaused by: a.Inner: why\\n\\tat java.base/java.util.A.a(A.java)\\n\\tat b.B.b(B.java:2)\\n\\t... 3 more\\n"}\
        """);

    printed.await("at b.B.b(B.java:2)");
    assertEquals(
        List.of(
            "FAILED  GET /papers/x 503 7 ms",
            "        a.Outer: no",
            "        Caused by: a.Inner: why at b.B.b(B.java:2)"),
        printed.lines());
  }

  @Test
  void showsThatAFunctionCouldNotBePrimed() {
    console.line(
        "Echo", "{\"level\":\"ERROR\",\"message\":\"not primed\",\"error\":\"a.Failure: why\"}");

    assertEquals(List.of("FAILED  Echo, not primed", "        a.Failure: why"), printed.lines());
  }

  @Test
  void showsWhatAFunctionThrowsAndThatItTakesTooLong(@TempDir Path folder) throws Exception {
    var options = LocalStack.template(EchoProject.create(folder)).log(console).requests(console);
    try (var stack = LocalStack.start(options)) {
      get(stack.address().resolve("/do/throw?x=1"));
      get(stack.address().resolve("/do/hang/impatiently"));
      get(stack.address().resolve("/do/no-json"));

      printed.await("java.lang.IllegalStateException: told to throw at ");
      printed.await("The function took longer than its timeout.");
      printed.await("What the function returned is not a response in payload format 2.0.");
      var text = printed.text();
      assertTrue(text.contains("FAILED  GET /do/throw?x=1 500 "), text);
      assertTrue(text.contains("FAILED  GET /do/hang/impatiently 503 "), text);
      // The stack trace that the runtime prints besides is not shown.
      assertTrue(printed.lines().stream().noneMatch(RootCause::isStackFrame), text);
    }
  }

  private void request(String method, String target, int status) {
    console.handled(new RequestLog.Request("id", method, target, status, 7, Optional.empty()));
  }

  private static void get(URI address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }
  }
}
