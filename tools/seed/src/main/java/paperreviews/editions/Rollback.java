package paperreviews.editions;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Optional;
import paperreviews.editions.EditionRegister.Contents;
import paperreviews.model.Edition;
import paperreviews.search.index.PackedIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes an edition current that is in the table already: one transaction, whatever its size. */
public final class Rollback {
  private final PrintStream out;
  private final InstantSource clock;
  private final EditionRegister register;

  /** Works on this table and prints what it does. */
  public Rollback(DynamoDbClient client, String table, PrintStream out) {
    this(client, table, out, InstantSource.system());
  }

  Rollback(DynamoDbClient client, String table, PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.register = new EditionRegister(client, table);
  }

  /** There is nothing to go back to. Its message says why, and what to do. */
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * Goes back to an edition.
   *
   * @param wanted its id; if absent, the edition that the current one replaced
   * @return the edition that is current now
   * @throws RefusedException if it is not there, not whole, or of another version of the code
   * @throws LostRaceException if somebody else moved the pointer meanwhile
   */
  public Edition to(Optional<String> wanted) throws RefusedException, LostRaceException {
    var seen = register.read();
    var current =
        seen.current()
            .orElseThrow(() -> new RefusedException("Nothing was ever published in this table."));
    if (wanted.isPresent() && wanted.get().equals(current.id())) {
      out.printf("Nothing changed: edition %s is current already.%n", current.id());
      return current;
    }
    var id = wanted.isPresent() ? wanted.get() : replaced(seen, current);
    var record =
        seen.whole(id)
            .orElseThrow(() -> new RefusedException(why(seen, id) + " ./seed editions lists all."));
    if (!record.format().equals(PackedIndex.FORMAT)) {
      throw new RefusedException(
          "Edition %s has a search index of the form \"%s\"; this version reads \"%s\". Publish its reviews again, or go back to the version of the code that wrote it."
              .formatted(id, record.format(), PackedIndex.FORMAT));
    }
    switch (register.makeCurrent(record, Optional.of(current), false, clock.instant())) {
      case DONE -> {}
      case OVERTAKEN ->
          throw new LostRaceException(id, register.read().current().orElseThrow().id());
      case NOT_WHOLE ->
          throw new RefusedException(
              "Edition %s is being deleted. Publish its reviews again.".formatted(id));
    }
    out.printf("Edition %s is current now; before it was %s.%n", id, current.id());
    return record.edition();
  }

  private static String replaced(Contents seen, Edition current) throws RefusedException {
    return seen.find(current.buildId())
        .flatMap(EditionRecord::replaced)
        .orElseThrow(
            () ->
                new RefusedException(
                    "Edition %s is the first; there is none before it.".formatted(current.id())));
  }

  private static String why(Contents seen, String id) {
    return seen.records().stream()
        .filter(record -> record.id().equals(id))
        .findFirst()
        .map(
            record ->
                switch (record.state()) {
                  case DELETING -> "Edition %s is being deleted.".formatted(id);
                  default -> "Edition %s is not whole.".formatted(id);
                })
        .orElse("There is no edition %s.".formatted(id));
  }
}
