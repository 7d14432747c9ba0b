package paperreviews.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import paperreviews.store.TableJson.Reply;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * DynamoDB's <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">low-level
 * API</a>, over the JDK's HTTP client and signed by the SDK's signer.
 *
 * <p>The SDK's client does the same for every operation there is, and making and first using it was
 * more than half of a function's start.
 */
final class DynamoDb {
  private static final int ATTEMPTS = 3;
  private static final Duration CONNECTING = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofMillis(2500);
  private static final Duration CALL = Duration.ofSeconds(6);
  private static final int FIRST_PAUSE_MILLIS = 25;

  /**
   * What passes by itself, of the <a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">errors</a>
   * that come as a 400.
   */
  private static final Set<String> PASSING =
      Set.of(
          "ProvisionedThroughputExceededException", "RequestLimitExceeded", "ThrottlingException");

  private final URI endpoint;
  private final URL url;
  private final String region;
  private final Supplier<? extends AwsCredentialsIdentity> credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  /** Calls it there. The credentials are asked for at each attempt. */
  DynamoDb(URI endpoint, String region, Supplier<? extends AwsCredentialsIdentity> credentials) {
    this.endpoint = endpoint;
    this.region = region;
    this.credentials = credentials;
    try {
      url = endpoint.resolve("/").toURL();
    } catch (MalformedURLException unknownProtocol) {
      throw new IllegalStateException("No address of a table: " + endpoint, unknownProtocol);
    }
  }

  /**
   * Calls an operation, up to three times.
   *
   * @param operation its name, such as {@code GetItem}
   * @param request its parameters as JSON
   * @throws TableUnavailableException if there was no good answer, within six seconds
   */
  Reply call(String operation, byte[] request) {
    long deadline = System.nanoTime() + CALL.toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(operation, request, deadline);
      } catch (RefusedException refused) {
        throw new TableUnavailableException(
            operation + " was refused: " + refused.getMessage(), refused);
      } catch (IOException failure) {
        if (attempt == ATTEMPTS || !pause(attempt, deadline)) {
          throw new TableUnavailableException(
              "%s failed %d times: %s".formatted(operation, attempt, failure.getMessage()),
              failure);
        }
      }
    }
  }

  /** What asking again does not mend. */
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private Reply attempt(String operation, byte[] request, long deadline) throws IOException {
    var connection = open(deadline);
    sign(operation, request)
        .forEachHeader((name, values) -> connection.setRequestProperty(name, values.getFirst()));
    try (var body = connection.getOutputStream()) {
      body.write(request);
    }
    int status = connection.getResponseCode();
    // Read to its end, so that the connection can be used again.
    try (var stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      var body = stream == null ? new byte[0] : read(stream, deadline);
      if (status == HttpURLConnection.HTTP_OK) {
        verify(body, connection.getHeaderField("x-amz-crc32"));
        return TableJson.reply(body);
      }
      var message = "%d %s".formatted(status, new String(body, StandardCharsets.UTF_8));
      throw status >= 500 || PASSING.contains(TableJson.errorType(body))
          ? new IOException(message)
          : new RefusedException(message);
    }
  }

  private HttpURLConnection open(long deadline) throws IOException {
    var connection = (HttpURLConnection) url.openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) CONNECTING.toMillis());
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    // Zero would stand for no limit.
    connection.setReadTimeout((int) Math.clamp(left, 1, ATTEMPT.toMillis()));
    return connection;
  }

  private SdkHttpRequest sign(String operation, byte[] body) throws IOException {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .putHeader("Content-Type", "application/x-amz-json-1.0")
            .putHeader("X-Amz-Target", "DynamoDB_20120810." + operation)
            .build();
    try {
      return signer
          .sign(
              sign ->
                  sign.identity(credentials.get())
                      .request(request)
                      .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                      .putProperty(AwsV4HttpSigner.REGION_NAME, region))
          .request();
    } catch (SdkException noCredentials) {
      throw new IOException(noCredentials);
    }
  }

  /** Reads all of a body; the time limit of a connection is only for each part that arrives. */
  private static byte[] read(InputStream body, long deadline) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var part = new byte[16 * 1024];
    for (int length = body.read(part); length >= 0; length = body.read(part)) {
      bytes.write(part, 0, length);
      if (System.nanoTime() > deadline) {
        throw new SocketTimeoutException("The answer did not end in time");
      }
    }
    return bytes.toByteArray();
  }

  private static void verify(byte[] body, String expected) throws IOException {
    if (expected != null) {
      var crc = new CRC32();
      crc.update(body);
      if (!expected.equals(Long.toString(crc.getValue()))) {
        throw new IOException("The answer does not have the check sum " + expected);
      }
    }
  }

  /**
   * Waits before the next attempt, at random for up to 25 ms, then 50 ms, as <a
   * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">AWS
   * advises</a>.
   *
   * @return whether there is time for another one
   */
  private static boolean pause(int attempt, long deadline) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << (attempt - 1)));
      return System.nanoTime() < deadline;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
