package paperreviews.local.child;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.LambdaRuntimeClientException;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What the client's {@code NativeClient} does, in Java: the client brings its native library for
 * Linux only. Its methods are those that {@code LambdaRuntimeApiClientImpl} calls.
 */
public final class JavaNativeClient {
  private static volatile String invocations = "";

  private JavaNativeClient() {}

  /** Takes host and port of the Runtime API. */
  public static void init(String runtimeApi) {
    invocations = "http://" + runtimeApi + "/2018-06-01/runtime/invocation/";
  }

  /** Waits for the next invocation. */
  public static InvocationRequest next() {
    try {
      var connection = connect("next");
      check(connection, 200);
      var request = new InvocationRequest();
      request.setId(connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
      request.setXrayTraceId(connection.getHeaderField("Lambda-Runtime-Trace-Id"));
      request.setInvokedFunctionArn(
          connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"));
      request.setDeadlineTimeInMs(connection.getHeaderFieldLong("Lambda-Runtime-Deadline-Ms", 0));
      request.setClientContext(connection.getHeaderField("Lambda-Runtime-Client-Context"));
      request.setCognitoIdentity(connection.getHeaderField("Lambda-Runtime-Cognito-Identity"));
      try (var content = connection.getInputStream()) {
        request.setContent(content.readAllBytes());
      }
      return request;
    } catch (IOException e) {
      throw failure("Failed to get next: " + e, -1);
    }
  }

  /** Hands in the answer to an invocation. */
  public static void postInvocationResponse(byte[] requestId, byte[] response) {
    try {
      var connection = connect(new String(requestId, StandardCharsets.UTF_8) + "/response");
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(response.length);
      try (var body = connection.getOutputStream()) {
        body.write(response);
      }
      check(connection, 202);
      connection.getInputStream().close();
    } catch (IOException e) {
      throw failure("Failed to post invocation response: " + e, -1);
    }
  }

  private static HttpURLConnection connect(String path) throws IOException {
    return (HttpURLConnection) URI.create(invocations + path).toURL().openConnection();
  }

  private static void check(HttpURLConnection connection, int expected) throws IOException {
    int status = connection.getResponseCode();
    if (status != expected) {
      throw failure("The Runtime API answered " + status, status);
    }
  }

  private static LambdaRuntimeClientException failure(String message, int status) {
    return new LambdaRuntimeClientException(message, status);
  }
}
