package paperreviews.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paperreviews.model.Edition;
import paperreviews.testing.Asked;
import paperreviews.testing.Database;
import paperreviews.testing.FaultyProxy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CurrentEditionTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Edition FIRST = edition("first");
  private static final Edition SECOND = edition("second");

  private final Asked asked = new Asked();
  private final String name = DATABASE.newTable();
  private FaultyProxy proxy;
  private CurrentEdition current;

  // Close to its overflow, as the clock may be: nanoTime starts anywhere.
  private long now = Long.MAX_VALUE - Duration.ofSeconds(2).toNanos();

  private static Edition edition(String id) {
    return new Edition(id, id + ".1", Instant.parse("2026-01-02T03:04:05Z"), 1, 2, 3, "1905.11946");
  }

  @BeforeEach
  void open() {
    proxy = FaultyProxy.to(DATABASE.endpoint(), asked);
    current =
        new CurrentEdition(Table.of(proxy.environment(name)), Duration.ofSeconds(5), () -> now);
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  private void publish(Edition edition) {
    DATABASE.put(name, Item.of(Key.current(), edition).attributes());
  }

  private void wait(Duration duration) {
    now += duration.toNanos();
  }

  @Test
  void isCachedUpToItsMaximumAge() {
    publish(FIRST);
    assertEquals(Optional.of(FIRST), current.get());
    publish(SECOND);
    asked.take();

    // Before the clock overflows, and after.
    wait(Duration.ofSeconds(1));
    assertEquals(Optional.of(FIRST), current.get());
    wait(Duration.ofSeconds(4));
    assertEquals(Optional.of(FIRST), current.get());

    assertEquals(List.of(), asked.take());
  }

  @Test
  void isReadAgainAfterItsMaximumAge() {
    publish(FIRST);
    assertEquals(Optional.of(FIRST), current.get());
    publish(SECOND);
    asked.take();

    wait(Duration.ofSeconds(5).plusNanos(1));

    assertEquals(Optional.of(SECOND), current.get());
    assertEquals(List.of("GetItem"), asked.take());
  }

  @Test
  void isCachedAgainAfterARead() {
    publish(FIRST);
    current.get();
    wait(Duration.ofSeconds(6));
    current.get();
    publish(SECOND);
    asked.take();

    wait(Duration.ofSeconds(4));

    assertEquals(Optional.of(FIRST), current.get());
    assertEquals(List.of(), asked.take());
  }

  @Test
  void isReadAgainOnceCleared() {
    publish(FIRST);
    current.get();
    publish(SECOND);

    current.clear();

    assertEquals(Optional.of(SECOND), current.get());
  }

  @Test
  void isNeverCachedWhileAbsent() {
    assertEquals(Optional.empty(), current.get());

    publish(FIRST);

    assertEquals(Optional.of(FIRST), current.get());
  }

  @Test
  void isUnreadableIfAReaderMissesSomethingAndItsRecordIsGone() {
    publish(FIRST);
    assertEquals(Optional.of(FIRST), current.get());

    assertThrows(UnreadableEditionException.class, current::refresh);

    DATABASE.put(name, Key.edition(FIRST.buildId()).attributes());
    assertEquals(Optional.of(FIRST), current.refresh());
  }

  @Test
  void isReadOnlyOnceWhileAbsent() {
    assertEquals(Optional.empty(), current.get());

    assertEquals(List.of("GetItem"), asked.take());
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        arguments("id", AttributeValue.fromNul(true)),
        arguments("id", AttributeValue.fromS("")),
        arguments("id", AttributeValue.fromS("a\r\nheader: b")),
        arguments("id", AttributeValue.fromL(List.of())),
        arguments("buildId", AttributeValue.fromM(Map.of())),
        arguments("buildId", AttributeValue.fromSs(List.of("first.1"))),
        arguments("buildId", AttributeValue.fromS("x".repeat(3_000))),
        arguments("publishedAt", AttributeValue.fromS("yesterday")),
        arguments("publishedAt", AttributeValue.fromBool(true)),
        arguments("paperCount", AttributeValue.fromS("many")),
        arguments("paperCount", AttributeValue.fromN("1e100")),
        arguments("articleCount", AttributeValue.fromN("0")),
        arguments("sectionCount", AttributeValue.fromN("-1")));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isUnreadableIfThePointerIsDamaged(String attribute, AttributeValue damage) {
    var pointer = new HashMap<>(Item.of(Key.current(), FIRST).attributes());
    pointer.put(attribute, damage);
    DATABASE.put(name, pointer);

    assertThrows(UnreadableEditionException.class, current::get);
  }

  @Test
  void isUnreadableIfThePointerIsEmpty() {
    DATABASE.put(name, Key.current().attributes());

    var failure = assertThrows(UnreadableEditionException.class, current::get);

    assertTrue(failure.getMessage().contains("current"), failure.getMessage());
  }
}
