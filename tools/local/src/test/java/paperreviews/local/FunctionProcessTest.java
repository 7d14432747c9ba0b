package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.model.Json;

class FunctionProcessTest {
  private static final LogLines LOG = new LogLines();
  private static LocalStack stack;

  @BeforeAll
  static void start(@TempDir Path folder) {
    stack =
        LocalStack.start(
            LocalStack.template(EchoProject.create(folder))
                .log(LOG)
                .tableName("things")
                .environment("EXTRA", "extra"));
  }

  @AfterAll
  static void close() {
    stack.close();
  }

  @Test
  void givesTheEnvironmentThatLambdaGives() throws IOException {
    var environment = answer("/do/environment").lines().toList();

    for (var expected :
        List.of(
            "AWS_LAMBDA_FUNCTION_NAME=Echo",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256",
            "AWS_LAMBDA_FUNCTION_VERSION=$LATEST",
            "AWS_LAMBDA_INITIALIZATION_TYPE=on-demand",
            "AWS_REGION=us-east-1",
            "_HANDLER=paperreviews.local.echo.Echo",
            "TZ=:UTC",
            "TABLE_NAME=things",
            "DYNAMODB_ENDPOINT=" + stack.dynamoDb().endpoint(),
            "EXTRA=extra")) {
      assertTrue(environment.contains(expected), expected + " in " + environment);
    }
    assertFalse(environment.stream().anyMatch(each -> each.startsWith("HOME=")));
  }

  @Test
  void startsTheJvmAsLambdaDoes() throws IOException {
    var machine = answer("/do/machine").lines().toList();

    assertTrue(machine.contains("-XX:+UseSerialGC"), machine::toString);
    assertTrue(machine.contains("-XX:TieredStopAtLevel=1"), machine::toString);
    assertTrue(machine.contains("-XX:MaxHeapSize=217m"), machine::toString);
  }

  @Test
  void givesTheContextOfTheInvocation() throws IOException {
    var context = answer("/do/context").lines().toList();

    assertEquals("Echo", context.get(0));
    assertTrue(context.get(1).matches("[0-9a-f-]{36}"), context.get(1));
    assertEquals("arn:aws:lambda:us-east-1:123456789012:function:Echo", context.get(2));
    int remaining = Integer.parseInt(context.get(3));
    assertTrue(remaining > 0 && remaining <= 10_000, context.get(3));
    assertEquals("256", context.get(4));
    assertTrue(context.get(5).matches("Root=1-.*;Parent=.*;Sampled=0"), context.get(5));
    assertNotEquals(context.get(1), answer("/do/context").lines().toList().get(1));
  }

  @Test
  void passesOnWhatTheFunctionPrints() throws Exception {
    answer("/do/log");

    LOG.await("Echo: {\"level\":\"INFO\",\"message\":\"a line\"}"::equals);
    LOG.await("Echo: an error line"::equals);
    LOG.await("Echo: a logger's line"::equals);
  }

  @Test
  void answersTheErrorThatTheFunctionThrows() {
    var error = assertInstanceOf(InvocationResult.FunctionError.class, invoke("/do/throw"));
    assertTrue(error.payload().contains("\"errorMessage\":\"told to throw\""), error.payload());
    assertTrue(error.payload().contains("IllegalStateException"), error.payload());
  }

  @Test
  void startsAnotherJvmAfterOneThatExited() throws IOException {
    var before = stack.function("Echo").process().orElseThrow();

    var error = assertInstanceOf(InvocationResult.FunctionError.class, invoke("/do/exit"));

    assertTrue(error.payload().contains("Runtime.ExitError"), error.payload());
    assertTrue(error.payload().contains("exit status 3"), error.payload());
    assertEquals("1", answer("/do/count"));
    assertNotEquals(before, stack.function("Echo").process().orElseThrow());
  }

  @Test
  void startsAnotherJvmAfterOneThatWasKilled() throws IOException {
    answer("/do/count");
    stack.function("Echo").kill();
    assertEquals("1", answer("/do/count"));
  }

  @Test
  void startsAnotherJvmAfterAnAnswerThatWasTooLarge() throws IOException {
    var error = assertInstanceOf(InvocationResult.FunctionError.class, invoke("/do/too-big"));
    assertTrue(error.payload().contains("Function.ResponseSizeTooLarge"), error.payload());
    assertEquals("1", answer("/do/count"));
  }

  @Test
  void endsAnInvocationWhoseJvmIsKilled() throws Exception {
    var result = CompletableFuture.supplyAsync(() -> invoke("/do/hang"));
    LOG.await("Echo: hanging"::equals);

    stack.function("Echo").kill();

    assertInstanceOf(InvocationResult.FunctionError.class, result.get());
  }

  @Test
  void killsTheJvmThatTakesTooLong() {
    var before = stack.function("Impatient").process().orElseThrow();

    var result = stack.invoke("Impatient", EchoProject.event("/do/hang"));

    assertEquals(new InvocationResult.TimedOut(), result);
    assertFalse(before.isAlive());
  }

  @Test
  void takesOneInvocationAtATime() throws Exception {
    int first = Integer.parseInt(answer("/do/count"));
    var answers = new ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < 20; i++) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return answer("/do/count");
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    assertEquals(
        IntStream.rangeClosed(first + 1, first + 20).boxed().toList(),
        answers.stream().map(CompletableFuture::join).map(Integer::valueOf).sorted().toList());
  }

  private static InvocationResult invoke(String path) {
    return stack.invoke("Echo", EchoProject.event(path));
  }

  private static String answer(String path) throws IOException {
    return decode(invoke(path));
  }

  /** Returns the body of an answer of the echo function, which is in Base64. */
  static String decode(InvocationResult result) throws IOException {
    var success = assertInstanceOf(InvocationResult.Success.class, result);
    var body = Json.map(success.payload()).get("body").toString();
    return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
  }
}
