package paperreviews.editions;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paperreviews.editions.Inventory.Kind;
import paperreviews.model.Catalogue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What publishing a catalogue would change. It is told from the current edition's inventory. */
public final class Changes {
  private final DynamoDbClient client;
  private final String table;
  private final PrintStream out;

  /** Compares with this table and prints what it finds. */
  public Changes(DynamoDbClient client, String table, PrintStream out) {
    this.client = client;
    this.table = table;
    this.out = out;
  }

  /** Prints what publishing a catalogue would add, change and remove, by id; changes nothing. */
  public void print(Catalogue catalogue) {
    var id = EditionId.of(catalogue);
    var current = new EditionRegister(client, table).read().current();
    if (current.isPresent() && current.get().id().equals(id)) {
      out.printf("Nothing would change: edition %s is current already.%n", id);
      return;
    }
    out.printf(
        "Edition %s would become current%s.%n",
        id, current.map(now -> "; now it is " + now.id()).orElse(", the first"));
    Map<Kind, Difference> differences = new EnumMap<>(Kind.class);
    for (var kind : Kind.values()) {
      differences.put(kind, new Difference());
    }
    current.ifPresent(
        now ->
            Inventory.read(client, table, now.buildId())
                .flatMap(page -> page.entries().stream())
                .forEachOrdered(
                    entry -> differences.get(entry.kind()).left.put(entry.id(), entry.hash())));
    Inventory.of(catalogue)
        .forEachOrdered(entry -> differences.get(entry.kind()).compare(entry.id(), entry.hash()));
    if (differences.values().stream().allMatch(Difference::isNone)) {
      out.println(
          "All articles, sections and papers stay as they are: what changes is their order, the dictionary, or the form of the search index.");
    }
    differences.forEach((kind, difference) -> difference.print(kind.plural(), out));
    out.println("Nothing was published.");
  }

  /** What changes among the articles, the sections, or the papers. */
  private static final class Difference {
    private final List<String> added = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    /** The hashes, by id, of what is there now and has not been found in the new catalogue yet. */
    private final Map<String, String> left = new LinkedHashMap<>();

    void compare(String id, String hash) {
      var before = left.remove(id);
      if (before == null) {
        added.add(id);
      } else if (!before.equals(hash)) {
        changed.add(id);
      }
    }

    boolean isNone() {
      return added.isEmpty() && changed.isEmpty() && left.isEmpty();
    }

    void print(String heading, PrintStream out) {
      if (isNone()) {
        return;
      }
      out.printf(
          "%s: %,d added, %,d changed, %,d removed%n",
          heading, added.size(), changed.size(), left.size());
      added.forEach(id -> out.println("  + " + id));
      changed.forEach(id -> out.println("  ~ " + id));
      left.keySet().forEach(id -> out.println("  - " + id));
    }
  }
}
