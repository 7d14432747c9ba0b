package paperreviews.editions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.model.Catalogue;
import paperreviews.model.Paper;
import paperreviews.model.Section;
import paperreviews.store.Attribute;
import paperreviews.store.Item;
import paperreviews.store.Key;
import paperreviews.store.Papers;
import paperreviews.store.SdkItems;
import paperreviews.store.Sections;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an edition consists of, by id, each with a hash of its content: enough to delete all of it
 * without a scan, and to tell what changed from one edition to another.
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

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * An article, a section or a paper of an edition.
   *
   * @param kind which of them
   * @param id its id
   * @param hash a hash of what it says, wherever it stands in the catalogue
   * @param papers how many papers a section has; 0 for others
   */
  record Entry(Kind kind, String id, String hash, int papers) {
    private Item item() {
      return Item.map()
          .with("kind", kind.word())
          .with("id", id)
          .with("hash", hash)
          .with("papers", papers);
    }

    private static Entry of(Item item) {
      return new Entry(
          Kind.of(item.text("kind")), item.text("id"), item.text("hash"), item.number("papers"));
    }
  }

  /** The entries of a catalogue, each made when the stream comes to it. */
  static Stream<Entry> of(Catalogue catalogue) {
    return Stream.of(
            catalogue.articles().stream()
                .map(
                    article ->
                        new Entry(
                            Kind.ARTICLE,
                            article.id(),
                            hash(
                                first(
                                    new Catalogue(
                                        List.of(article), List.of(), List.of(), List.of()))),
                            0)),
            catalogue.sections().stream()
                .map(
                    section ->
                        new Entry(
                            Kind.SECTION,
                            section.id(),
                            hash(alone(section)),
                            section.paperCount())),
            catalogue.papers().stream()
                .map(paper -> new Entry(Kind.PAPER, paper.id(), hash(alone(paper)), 0)))
        .flatMap(entries -> entries);
  }

  private static Item first(Catalogue catalogue) {
    return Sections.stream("", catalogue).findFirst().orElseThrow();
  }

  /** The section as it says of itself, whatever papers it has. */
  private static Item alone(Section section) {
    var item = first(new Catalogue(List.of(), List.of(section), List.of(), List.of()));
    item.attributes().remove("paperCount");
    return item;
  }

  /** The paper as it says of itself, whatever stands around it. */
  private static Item alone(Paper paper) {
    var item = Papers.item("", paper);
    item.attributes().keySet().removeAll(List.of("section", "previous", "next"));
    return item;
  }

  private static String hash(Item item) {
    Map<String, Attribute> content = new HashMap<>(item.attributes());
    content.keySet().removeAll(List.of(Key.PARTITION, Key.SORT));
    return new ContentHash().add(content).end();
  }

  /** Gives the items that hold the entries, one after another. */
  static void pages(String printing, Stream<Entry> entries, Consumer<Item> page) {
    var pages = new Pages(printing, page);
    entries.forEachOrdered(pages::add);
    pages.end();
  }

  private static final class Pages {
    private final String printing;
    private final Consumer<Item> to;
    private List<Entry> entries = new ArrayList<>();
    private int count;

    Pages(String printing, Consumer<Item> to) {
      this.printing = printing;
      this.to = to;
    }

    void add(Entry entry) {
      entries.add(entry);
      if (entries.size() == PAGE) {
        end();
      }
    }

    void end() {
      if (!entries.isEmpty()) {
        to.accept(Item.at(Key.inventory(printing, ++count)).with("entries", entries, Entry::item));
        entries = new ArrayList<>();
      }
    }
  }

  /**
   * A part of an inventory.
   *
   * @param key where it lies
   * @param entries what it says
   */
  record Page(Key key, List<Entry> entries) {}

  /** The pages that the table has of an edition, in order, read as the stream comes to them. */
  static Stream<Page> read(DynamoDbClient client, String table, String printing) {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("#pk = :pk")
                    .expressionAttributeNames(Map.of("#pk", Key.PARTITION))
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(Key.inventory(printing))))
                    .consistentRead(true))
        .items()
        .stream()
        .map(SdkItems::item)
        .map(item -> new Page(item.key(), item.list("entries", Entry::of)));
  }

  /** Where the items of an entry lie, save those whose place depends on the others. */
  static Stream<Key> keys(String printing, Entry entry) {
    return switch (entry.kind) {
      case ARTICLE -> Stream.of();
      case SECTION ->
          Stream.concat(
              Stream.of(Key.sectionHead(printing, entry.id)),
              IntStream.rangeClosed(1, entry.papers)
                  .mapToObj(n -> Key.summary(printing, entry.id, n)));
      case PAPER -> Stream.of(Key.paper(printing, entry.id));
    };
  }
}
