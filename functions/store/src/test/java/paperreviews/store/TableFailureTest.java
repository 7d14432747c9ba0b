package paperreviews.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the table is read if something goes wrong, and what of an item is read. */
class TableFailureTest {
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
    DATABASE.put(name, item.attributes());
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
        Named.of("a value that is none", call -> answer(call, "{\"Item\": {\"a\": \"b\"}}")),
        Named.of("a damaged answer", TableFailureTest::damage));
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
  void readerAsksAgainAfter(Fault fault) {
    var item = put(Item.of(KEY, Map.of("text", "本文")));
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
      assertEquals(Optional.of(item), Table.of(proxy.environment(name)).item(KEY, false));
    }
    assertEquals(2, calls.get());
  }

  @Test
  void readerGivesUpAfterThreeAttempts() {
    try (var proxy = proxy(call -> call.refuse(400, "ThrottlingException"))) {
      var failure =
          assertThrows(
              TableUnavailableException.class,
              () -> Table.of(proxy.environment(name)).item(KEY, false));

      assertTrue(failure.getMessage().startsWith("GetItem failed: ThrottlingException: "));
    }
    assertEquals(3, calls.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AccessDeniedException", "ResourceNotFoundException", "ValidationException"})
  void readerDoesNotRepeatARefusedRequest(String error) {
    try (var proxy = proxy(call -> call.refuse(400, error))) {
      var failure =
          assertThrows(
              TableUnavailableException.class,
              () -> Table.of(proxy.environment(name)).item(KEY, false));

      assertTrue(failure.getMessage().startsWith("GetItem failed: %s: ".formatted(error)));
    }
    assertEquals(1, calls.get());
  }

  @Test
  void readerOfAnUnknownTableIsToldSo() {
    var failure =
        assertThrows(
            TableUnavailableException.class,
            () -> new Table(DATABASE.client(), "another").item(KEY, false));

    assertTrue(failure.getMessage().contains("ResourceNotFoundException"));
  }

  private record Values(
      String text,
      int number,
      boolean flag,
      List<String> list,
      Map<String, String> map,
      List<Map<String, Integer>> maps,
      Optional<String> missing) {}

  @Test
  void readerGetsAllTypesThatItemsHave() {
    var values =
        new Values(
            "\"\\\n\u0000𠮷🙂",
            -1_234_567,
            true,
            List.of("一", "二"),
            Map.of("name", "入れ子"),
            List.of(Map.of("n", -3), Map.of()),
            Optional.empty());
    put(Item.of(KEY, values));

    assertEquals(values, read(Values.class));
  }

  private <T> T read(Class<T> type) {
    return new Table(DATABASE.client(), name).item(KEY, false).orElseThrow().as(type);
  }

  private record Chunk(byte[] bytes) {}

  @Test
  void readerGetsBytes() {
    var bytes = new byte[100_000];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at * 31);
    }
    put(Item.of(KEY, new Chunk(bytes)));

    assertArrayEquals(bytes, read(Chunk.class).bytes());
  }

  private record Text(String text) {}

  @Test
  void readerIgnoresWhatSomebodyAddedByHand() {
    var more = new HashMap<>(Item.of(KEY, new Text("本文")).attributes());
    more.put("flag", AttributeValue.fromBool(true));
    more.put("nothing", AttributeValue.fromNul(true));
    more.put("fraction", AttributeValue.fromN("1.5"));
    more.put("words", AttributeValue.fromSs(List.of("a", "b")));
    more.put("numbers", AttributeValue.fromNs(List.of("1", "2")));
    DATABASE.put(name, more);

    assertEquals(new Text("本文"), read(Text.class));
  }

  @Test
  void readerOfAPartitionGetsAllPages() {
    // A page of a Query ends at one megabyte.
    var items =
        IntStream.rangeClosed(1, 7)
            .mapToObj(n -> put(Item.of(new Key("分割", "n" + n), new Text("x".repeat(390_000)))))
            .toList();

    try (var proxy = proxy(Call::pass)) {
      assertEquals(items, Table.of(proxy.environment(name)).partition("分割", false));
    }
    assertEquals(3, calls.get());
  }
}
