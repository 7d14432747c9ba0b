package paperreviews.editions;

import static java.util.stream.Collectors.toMap;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import paperreviews.editions.Inventory.Entry;
import paperreviews.editions.Inventory.Kind;

/**
 * What differs between two editions.
 *
 * @param added what only the new edition has
 * @param changed what both have, with another content
 * @param removed what only the old edition had
 */
record Changes(List<Entry> added, List<Entry> changed, List<Entry> removed) {
  private record Name(Kind kind, String id) {}

  static Changes between(List<Entry> before, List<Entry> after) {
    var left =
        before.stream()
            .collect(toMap(Changes::name, entry -> entry, (first, _) -> first, LinkedHashMap::new));
    var added = new ArrayList<Entry>();
    var changed = new ArrayList<Entry>();
    for (var entry : after) {
      var old = left.remove(name(entry));
      if (old == null) {
        added.add(entry);
      } else if (!old.hash().equals(entry.hash())) {
        changed.add(entry);
      }
    }
    return new Changes(added, changed, List.copyOf(left.values()));
  }

  private static Name name(Entry entry) {
    return new Name(entry.kind(), entry.id());
  }

  void print(PrintStream out) {
    if (added.isEmpty() && changed.isEmpty() && removed.isEmpty()) {
      out.println(
          "All articles, sections and papers stay as they are: what changes is their order, the dictionary, or the form of the search index.");
    }
    for (var kind : Kind.values()) {
      var some = new Changes(of(kind, added), of(kind, changed), of(kind, removed));
      if (some.added.size() + some.changed.size() + some.removed.size() > 0) {
        out.printf(
            "%s: %,d added, %,d changed, %,d removed%n",
            kind.plural(), some.added.size(), some.changed.size(), some.removed.size());
        some.added.forEach(entry -> out.println(Printable.of("  + " + entry.id())));
        some.changed.forEach(entry -> out.println(Printable.of("  ~ " + entry.id())));
        some.removed.forEach(entry -> out.println(Printable.of("  - " + entry.id())));
      }
    }
  }

  private static List<Entry> of(Kind kind, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.kind() == kind).toList();
  }
}
