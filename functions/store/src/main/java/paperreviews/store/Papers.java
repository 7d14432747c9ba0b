package paperreviews.store;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Paper;

/** The papers of the table: one item, and one read, each. */
public final class Papers {
  /** The JDK keeps this many connections to one host open. */
  private static final int MAX_CONCURRENT_READS = 5;

  private final Table table;

  /** Reads the papers of this table. */
  public Papers(Table table) {
    this.table = table;
  }

  /** Returns the paper with this id, if the edition has it. */
  public Optional<Paper> find(Edition edition, String id) {
    // DynamoDB refuses a key of more than 2,048 bytes.
    return id.length() > Catalogue.MAX_ID_LENGTH
        ? Optional.empty()
        : table.item(Key.paper(edition.buildId(), id)).map(item -> item.as(Paper.class));
  }

  /** Returns the papers with these ids by id, in this order; unknown ids are left out. */
  public Map<String, Paper> find(Edition edition, List<String> ids) {
    return ids.stream()
        .gather(Gatherers.mapConcurrent(MAX_CONCURRENT_READS, id -> find(edition, id)))
        .flatMap(Optional::stream)
        .collect(toMap(Paper::id, paper -> paper, (first, _) -> first, LinkedHashMap::new));
  }
}
