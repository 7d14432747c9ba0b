package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
  private final LogLines log = new LogLines();

  @TempDir Path folder;

  @Test
  void createsTheTableOfTheTemplate() {
    try (var stack = LocalStack.start(options().tableName("things"))) {
      assertEquals("things", stack.tableName());
      assertEquals(List.of("things"), stack.dynamoDb().client().listTables().tableNames());
    }
  }

  @Test
  void holdsFunctionsInTheSnapshotUntilTheyAreRestored() throws IOException {
    try (var stack = LocalStack.start(options().snapStart())) {
      var jvm = stack.function("Echo").process().orElseThrow();
      stack.function("Echo").restore();
      assertEquals("1 1", decode(stack.invoke("Echo", EchoProject.event("/do/hooks"))));
      assertEquals("1 1", decode(stack.invoke("Impatient", EchoProject.event("/do/hooks"))));
      assertEquals("1 1", decode(stack.invoke("Echo", EchoProject.event("/do/hooks"))));
      assertEquals(jvm, stack.function("Echo").process().orElseThrow());
    }
  }

  @Test
  void compilesAsTheJvmDoesByDefaultWithSnapStart() throws IOException {
    try (var stack = LocalStack.start(options().snapStart())) {
      var machine = decode(stack.invoke("Echo", EchoProject.event("/do/machine")));
      assertFalse(machine.contains("TieredStopAtLevel"), machine);
    }
  }

  @Test
  void callsNoHooksWithoutSnapStart() throws IOException {
    try (var stack = LocalStack.start(options())) {
      assertEquals("0 0", decode(stack.invoke("Echo", EchoProject.event("/do/hooks"))));
    }
  }

  @Test
  void runsFunctionsWithoutTheNativeLibrary() throws IOException {
    try (var stack = LocalStack.start(options().javaClient().snapStart())) {
      assertEquals("1 1", decode(stack.invoke("Echo", EchoProject.event("/do/hooks"))));
      var context = decode(stack.invoke("Echo", EchoProject.event("/do/context"))).lines().toList();
      assertTrue(context.get(1).matches("[0-9a-f-]{36}"), context.get(1));
      assertTrue(Integer.parseInt(context.get(3)) > 0, context.get(3));
      assertTrue(context.get(5).startsWith("Root=1-"), context.get(5));
      assertFalse(
          decode(stack.invoke("Echo", EchoProject.event("/do/machine")))
              .contains("NativeClient.JNI"));
      assertInstanceOf(
          InvocationResult.FunctionError.class,
          stack.invoke("Echo", EchoProject.event("/do/throw")));
      assertInstanceOf(
          InvocationResult.FunctionError.class,
          stack.invoke("Echo", EchoProject.event("/do/too-big")));
      assertEquals(
          "[{\"a\":\"注\"}]",
          decode(stack.invoke("Echo", "[{\"a\":\"注\"}]".getBytes(StandardCharsets.UTF_8))));
    }
  }

  @Test
  void killsAFunctionThatHangsWhenItIsClosed() throws Exception {
    var stack = LocalStack.start(options());
    var jvms =
        List.of(
            stack.function("Echo").process().orElseThrow(),
            stack.function("Impatient").process().orElseThrow());
    var result =
        CompletableFuture.supplyAsync(() -> stack.invoke("Echo", EchoProject.event("/do/hang")));
    log.await("Echo: hanging"::equals);

    stack.close();

    assertFalse(jvms.stream().anyMatch(ProcessHandle::isAlive));
    assertInstanceOf(InvocationResult.FunctionError.class, result.get());
  }

  @Test
  void answersTheErrorOfAFunctionThatDoesNotStart() {
    try (var stack = LocalStack.start(options().environment("FAIL_AT_START", "yes"))) {
      var error =
          assertInstanceOf(
              InvocationResult.FunctionError.class,
              stack.invoke("Echo", EchoProject.event("/do/count")));
      assertTrue(error.payload().contains("told to fail"), error.payload());
    }
  }

  @Test
  void saysThatThePortIsInUse() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var fault =
          assertThrows(
              LocalStackException.class,
              () -> LocalStack.start(options().port(taken.getLocalPort())));
      assertEquals(
          "Port " + taken.getLocalPort() + " is in use: choose another with -Dport=….",
          fault.getMessage());
    }
  }

  @Test
  void saysThatTheDynamoDbPortIsInUse() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var fault =
          assertThrows(
              LocalStackException.class,
              () -> LocalStack.start(options().dynamoDbPort(taken.getLocalPort())));
      assertEquals(
          "Port " + taken.getLocalPort() + " is in use: choose another with -DdynamodbPort=….",
          fault.getMessage());
    }
  }

  @Test
  void saysThatAFunctionHasNotBeenBuilt() throws IOException {
    var options = LocalStack.template(EchoProject.create(folder));
    Files.move(folder.resolve("function"), folder.resolve("elsewhere"));
    var fault = assertThrows(LocalStackException.class, () -> LocalStack.start(options));
    assertEquals(
        "The function Echo has no folder %s: run \"mvn package\" first."
            .formatted(folder.resolve("function")),
        fault.getMessage());
  }

  @Test
  void saysThatAHandlerIsNowhere() throws IOException {
    var template = EchoProject.create(folder);
    Files.writeString(template, Files.readString(template).replace("echo.Echo", "echo.Ecco"));
    var options = LocalStack.template(template);
    var fault = assertThrows(LocalStackException.class, () -> LocalStack.start(options));
    assertEquals(
        "The handler paperreviews.local.echo.Ecco of the function Echo is in no jar of %s: fix template.yaml, or run \"mvn package\"."
            .formatted(folder.resolve("function")),
        fault.getMessage());
  }

  private LocalStack.Options options() {
    return LocalStack.template(EchoProject.create(folder)).log(log);
  }

  private static String decode(InvocationResult result) throws IOException {
    return FunctionProcessTest.decode(result);
  }
}
