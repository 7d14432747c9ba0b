package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paperreviews.testing.Printed.lines;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.testing.Database;
import paperreviews.testing.Printed;
import paperreviews.testing.Reviews;

class SeedTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final String GO_ON =
      "Readers see nothing half-written. Run the same command again to go on.";

  @RegisterExtension private final Printed printed = new Printed();

  private final ByteArrayOutputStream out = printed.out();
  private final ByteArrayOutputStream err = printed.err();

  @TempDir private Path folder;

  private int publish(String table, URI endpoint) {
    return Seed.run(
        "publish", folder.toString(), "--table", table, "--endpoint", endpoint.toString());
  }

  @Test
  void publishesReviews() {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(0, publish(DATABASE.newTable(), DATABASE.endpoint()));

    assertEquals("Read " + folder + ": articles 1, sections 2, papers 3.", lines(out).getFirst());
    assertTrue(
        lines(out).getLast().matches("Edition [0-9a-f]{16} is current now\\."), out::toString);
    assertEquals(List.of(), lines(err));
  }

  @Test
  void saysThatNothingChanged() {
    Reviews.write(folder, "a.yaml", Reviews.FILE);
    var table = DATABASE.newTable();
    publish(table, DATABASE.endpoint());

    assertEquals(0, publish(table, DATABASE.endpoint()));

    assertTrue(
        lines(out).getLast().matches("Nothing changed: edition [0-9a-f]{16} is current already\\."),
        out::toString);
  }

  @Test
  void reportsFaultsAndPublishesNothing() {
    Reviews.write(
        folder,
        "a.yaml",
        Reviews.FILE.replace("role: Reader", "rule: Reader").replace("id: speech", "id: Speech"));
    var table = DATABASE.newTable();

    assertEquals(1, publish(table, DATABASE.endpoint()));

    assertEquals(
        List.of(
            "a.yaml:7: \"rule\" is unknown here; known are name, role, links",
            "a.yaml:32: \"id\" is Speech; use small letters, digits and hyphens between them, such"
                + " as data-augmentation",
            "Faults: 2. Nothing was published."),
        lines(err));
    assertEquals(List.of(), lines(out));
    assertTrue(DATABASE.everything(table).isEmpty());
  }

  @Test
  void saysWhereToFindTheNameOfTheTable() {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(1, publish("no-such-table", DATABASE.endpoint()));

    assertEquals(
        List.of(
            "There is no table of that name. --stack finds it; check --region and --endpoint, too."),
        lines(err));
  }

  @Test
  void saysThatNobodyAnswersAtTheEndpoint() throws IOException {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(1, publish("reviews", silentEndpoint()));

    assertEquals(List.of("The endpoint cannot be reached: Connection refused", GO_ON), lines(err));
  }

  @Test
  @Timeout(5)
  void doesNotKeepAnybodyWaitingForALocalStackThatDoesNotRun() throws IOException {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(1, publish("reviews", silentEndpoint()));
  }

  @Test
  void asksTheLocalStackPastTheProxyOfTheEnvironment() throws IOException {
    Reviews.write(folder, "a.yaml", Reviews.FILE);
    var proxy = silentEndpoint();
    try {
      System.setProperty("http.proxyHost", proxy.getHost());
      System.setProperty("http.proxyPort", Integer.toString(proxy.getPort()));

      assertEquals(0, publish(DATABASE.newTable(), DATABASE.endpoint()), err::toString);
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"editions", "rollback", "prune"})
  void saysHowToReplaceADamagedPointer(String command) {
    var table = DATABASE.newTable();
    DATABASE.put(table, Item.of(Key.current(), Map.of("paperCount", "\u001b[31m")).attributes());

    assertEquals(
        1,
        Seed.run(
            Stream.concat(
                    Stream.of(command, "--table=" + table, "--endpoint=" + DATABASE.endpoint()),
                    command.equals("prune") ? Stream.of("--keep=1") : Stream.of())
                .toArray(String[]::new)));

    assertTrue(
        lines(err).getFirst().startsWith("The item Key[pk=catalogue, sk=current] is not a"),
        err::toString);
    assertEquals(
        "Delete this item and publish again: see \"A damaged pointer\" in docs/runbook.md.",
        lines(err).getLast());
    assertFalse(err.toString(StandardCharsets.UTF_8).contains("\u001b"), err::toString);
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    Reviews.write(folder, "a.yaml", Reviews.FILE);
    int exitCode =
        Seed.run(
            "publish",
            folder.toString(),
            "--table=reviews",
            "--region=eu-central-1",
            "--endpoint=http://nowhere.invalid");

    assertEquals(1, exitCode);
    assertEquals(
        List.of("There is no host nowhere.invalid; check --region, --endpoint and the network."),
        lines(err));
  }

  @ParameterizedTest
  @CsvSource({
    "400, AccessDeniedException, AWS does not accept these credentials for that",
    "400, UnrecognizedClientException, AWS does not accept these credentials for that",
    "400, ExpiredTokenException, AWS does not accept these credentials for that",
    "403, SomeException, AWS does not accept these credentials for that",
    "400, ValidationException, The table refuses that",
  })
  void doesNotAdviseToTryAgainWhatCannotSucceed(int status, String error, String sentence)
      throws IOException {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(1, publishTo(status, error));

    assertEquals(List.of(sentence + ": You may not."), lines(err));
  }

  @ParameterizedTest
  @CsvSource({
    "400, ProvisionedThroughputExceededException",
    "400, ThrottlingException",
    "500, InternalServerError",
    "503, ServiceUnavailable",
  })
  void advisesToTryAgainWhatMayPass(int status, String error) throws IOException {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(1, publishTo(status, error));

    assertEquals(List.of("The table is too busy or out of order: You may not.", GO_ON), lines(err));
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>Sign in</html>",
    "200, null",
    "200, []",
    "200, {}",
    "200, ''",
    "302, ''",
    "302, <html>Moved</html>",
    "400, ''",
    "400, <html>Bad</html>",
    "400, {}",
    "400, null",
    "403, <html>Forbidden</html>",
    "403, ''",
    "404, <html>Not found</html>",
    "407, <html>Proxy authentication required</html>",
    "418, ''",
    "500, ''",
    "502, <html>Bad gateway</html>",
    "503, <html>Unavailable</html>",
  })
  void namesTheStatusWhereAProxyAnswersInThePlaceOfAws(int status, String body) throws IOException {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(1, publishToServer(status, body));

    assertTrue(lines(err).size() <= 2, err::toString);
    var sentence = lines(err).getFirst();
    assertTrue(status == 200 || sentence.contains(Integer.toString(status)), sentence);
    assertTrue(
        sentence.contains(
            status >= 500
                ? "is too busy or out of order: "
                : "check --endpoint, the proxy settings"),
        sentence);
    assertFalse(err.toString(StandardCharsets.UTF_8).contains("Exception"), err::toString);
  }

  @Test
  void escapesWhatAServerSays() throws IOException {
    Reviews.write(folder, "a.yaml", Reviews.FILE);

    assertEquals(
        1,
        publishToServer(
            400,
            "{\"__type\": \"a#ValidationException\", \"message\": \"x\\n::error \\u001b[31m\"}"));

    assertEquals(List.of("The table refuses that: x\\u000A::error \\u001B[31m"), lines(err));
  }

  /** Publishes to a database that answers everything with this error. */
  private int publishTo(int status, String error) throws IOException {
    return publishToServer(
        status,
        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#%s\", \"message\": \"You may not.\"}"
            .formatted(error));
  }

  /** Publishes to a server that answers everything with this body. */
  private int publishToServer(int status, String body) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var answer = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("location", "https://proxy.example/sign-in");
          exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
          if (answer.length > 0) {
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
    try {
      return publish("reviews", URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static URI silentEndpoint() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  @Test
  void refusesAnEndpointThatIsNoAddress() {
    for (var endpoint :
        List.of(
            "localhost:8000", "//localhost:8000", "127.0.0.1", "http:///x", "ftp://localhost")) {
      err.reset();

      assertEquals(2, publish("reviews", URI.create(endpoint)));

      assertEquals(
          "--endpoint is " + endpoint + "; give an address such as http://localhost:8000",
          lines(err).getFirst());
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(2, Seed.run("publish"));
    assertEquals("Missing required parameter: 'REVIEWS'", lines(err).getFirst());
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("Usage: seed publish"));

    for (var command : List.of("publish reviews", "editions", "rollback", "prune --keep=1")) {
      err.reset();
      assertEquals(2, Seed.run(command.split(" ")));
      assertEquals(
          "Error: Missing required argument (specify one of these): (--stack=NAME | --table=NAME)",
          lines(err).getFirst());
    }
  }

  @Test
  void refusesToKeepNothingAndToLookIntoTheFuture() {
    assertEquals(2, Seed.run("prune", "--keep=0", "--table=t"));
    assertEquals("--keep is 0; give 1 or more", lines(err).getFirst());

    err.reset();
    assertEquals(2, Seed.run("prune", "--keep=1", "--grace=-1", "--table=t"));
    assertEquals("--grace is -1; give 0 or more minutes", lines(err).getFirst());
  }

  @Test
  void publishesListsGoesBackAndPrunes() {
    var table = DATABASE.newTable();
    var endpoint = DATABASE.endpoint().toString();
    String[] on = {"--table", table, "--endpoint", endpoint};
    Reviews.write(folder, "a.yaml", Reviews.FILE);
    publish(table, DATABASE.endpoint());
    var first = lines(out).getLast().split(" ")[1];
    Reviews.write(folder, "a.yaml", Reviews.FILE.replace("It looks well", "It looks better"));

    out.reset();
    assertEquals(0, run("publish " + folder + " --dry-run", on));
    assertEquals("  ~ looking", lines(out).get(3));
    assertEquals("Nothing was published.", lines(out).getLast());

    publish(table, DATABASE.endpoint());
    var second = lines(out).getLast().split(" ")[1];
    out.reset();
    assertEquals(0, run("rollback", on));
    assertEquals(
        List.of("Edition %s is current now; before it was %s.".formatted(first, second)),
        lines(out));

    out.reset();
    assertEquals(0, run("prune --keep 1", on));
    assertTrue(lines(out).getFirst().startsWith("Edition " + second + " is kept until "));
    assertEquals(0, run("prune --keep 1 --grace 0", on));
    assertEquals("Deleted: 1.", lines(out).getLast());

    out.reset();
    assertEquals(0, run("editions", on));
    assertEquals(2, lines(out).size(), out::toString);
    assertTrue(lines(out).getLast().startsWith(first) && lines(out).getLast().endsWith(" current"));

    assertEquals(1, run("rollback", on));
    assertEquals(
        List.of("Edition " + first + " is the first; there is none before it."), lines(err));
    assertEquals(1, run("rollback " + second, on));
    assertEquals(
        "There is no edition " + second + ". ./seed editions lists all.", lines(err).getLast());
  }

  private static int run(String command, String... on) {
    return Seed.run(
        Stream.concat(Arrays.stream(command.split(" ")), Arrays.stream(on)).toArray(String[]::new));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertEquals(2, Seed.run("publish", folder.toString(), "--table", "t", "--force"));
    assertTrue(lines(err).getFirst().startsWith("Unknown option: '--force'"), err::toString);

    err.reset();
    assertEquals(2, Seed.run("unpublish"));
    assertTrue(lines(err).getFirst().contains("'unpublish'"), err::toString);
  }

  @Test
  void escapesWhatAScriptPasses() {
    assertEquals(2, Seed.run("publish", "reviews", "--table", "t", "--endpoint", "a\n::error b"));
    assertEquals(2, Seed.run("publish\u001B[31m"));
    assertFalse(err.toString().contains("\n::error"), err::toString);
    assertFalse(err.toString().contains("\u001B"), err::toString);
  }

  @Test
  void helps() {
    for (var arguments : List.of(new String[] {}, new String[] {"help"}, new String[] {"--help"})) {
      out.reset();
      assertEquals(0, Seed.run(arguments));
      assertTrue(lines(out).getFirst().startsWith("Usage: seed "), out::toString);
      for (var command : List.of("publish", "editions", "rollback", "prune", "verify")) {
        assertTrue(lines(out).stream().anyMatch(line -> line.startsWith("  " + command)));
      }
    }
    for (var arguments :
        List.of(new String[] {"help", "publish"}, new String[] {"publish", "--help"})) {
      out.reset();
      assertEquals(0, Seed.run(arguments));
      assertTrue(lines(out).getFirst().startsWith("Usage: seed publish "), out::toString);
      for (var option :
          List.of("--stack=NAME", "--table=NAME", "--region=REGION", "--endpoint=URL", "REVIEWS")) {
        assertTrue(
            lines(out).stream().anyMatch(line -> line.strip().startsWith(option)), out::toString);
      }
    }
    assertEquals(List.of(), lines(err));
  }
}
