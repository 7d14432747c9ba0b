package paperreviews.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import paperreviews.model.Edition;
import paperreviews.store.TableUnavailableException;
import paperreviews.store.UnreadableEditionException;

/**
 * Publishes a folder of review files again whenever one is saved, and says when another edition has
 * become current, from here or from another process. Faulty files change nothing.
 *
 * <p>It looks at the files several times a second: notifications of the file system come too late
 * on some systems, and not at all from some editors and network drives.
 */
final class ReviewsWatch {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  /** Publishes the review files. */
  @FunctionalInterface
  interface Publication {
    /**
     * Publishes them.
     *
     * @throws Exception if that fails; its message says how to fix it
     */
    void publish() throws Exception;
  }

  private record FileState(FileTime modified, long size) {}

  private final Path folder;
  private final Console console;
  private final Map<Path, FileState> atStart;

  /** Remembers the files as they are before they are published for the first time. */
  ReviewsWatch(Path folder, Console console) {
    this.folder = folder;
    this.console = console;
    this.atStart = files();
  }

  /** Watches until the thread is interrupted. */
  void run(Publication publication, Supplier<Optional<Edition>> currentEdition)
      throws InterruptedException {
    var published = atStart;
    var seen = atStart;
    var edition = read(currentEdition, Optional.empty());
    while (true) {
      Thread.sleep(INTERVAL);
      var files = files();
      // Not while files are still being written.
      if (files.equals(seen) && !files.equals(published)) {
        published = files;
        publish(publication, edition);
      }
      seen = files;
      var current = read(currentEdition, edition);
      if (!current.equals(edition)) {
        edition = current;
        current.map(ReviewsWatch::describe).ifPresent(console::print);
      }
    }
  }

  /** A failing table is reported by the requests that it fails. */
  private static Optional<Edition> read(
      Supplier<Optional<Edition>> currentEdition, Optional<Edition> before) {
    try {
      return currentEdition.get();
    } catch (TableUnavailableException | UnreadableEditionException _) {
      return before;
    }
  }

  private static String describe(Edition edition) {
    return "Edition %s is current: articles %,d, sections %,d, papers %,d."
        .formatted(
            edition.id(), edition.articleCount(), edition.sectionCount(), edition.paperCount());
  }

  private void publish(Publication publication, Optional<Edition> edition) {
    try {
      publication.publish();
    } catch (Exception e) {
      console.print(
          "%s\nNot published: %s"
              .formatted(
                  e.getMessage(),
                  edition
                      .map(each -> "edition " + each.id() + " stays current.")
                      .orElse("there is no edition yet.")));
    }
  }

  private Map<Path, FileState> files() {
    var states = new HashMap<Path, FileState>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(each -> each.toString().matches(".*\\.ya?ml")).toList()) {
        states.put(file, new FileState(Files.getLastModifiedTime(file), Files.size(file)));
      }
    } catch (IOException _) {
      // A file or the folder is just being replaced: the next look finds it.
    }
    return states;
  }
}
