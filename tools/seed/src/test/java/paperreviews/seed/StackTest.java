package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.testing.Database;

/** The table of a stack, asked from something that answers as CloudFormation does. */
class StackTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  /**
   * As DescribeStacks answers.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html">Examples</a>
   */
  private static final String FOUND =
      """
      <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
        <DescribeStacksResult>
          <Stacks>
            <member>
              <StackId>arn:aws:cloudformation:eu-central-1:123456789012:stack/reviews/1</StackId>
              <StackName>reviews</StackName>
              <CreationTime>2026-01-02T03:04:05.678Z</CreationTime>
              <StackStatus>UPDATE_COMPLETE</StackStatus>
              <DisableRollback>false</DisableRollback>
              <Outputs>
                <member>
                  <OutputKey>ApiUrl</OutputKey>
                  <OutputValue>https://example.org</OutputValue>
                </member>
                %s
              </Outputs>
            </member>
          </Stacks>
        </DescribeStacksResult>
        <ResponseMetadata>
          <RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId>
        </ResponseMetadata>
      </DescribeStacksResponse>
      """;

  private static final String TABLE_NAME =
      "<member><OutputKey>TableName</OutputKey><OutputValue>%s</OutputValue></member>";

  private static final String REFUSED =
      """
      <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
        <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
        <RequestId>b9b4b068-3a41-11e5-94eb-example</RequestId>
      </ErrorResponse>
      """;

  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, Optional<String>> properties = new HashMap<>();
  private final AtomicReference<String> asked = new AtomicReference<>("");

  private HttpServer cloudFormation;
  private int status = 200;
  private String answer = "";

  @BeforeEach
  void start() throws IOException {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    cloudFormation =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloudFormation.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    cloudFormation.start();
    set("aws.accessKeyId", "somebody");
    set("aws.secretAccessKey", "secret");
    set(
        "aws.endpointUrlCloudFormation",
        "http://127.0.0.1:" + cloudFormation.getAddress().getPort());
    set("aws.endpointUrlDynamoDb", DATABASE.endpoint().toString());
  }

  private void set(String property, String value) {
    properties.put(property, Optional.ofNullable(System.getProperty(property)));
    System.setProperty(property, value);
  }

  @AfterEach
  void stop() {
    System.setOut(systemOut);
    System.setErr(systemErr);
    cloudFormation.stop(0);
    properties.forEach(
        (property, before) ->
            before.ifPresentOrElse(
                value -> System.setProperty(property, value),
                () -> System.clearProperty(property)));
  }

  private static int editions() {
    return Seed.run("editions", "--stack=reviews", "--region=eu-central-1");
  }

  private static List<String> lines(ByteArrayOutputStream printed) {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void namesTheTable() {
    answer = FOUND.formatted(TABLE_NAME.formatted(DATABASE.newTable()));

    assertEquals(0, editions(), err::toString);

    assertEquals(List.of("Nothing was ever published in this table."), lines(out));
    var parameters =
        Arrays.stream(asked.get().split("&"))
            .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
            .collect(Collectors.toSet());
    assertTrue(parameters.contains("Action=DescribeStacks"), parameters::toString);
    assertTrue(parameters.contains("StackName=reviews"), parameters::toString);
  }

  @Test
  void isMissing() {
    status = 400;
    answer = REFUSED.formatted("ValidationError", "Stack with id reviews does not exist");

    assertEquals(1, editions());

    assertEquals(
        List.of(
            "There is no stack reviews in this account and region. \"sam deploy\" makes it; check --stack and --region."),
        lines(err));
  }

  @Test
  void hasNoTable() {
    answer = FOUND.formatted("");

    assertEquals(1, editions());

    assertEquals(
        List.of(
            "The stack reviews has no output TableName: either it is not a stack of template.yaml, or its deployment is not done."),
        lines(err));
  }

  @Test
  void isNotForEverybody() {
    status = 403;
    answer = REFUSED.formatted("AccessDenied", "You may not.");

    assertEquals(1, editions());

    assertEquals(
        List.of("AWS does not accept these credentials for that: You may not."), lines(err));
  }

  @ParameterizedTest
  @CsvSource({
    "200, <html>Sign in</html>",
    "200, Sign in",
    "200, {}",
    "200, ''",
    "302, ''",
    "400, ''",
    "400, <html>Bad</html>",
    "403, <html>Forbidden</html>",
    "407, <html>Proxy authentication required</html>",
    "503, <html>Unavailable</html>",
  })
  void isNotFoundBehindAProxyThatAnswersItself(int status, String body) {
    this.status = status;
    answer = body;

    assertEquals(1, editions());

    assertTrue(lines(err).size() <= 2, err::toString);
    var sentence = lines(err).getFirst();
    assertTrue(status == 200 || sentence.contains(Integer.toString(status)), sentence);
    assertTrue(status >= 500 || sentence.contains(" in the place of AWS"), sentence);
    assertFalse(sentence.contains("Exception"), sentence);
  }

  @Test
  void namesTheApiToVerify() throws IOException {
    answer = FOUND.replace("https://example.org", "http://127.0.0.1:1").formatted("");

    assertEquals(1, Seed.run("verify", "--stack=reviews", "--region=eu-central-1"));

    assertTrue(lines(out).getFirst().contains("http://127.0.0.1:1/sections"), out::toString);
  }

  @Test
  void namesAnOriginThatMayReadTheApi() throws IOException {
    var origins = new ConcurrentLinkedQueue<String>();
    var api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          try (exchange) {
            origins.addAll(exchange.getRequestHeaders().getOrDefault("origin", List.of()));
            var body =
                "{\"edition\": \"e\", \"articles\": [{}], \"sections\": [{\"id\": \"s\"}]}"
                    .getBytes(StandardCharsets.UTF_8);
            Map.of(
                    "content-type", "application/json",
                    "cache-control", "max-age=60",
                    "etag", "\"tag\"",
                    "vary", "origin",
                    "x-content-type-options", "nosniff")
                .forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    api.start();
    try {
      answer =
          FOUND
              .replace("https://example.org", "http://127.0.0.1:" + api.getAddress().getPort())
              .replace(
                  "<Outputs>",
                  "<Parameters><member><ParameterKey>AllowedOrigins</ParameterKey><ParameterValue>%s</ParameterValue></member></Parameters><Outputs>"
                      .formatted("https://page.example,https://other.example"))
              .formatted("");

      Seed.run("verify", "--stack=reviews", "--region=eu-central-1");

      assertEquals(Set.of("https://page.example"), Set.copyOf(origins), out::toString);
    } finally {
      api.stop(0);
    }
  }

  @Test
  void isNotAskedForOnTheLocalStack() {
    assertEquals(2, Seed.run("editions", "--stack=reviews", "--endpoint=http://127.0.0.1:8000"));

    assertEquals(
        "--stack asks CloudFormation, which does not know what is at --endpoint; give --table",
        lines(err).getFirst());
    assertEquals("", asked.get());
  }

  @Test
  void isNotNamedTogetherWithATable() {
    assertEquals(2, Seed.run("editions", "--stack=reviews", "--table=reviews"));

    assertEquals(
        "Error: --stack=NAME, --table=NAME are mutually exclusive (specify only one)",
        lines(err).getFirst());
  }
}
