package paperreviews.editions;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The editions that a table holds, as they are printed. */
public final class EditionList {
  private static final String ROW = "%-16s  %-23s  %8s  %8s  %8s  %s%n";

  private final PrintStream out;
  private final InstantSource clock;
  private final EditionRegister register;

  /** Reads this table, and prints there. */
  public EditionList(DynamoDbClient client, String table, PrintStream out) {
    this(client, table, out, InstantSource.system());
  }

  EditionList(DynamoDbClient client, String table, PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.register = new EditionRegister(client, table);
  }

  /** Prints all editions, the newest first. */
  public void print() {
    var records = register.read().records();
    if (records.isEmpty()) {
      out.println("Nothing was ever published in this table.");
      return;
    }
    var now = clock.instant();
    out.printf(ROW, "EDITION", "WRITTEN", "ARTICLES", "SECTIONS", "PAPERS", "STATE");
    for (var record : records.reversed()) {
      var edition = record.edition();
      out.printf(
          ROW,
          edition.id(),
          Times.text(edition.publishedAt()),
          number(edition.articleCount()),
          number(edition.sectionCount()),
          number(edition.paperCount()),
          state(record, now));
    }
  }

  private static String number(int count) {
    return "%,d".formatted(count);
  }

  private static String state(EditionRecord record, Instant now) {
    return switch (record.state()) {
      case CURRENT -> "current";
      case WHOLE ->
          record
              .retiredAt()
              .map(at -> "whole, current until " + Times.text(at))
              .orElse("whole, never current");
      case WRITING ->
          record.isLeased(now)
              ? "unfinished: being written"
              : "unfinished: its seeder has ended; prune deletes it";
      case DELETING -> "being deleted; prune goes on with it";
    };
  }
}
