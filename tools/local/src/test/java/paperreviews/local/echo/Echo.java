package paperreviews.local.echo;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crac.Core;
import org.crac.Resource;

/**
 * A function that answers with the event it got, or does what the path asks for after {@code /do/}.
 */
public final class Echo implements RequestStreamHandler, Resource {
  private static final Pattern ACTION = Pattern.compile("\"rawPath\":\"/do/([a-z-]+)");

  private int invocations;
  private int checkpoints;
  private int restores;

  public Echo() {
    Core.getGlobalContext().register(this);
    if (System.getenv().containsKey("FAIL_AT_START")) {
      throw new IllegalStateException("told to fail");
    }
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    checkpoints++;
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    restores++;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    invocations++;
    var event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    var action = ACTION.matcher(event);
    var answer = action.find() ? answer(action.group(1), context) : body(event);
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  private String answer(String action, Context context) {
    return switch (action) {
      case "throw" -> throw new IllegalStateException("told to throw");
      case "exit" -> {
        Runtime.getRuntime().halt(3);
        yield "";
      }
      case "hang" -> {
        System.out.println("hanging");
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException _) {
          // Nobody does.
        }
        yield "";
      }
      case "big" -> body("x".repeat(5 * 1024 * 1024));
      case "too-big" -> "\"" + "x".repeat(7 * 1024 * 1024) + "\"";
      case "almost-big" -> "\"" + "x".repeat(4 * 1024 * 1024) + "\"";
      case "no-status" -> "{\"hello\":\"wörld\"}";
      case "no-json" -> "hello";
      case "bad-status" -> "{\"statusCode\":\"none\",\"body\":\"\"}";
      case "text" -> "{\"statusCode\":201,\"body\":\"hello\"}";
      case "empty" -> "{\"statusCode\":200,\"body\":\"\"}";
      case "not-modified" -> "{\"statusCode\":304,\"headers\":{\"ETag\":\"\\\"a\\\"\"}}";
      case "headers" ->
          """
          {"statusCode":200,
           "headers":{"X-Number":7,"ETag":"\\"a\\"","Access-Control-Allow-Origin":"own",
                      "Content-Length":"1","Transfer-Encoding":"chunked"},
           "body":"hello"}
          """;
      case "count" -> body(Integer.toString(invocations));
      case "hooks" -> body(checkpoints + " " + restores);
      case "log" -> {
        System.out.println("{\"level\":\"INFO\",\"message\":\"a line\"}");
        System.err.println("an error line");
        context.getLogger().log("a logger's line\n");
        yield body("logged");
      }
      case "environment" ->
          body(
              System.getenv().entrySet().stream()
                  .map(variable -> variable.getKey() + "=" + variable.getValue())
                  .sorted()
                  .collect(Collectors.joining("\n")));
      case "machine" ->
          body(
              String.join("\n", ManagementFactory.getRuntimeMXBean().getInputArguments())
                  + "\n"
                  + Runtime.getRuntime().maxMemory());
      case "context" ->
          body(
              context.getFunctionName()
                  + "\n"
                  + context.getAwsRequestId()
                  + "\n"
                  + context.getInvokedFunctionArn()
                  + "\n"
                  + context.getRemainingTimeInMillis()
                  + "\n"
                  + context.getMemoryLimitInMB()
                  + "\n"
                  + System.getProperty("com.amazonaws.xray.traceHeader"));
      default -> body("cannot " + action);
    };
  }

  private static String body(String text) {
    return "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},"
        + "\"isBase64Encoded\":true,\"body\":\""
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "\"}";
  }
}
