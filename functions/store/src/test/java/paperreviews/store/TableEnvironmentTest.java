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
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Call;

/** The table that a function's environment names, with the credentials that Lambda provides. */
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
      new HashMap<>(proxy.environment(DATABASE.newTable()));

  @AfterEach
  void close() {
    proxy.close();
  }

  private void ask() {
    assertEquals(Optional.empty(), Table.of(environment).item(Key.current(), false));
  }

  private void assertSignedBy(String accessKeyId) {
    var authorization = calls.getFirst().header("Authorization");
    assertTrue(authorization.contains("Credential=" + accessKeyId + "/"), authorization);
    assertTrue(authorization.contains("/eu-central-1/dynamodb/aws4_request"), authorization);
  }

  /**
   * Sets a property that the SDK reads where the environment, which a test cannot set, has none.
   */
  private static void set(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  /** Runs a test with other properties. */
  private static void with(Map<String, String> properties, Runnable test) {
    var before = new HashMap<String, String>();
    properties.keySet().forEach(name -> before.put(name, System.getProperty(name)));
    try {
      properties.forEach((name, value) -> set(name, value.isEmpty() ? null : value));
      test.run();
    } finally {
      before.forEach(TableEnvironmentTest::set);
    }
  }

  @Test
  void functionSignsWithTheSessionOfItsRoleInItsRegion() {
    with(
        Map.of(
            "aws.region", "eu-central-1",
            "aws.accessKeyId", "OfTheEnvironment",
            "aws.secretAccessKey", "secret",
            "aws.sessionToken", "session"),
        this::ask);

    assertSignedBy("OfTheEnvironment");
    assertEquals("session", calls.getFirst().header("X-Amz-Security-Token"));
  }

  @Test
  void functionWithoutATableNameSaysSo() {
    environment.put("TABLE_NAME", "");

    var missing = assertThrows(IllegalStateException.class, () -> Table.of(environment));

    assertTrue(missing.getMessage().contains("TABLE_NAME"), missing.getMessage());
  }

  @Test
  void functionWithoutAnEndpointAsksAws() {
    environment.put("DYNAMODB_ENDPOINT", "");

    // The address of a region that does not exist: no request leaves this machine.
    with(
        Map.of("aws.region", "nowhere-1"),
        () -> {
          var failure =
              assertThrows(
                  TableUnavailableException.class,
                  () -> Table.of(environment).item(Key.current(), false));
          assertTrue(failure.getMessage().contains("dns resolution"), failure.getMessage());
        });
    assertEquals(List.of(), calls);
  }

  /** Under SnapStart, Lambda offers credentials at an address. */
  @Test
  void functionUnderSnapStartGetsItsCredentialsFromAnAddress() throws Exception {
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
    try {
      with(
          Map.of(
              "aws.region", "eu-central-1",
              "aws.accessKeyId", "",
              "aws.secretAccessKey", "",
              "aws.containerCredentialsFullUri",
                  "http://127.0.0.1:%d/credentials".formatted(server.getAddress().getPort()),
              "aws.containerAuthorizationToken", "a-token"),
          this::ask);
    } finally {
      server.stop(0);
    }

    assertSignedBy("OfTheAddress");
    assertEquals("snapshot", calls.getFirst().header("X-Amz-Security-Token"));
  }
}
