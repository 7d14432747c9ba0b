package paperreviews.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import paperreviews.local.child.Launcher;
import paperreviews.template.FunctionDefinition;
import paperreviews.template.Template;

/** One JVM that runs one function, laid out as Lambda does for {@code java25}. */
final class ExecutionEnvironment implements AutoCloseable {
  /** How long the initialization may take; Lambda gives it 10 s on a machine of its own. */
  private static final int MAX_INITIALIZATION_SECONDS = 60;

  private static final int GRACE_SECONDS = 1;

  /** The variables that a JVM needs; no others are inherited from this process. */
  private static final List<String> INHERITED =
      List.of("PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot");

  private final FunctionDefinition function;
  private final RuntimeApi runtimeApi;
  private final Process process;
  private boolean hasRun;

  private ExecutionEnvironment(
      FunctionDefinition function, RuntimeApi runtimeApi, Process process) {
    this.function = function;
    this.runtimeApi = runtimeApi;
    this.process = process;
  }

  static ExecutionEnvironment start(FunctionDefinition function, FunctionSetting setting)
      throws IOException {
    var arn =
        "arn:aws:lambda:%s:%s:function:%s"
            .formatted(Template.REGION, Template.ACCOUNT_ID, function.logicalId());
    var runtimeApi = RuntimeApi.start(arn, function.timeout());
    try {
      var builder = new ProcessBuilder(command(function, setting));
      // The client looks for the function's jars in lib below its working directory.
      builder.directory(function.codeUri().toFile());
      environment(builder.environment(), function, setting, runtimeApi.address());
      var process = builder.start();
      readLines(process.getInputStream(), function.logicalId(), setting.log());
      readLines(process.getErrorStream(), function.logicalId(), setting.log());
      process
          .onExit()
          .thenAccept(
              ended ->
                  runtimeApi.fail(
                      "Runtime.ExitError",
                      "Runtime exited with error: exit status " + ended.exitValue()));
      return new ExecutionEnvironment(function, runtimeApi, process);
    } catch (IOException e) {
      runtimeApi.close();
      throw e;
    }
  }

  private static List<String> command(FunctionDefinition function, FunctionSetting setting) {
    var client = setting.client();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(client.options());
    // As Lambda starts its Java runtimes, but for a class data archive of its own.
    command.add("-XX:MaxHeapSize=" + function.memorySize() * 85 / 100 + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+TieredCompilation");
    if (!setting.snapStart()) {
      // Lambda leaves out the optimizing compiler, except for functions with SnapStart.
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.add("-XX:+ErrorFileToStderr");
    command.add("-classpath");
    command.add(
        client.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(Launcher.class.getName());
    command.add(function.handler());
    return command;
  }

  private static void environment(
      Map<String, String> environment,
      FunctionDefinition function,
      FunctionSetting setting,
      String runtimeApi) {
    environment.keySet().retainAll(INHERITED);
    environment.putAll(function.environment());
    environment.putAll(setting.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.logicalId());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memorySize()));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.logicalId());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    environment.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE", setting.snapStart() ? "snap-start" : "on-demand");
    environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    environment.put("AWS_REGION", Template.REGION);
    environment.put("AWS_DEFAULT_REGION", Template.REGION);
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_SESSION_TOKEN", "local");
    environment.put("_HANDLER", function.handler());
    environment.put("LAMBDA_TASK_ROOT", function.codeUri().toString());
    environment.put("LANG", "en_US.UTF-8");
    environment.put("TZ", ":UTC");
  }

  private static void readLines(InputStream stream, String functionName, FunctionLog log) {
    // A virtual thread would hold on to its carrier while it reads from a pipe.
    Thread.ofPlatform()
        .daemon()
        .name(functionName + "-log")
        .start(
            () -> {
              try (var lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                  log.line(functionName, line);
                }
              } catch (IOException _) {
                // The process was killed.
              }
            });
  }

  /** Waits for the end of the initialization, and returns its error if it failed. */
  Optional<String> awaitInitialized() throws InterruptedException {
    return await(runtimeApi.initialized());
  }

  /** Restores a function from its snapshot, and returns the error of its hooks if they failed. */
  Optional<String> restore() throws InterruptedException {
    runtimeApi.restore();
    return await(runtimeApi.ready());
  }

  private Optional<String> await(CompletableFuture<Optional<String>> phase)
      throws InterruptedException {
    try {
      return phase.get(MAX_INITIALIZATION_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      kill();
      return phase.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Invokes the function, restored from its snapshot if need be; empty if the process ended before
   * it took the event, as after an answer that was too large.
   */
  Optional<InvocationResult> invoke(byte[] event) throws InterruptedException {
    var error = restore();
    if (error.isPresent()) {
      return hasRun
          ? Optional.empty()
          : Optional.of(new InvocationResult.FunctionError(error.get()));
    }
    hasRun = true;
    try {
      return Optional.of(
          runtimeApi.invoke(event).get(function.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      kill();
      return Optional.of(new InvocationResult.TimedOut());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Ends the process at once, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    runtimeApi.close();
  }
}
