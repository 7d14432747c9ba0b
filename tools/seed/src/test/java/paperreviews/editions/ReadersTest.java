package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.editions.Functions.Reply;
import paperreviews.model.Catalogue;
import paperreviews.store.Table;
import paperreviews.testing.Database;
import paperreviews.testing.Reviews;
import paperreviews.testing.Silence;

/** Readers at work while editions come, go, come back and are deleted. */
class ReadersTest {
  @RegisterExtension private static final Database DATABASE = new Database();
  @RegisterExtension private static final Silence SILENCE = new Silence();

  private static final int ROUNDS = 8;

  /** Unlike in what they review and in how many sections and papers they have. */
  private static final List<Catalogue> EDITIONS =
      List.of(
          Reviews.catalogue(7, 6),
          Reviews.revised(Reviews.catalogue(7, 6), "Quite another view"),
          Reviews.catalogue(5, 6, 4));

  /** What clients ask for: all that any of the editions has, and pages of each. */
  private static List<String> paths() {
    var paths = new LinkedHashSet<String>();
    for (var edition : EDITIONS) {
      paths.addAll(Functions.paths(edition));
      var pages = List.of("/papers?limit=4", "/papers?q=review&limit=3");
      SeededTable.answers(DATABASE, edition, pages)
          .values()
          .forEach(reply -> paths.add((String) reply.json().get("next")));
    }
    return List.copyOf(paths);
  }

  @Test
  void getOneWholeEditionInEachAnswerThroughPublishesRollbacksAndPrunes() {
    var paths = paths();
    var right = new HashMap<String, Set<Reply>>();
    for (var edition : EDITIONS) {
      SeededTable.answers(DATABASE, edition, paths)
          .forEach((path, reply) -> right.computeIfAbsent(path, _ -> new HashSet<>()).add(reply));
    }
    var table = new SeededTable(DATABASE);
    table.publish(EDITIONS.getFirst());
    var wrong = new ConcurrentLinkedQueue<String>();
    var done = new CompletableFuture<Integer>();
    var started = new Phaser(1);
    // Some look for the current edition each time, and some believe what they saw first for as long
    // as they find all that they look for.
    var readers = new ArrayList<CompletableFuture<Set<String>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var maxAge : List.of(Duration.ZERO, Duration.ZERO, Duration.ofDays(1))) {
        started.register();
        readers.add(
            CompletableFuture.supplyAsync(
                () -> {
                  var functions = new Functions(new Table(DATABASE.client(), table.name()), maxAge);
                  var seen = new HashSet<String>();
                  started.arriveAndDeregister();
                  for (int n = 0; !done.isDone(); n++) {
                    var path = paths.get(n % paths.size());
                    var reply = functions.get(path);
                    seen.add(String.valueOf(reply.json().get("edition")));
                    if (!right.get(path).contains(reply)) {
                      wrong.add(path + " " + reply);
                    }
                  }
                  return seen;
                },
                threads));
      }
      started.arriveAndAwaitAdvance();
      try {
        publishRollBackAndPrune(table);
        done.complete(4 * ROUNDS);
      } finally {
        done.complete(0);
      }
      assertEquals(List.of(), List.copyOf(wrong));
      assertEquals(4 * ROUNDS, done.join());
      var ids = EDITIONS.stream().map(EditionId::of).toList();
      for (var reader : readers.subList(0, 2)) {
        assertTrue(reader.join().containsAll(ids), () -> "saw " + reader.join());
      }
    }
    assertEquals(
        SeededTable.answers(DATABASE, EDITIONS.get(2 * ROUNDS % 3), paths),
        table.functions().answers(paths));
  }

  /** Readers have no grace time at all. */
  private static void publishRollBackAndPrune(SeededTable table) {
    for (int round = 0; round < ROUNDS; round++) {
      table.publish(EDITIONS.get((2 * round + 1) % 3));
      table.rollBack();
      table.publish(EDITIONS.get((2 * round + 2) % 3));
      table.prune(1, Duration.ZERO);
    }
  }

  @Test
  void findsWhatOnlyANewerEditionHas() {
    var table = new SeededTable(DATABASE);
    table.publish(EDITIONS.getFirst());
    var believing = new Functions(new Table(DATABASE.client(), table.name()), Duration.ofDays(1));
    assertEquals(200, believing.get("/papers/section-1-7").status());

    table.publish(EDITIONS.getLast());

    // The old edition is whole, and so it answers, until it lacks what is asked for.
    assertEquals(200, believing.get("/papers/section-1-7").status());
    assertEquals(200, believing.get("/papers/section-3-4").status());
    assertEquals(404, believing.get("/papers/section-1-7").status());
  }

  @Test
  void goesOnFromACursorOfANewerEditionThanItKnows() {
    var table = new SeededTable(DATABASE);
    table.publish(EDITIONS.getFirst());
    var believing = new Functions(new Table(DATABASE.client(), table.name()), Duration.ofDays(1));
    var old = (String) believing.get("/papers?limit=4").json().get("next");

    table.publish(EDITIONS.getLast());
    var next = (String) table.functions().get("/papers?limit=4").json().get("next");

    assertEquals(200, believing.get(next).status());
    var stale = believing.get(old);
    assertEquals(410, stale.status());
    assertEquals("/problems/stale-cursor", stale.json().get("type"));
  }

  @Test
  void answersFromTheCurrentEditionOnceItsOwnIsDeleted() {
    var paths = Functions.paths(EDITIONS.getFirst());
    for (int at = 0; at < paths.size(); at++) {
      var path = paths.get(at);
      var table = new SeededTable(DATABASE);
      table.publish(EDITIONS.getFirst());
      var believing = new Functions(new Table(DATABASE.client(), table.name()), Duration.ofDays(1));
      believing.get("/papers/section-1-1");
      believing.get("/sections");
      table.publish(EDITIONS.get(1));
      table.prune(1, Duration.ZERO);

      Map<String, Reply> current = table.functions().answers(List.of(path));
      var reply = believing.get(path);

      assertEquals(200, reply.status(), path);
      if (!path.startsWith("/papers?")) {
        assertEquals(current.get(path), reply);
      }
    }
  }
}
