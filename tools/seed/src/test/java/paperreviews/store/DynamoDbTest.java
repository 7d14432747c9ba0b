package paperreviews.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import paperreviews.testing.FaultyProxy.Call;
import paperreviews.testing.FaultyProxy.Fault;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the table is asked, when all goes well and when it does not. */
class DynamoDbTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Key KEY = new Key("鍵", "sort");

  private final String name = DATABASE.newTable();
  private final AtomicInteger calls = new AtomicInteger();

  private FaultyProxy proxy(Fault fault) {
    return FaultyProxy.to(
        DATABASE.endpoint(),
        call -> {
          calls.incrementAndGet();
          fault.on(call);
        });
  }

  private Item put(Item item) {
    DATABASE.put(name, SdkItems.of(item));
    return item;
  }

  private static Stream<Named<Fault>> passing() {
    return Stream.of(
        Named.of("a lost request", call -> {}),
        Named.of("a lost answer", Call::ask),
        Named.of("500", call -> call.refuse(500, "InternalServerError")),
        Named.of("503", call -> call.refuse(503, "ServiceUnavailable")),
        Named.of(
            "a throttled table",
            call -> call.refuse(400, "ProvisionedThroughputExceededException")),
        Named.of("a throttled account", call -> call.refuse(400, "RequestLimitExceeded")),
        Named.of("throttling", call -> call.refuse(400, "ThrottlingException")),
        Named.of(
            "a proxy's page", call -> call.answer(200, "<html>Back soon</html>".getBytes(UTF_8))),
        Named.of("a proxy's error", call -> call.answer(502, "<html>Oh</html>".getBytes(UTF_8))),
        Named.of(
            "half of an answer", call -> call.answer(200, "{\"Item\": {\"pk\"".getBytes(UTF_8))),
        Named.of("an item that is none", call -> answer(call, "{\"Item\": null}")),
        Named.of("a value of no type", call -> answer(call, "{\"Item\": {\"a\": {}}}")),
        Named.of("a value that is none", call -> answer(call, "{\"Item\": {\"a\": \"b\"}}")),
        Named.of("no answer", call -> call.answer(200, new byte[0])),
        Named.of("a damaged answer", DynamoDbTest::damage));
  }

  private static void answer(Call call, String body) throws IOException {
    call.answer(200, body.getBytes(UTF_8));
  }

  private static void damage(Call call) throws IOException, InterruptedException {
    var answer = new String(call.ask().body(), UTF_8);
    call.answer(200, answer.replace("text", "test").getBytes(UTF_8), "1");
  }

  @ParameterizedTest
  @MethodSource("passing")
  void asksAgainAfter(Fault fault) {
    var item = put(Item.at(KEY).with("text", "本文"));
    var once =
        (Fault)
            call -> {
              if (calls.get() == 1) {
                fault.on(call);
              } else {
                call.pass();
              }
            };
    try (var proxy = proxy(once)) {
      assertEquals(Optional.of(item), proxy.table(name).itemAsSeen(KEY));
    }
    assertEquals(2, calls.get());
  }

  @Test
  void givesUpTheThirdTime() {
    try (var proxy = proxy(call -> call.refuse(400, "ThrottlingException"))) {
      var failure =
          assertThrows(TableUnavailableException.class, () -> proxy.table(name).itemAsSeen(KEY));

      assertTrue(failure.getMessage().startsWith("GetItem failed 3 times: 400 "));
      assertTrue(failure.getMessage().contains("ThrottlingException"));
    }
    assertEquals(3, calls.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AccessDeniedException", "ResourceNotFoundException", "ValidationException"})
  void asksOnlyOnceWhatIsRefused(String error) {
    try (var proxy = proxy(call -> call.refuse(400, error))) {
      var failure =
          assertThrows(TableUnavailableException.class, () -> proxy.table(name).itemAsSeen(KEY));

      assertTrue(failure.getMessage().startsWith("GetItem was refused: 400 "));
      assertTrue(failure.getMessage().contains(error));
    }
    assertEquals(1, calls.get());
  }

  @Test
  void saysThatThereIsNoTable() {
    var failure =
        assertThrows(
            TableUnavailableException.class, () -> DATABASE.table("another").itemAsSeen(KEY));

    assertTrue(failure.getMessage().contains("ResourceNotFoundException"));
  }

  @Test
  void saysThatThereAreNoCredentials() {
    var table =
        new Table(
            DATABASE.endpoint(),
            "eu-west-1",
            () -> {
              throw SdkClientException.create("The role is gone");
            },
            name);

    var failure = assertThrows(TableUnavailableException.class, () -> table.itemAsSeen(KEY));

    assertTrue(failure.getMessage().contains("The role is gone"));
  }

  @Test
  void readsAllTypesThatItemsHave() {
    var nested = Item.map().with("name", "入れ子").with("n", -3);
    var item =
        put(
            Item.at(KEY)
                .with("text", "\"\\\n\u0000𠮷🙂")
                .with("number", 1_234_567)
                .with("list", List.of("一", "二"))
                .with("map", nested)
                .with("maps", List.of(nested, nested), each -> each));

    assertEquals(Optional.of(item), DATABASE.table(name).itemAsSeen(KEY));
  }

  @Test
  void readsBytes() {
    var bytes = new byte[100_000];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at * 31);
    }
    put(Item.at(KEY).with("bytes", bytes));

    var read = DATABASE.table(name).itemAsSeen(KEY).orElseThrow();

    assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(read.bytes("bytes")));
  }

  @Test
  void leavesOutWhatSomebodyAddedByHand() {
    var item = Item.at(KEY).with("text", "本文");
    var more = new HashMap<>(SdkItems.of(item));
    more.put("flag", AttributeValue.fromBool(true));
    more.put("nothing", AttributeValue.fromNul(true));
    more.put("words", AttributeValue.fromSs(List.of("a", "b")));
    more.put("numbers", AttributeValue.fromNs(List.of("1", "2")));
    DATABASE.put(name, more);

    assertEquals(Optional.of(item), DATABASE.table(name).itemAsSeen(KEY));
  }

  @Test
  void readsAPartitionOfManyPages() {
    // A page of a Query ends at one megabyte.
    var items =
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> put(Item.at(new Key("分割", "n" + n)).with("text", "x".repeat(390_000))))
            .toList();

    try (var proxy = proxy(Call::pass)) {
      assertEquals(items, proxy.table(name).partition("分割", false));
    }
    assertEquals(3, calls.get());
  }

  @Test
  void signsAsAwsDescribesIt() throws Exception {
    var seen = Collections.synchronizedList(new ArrayList<Call>());
    try (var proxy =
        proxy(
            call -> {
              seen.add(call);
              call.pass();
            })) {
      var identity = AwsSessionCredentialsIdentity.create("AnId", "a-secret", "a-token");
      new Table(proxy.endpoint(), "eu-central-1", () -> identity, name).itemAsSeen(KEY);
    }

    var call = seen.getFirst();
    assertEquals("a-token", call.header("X-Amz-Security-Token"));
    var date = call.header("X-Amz-Date");
    var parts =
        Stream.of(call.header("Authorization").replaceFirst("AWS4-HMAC-SHA256 ", "").split(", "))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    var scope = date.substring(0, 8) + "/eu-central-1/dynamodb/aws4_request";
    assertEquals("AnId/" + scope, parts.get("Credential"));
    var signed = List.of(parts.get("SignedHeaders").split(";"));
    assertTrue(
        signed.containsAll(List.of("host", "x-amz-date", "x-amz-security-token", "x-amz-target")),
        signed::toString);
    assertEquals(signature(call, signed, date, scope), parts.get("Signature"));
  }

  /**
   * The signature as described in <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
   * a signed AWS API request</a>.
   */
  private static String signature(Call call, List<String> signed, String date, String scope)
      throws Exception {
    var headers =
        signed.stream()
            .map(header -> header + ":" + call.header(header) + "\n")
            .collect(Collectors.joining());
    var canonical =
        String.join("\n", "POST", "/", "", headers, String.join(";", signed), sha256(call.body()));
    var text =
        String.join("\n", "AWS4-HMAC-SHA256", date, scope, sha256(canonical.getBytes(UTF_8)));
    var key = "AWS4a-secret".getBytes(UTF_8);
    for (var part : scope.split("/")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] hmac(byte[] key, String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }
}
