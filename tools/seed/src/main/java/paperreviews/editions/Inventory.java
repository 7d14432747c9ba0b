package paperreviews.editions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.model.Catalogue;
import paperreviews.model.Json;
import paperreviews.store.Item;
import paperreviews.store.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an edition consists of, by id, each with a hash of its content: enough to delete all of it
 * without a scan, and to find what changed from one edition to another.
 */
final class Inventory {
  /** So many entries with the longest ids take half of what an item may. */
  private static final int PAGE = 1_000;

  private Inventory() {}

  /** The kinds of entries. */
  enum Kind {
    ARTICLE,
    SECTION,
    PAPER;

    /** As a heading. */
    String plural() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT) + "s";
    }

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An article, a section or a paper of an edition.
   *
   * @param kind which of them
   * @param id its id
   * @param hash a hash of its content, wherever it occurs in the catalogue
   * @param papers how many papers a section has; 0 for others
   */
  record Entry(Kind kind, String id, String hash, int papers) {}

  /** Returns the entries of a catalogue. */
  static List<Entry> of(Catalogue catalogue) {
    return Stream.of(
            catalogue.articles().stream()
                .map(article -> new Entry(Kind.ARTICLE, article.id(), hash(article), 0)),
            catalogue.sections().stream()
                .map(
                    section ->
                        new Entry(
                            Kind.SECTION,
                            section.id(),
                            hash(section, "paperCount"),
                            section.paperCount())),
            catalogue.papers().stream()
                .map(
                    paper ->
                        new Entry(
                            Kind.PAPER, paper.id(), hash(paper, "section", "previous", "next"), 0)))
        .flatMap(entries -> entries)
        .toList();
  }

  /** Returns a hash of a record's content, without some of its fields. */
  private static String hash(Object value, String... ignored) {
    ObjectNode content = Json.MAPPER.valueToTree(value);
    return EditionId.hash(content.without(List.of(ignored)));
  }

  /** Returns the items that store the entries. */
  static Stream<Item> pages(String buildId, List<Entry> entries) {
    var number = new AtomicInteger();
    return entries.stream()
        .gather(Gatherers.windowFixed(PAGE))
        .map(page -> Item.of(Key.inventory(buildId, number.incrementAndGet()), new Entries(page)));
  }

  private record Entries(List<Entry> entries) {}

  /**
   * A part of an inventory.
   *
   * @param key where it lies
   * @param entries what it says
   */
  record Page(Key key, List<Entry> entries) {}

  /** The pages that the table has of an edition, in order, read as the stream comes to them. */
  static Stream<Page> read(DynamoDbClient client, String table, String buildId) {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("#pk = :pk")
                    .expressionAttributeNames(Map.of("#pk", Key.PARTITION))
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(Key.inventory(buildId))))
                    .consistentRead(true))
        .items()
        .stream()
        .map(Item::new)
        .map(item -> new Page(item.key(), item.as(Entries.class).entries()));
  }

  /** Where the items of an entry lie, save those whose place depends on the others. */
  static Stream<Key> keys(String buildId, Entry entry) {
    return switch (entry.kind) {
      case ARTICLE -> Stream.of();
      case SECTION ->
          Stream.concat(
              Stream.of(Key.sectionHead(buildId, entry.id)),
              IntStream.rangeClosed(1, entry.papers)
                  .mapToObj(n -> Key.summary(buildId, entry.id, n)));
      case PAPER -> Stream.of(Key.paper(buildId, entry.id));
    };
  }
}
