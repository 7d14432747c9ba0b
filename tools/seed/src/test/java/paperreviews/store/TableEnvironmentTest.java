package paperreviews.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Call;

/** The table as Lambda's environment tells of it, with the credentials that Lambda gives. */
class TableEnvironmentTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final FaultyProxy proxy =
      FaultyProxy.to(
          DATABASE.endpoint(),
          call -> {
            calls.add(call);
            call.pass();
          });

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "DYNAMODB_ENDPOINT",
              proxy.endpoint().toString(),
              "AWS_REGION",
              "eu-central-1",
              "TABLE_NAME",
              DATABASE.newTable(),
              "AWS_ACCESS_KEY_ID",
              "OfTheEnvironment",
              "AWS_SECRET_ACCESS_KEY",
              "secret"));

  @AfterEach
  void close() {
    proxy.close();
  }

  private void ask() {
    assertEquals(Optional.empty(), Table.from(environment).itemAsSeen(Key.current()));
  }

  private void assertSignedBy(String accessKeyId) {
    var authorization = calls.getFirst().header("Authorization");
    assertTrue(authorization.contains("Credential=" + accessKeyId + "/"), authorization);
    assertTrue(authorization.contains("/eu-central-1/dynamodb/aws4_request"), authorization);
  }

  @Test
  void isAskedWithTheSessionOfTheFunctionsRole() {
    environment.put("AWS_SESSION_TOKEN", "session");

    ask();

    assertSignedBy("OfTheEnvironment");
    assertEquals("session", calls.getFirst().header("X-Amz-Security-Token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DYNAMODB_ENDPOINT", "AWS_REGION", "TABLE_NAME", "AWS_SECRET_ACCESS_KEY"})
  void saysWhatIsNotSet(String variable) {
    environment.put(variable, "");

    var missing = assertThrows(IllegalStateException.class, () -> Table.from(environment));

    assertTrue(missing.getMessage().contains(variable), missing.getMessage());
  }

  /** Where there is a snapshot, Lambda gives credentials at an address. */
  @Test
  void isAskedWithCredentialsFromAnAddress() throws Exception {
    environment.remove("AWS_ACCESS_KEY_ID");
    environment.remove("AWS_SECRET_ACCESS_KEY");
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/credentials",
        exchange -> {
          boolean authorized =
              "a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          var body =
              """
              {"AccessKeyId": "OfTheAddress", "SecretAccessKey": "secret", "Token": "snapshot",
               "Expiration": "%s"}
              """
                  .formatted(Instant.now().plus(Duration.ofHours(1)))
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(authorized ? 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    // The SDK looks at these where the environment, which a test cannot set, has none.
    System.setProperty(
        "aws.containerCredentialsFullUri",
        "http://127.0.0.1:%d/credentials".formatted(server.getAddress().getPort()));
    System.setProperty("aws.containerAuthorizationToken", "a-token");
    try {
      ask();
    } finally {
      System.clearProperty("aws.containerCredentialsFullUri");
      System.clearProperty("aws.containerAuthorizationToken");
      server.stop(0);
    }

    assertSignedBy("OfTheAddress");
    assertEquals("snapshot", calls.getFirst().header("X-Amz-Security-Token"));
  }
}
