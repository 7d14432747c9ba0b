package paperreviews.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paperreviews.model.Edition;
import paperreviews.store.UnreadableEditionException;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReviewsWatchTest {
  private final Printed printed = new Printed();
  private final AtomicReference<Supplier<Edition>> current =
      new AtomicReference<>(() -> edition("first"));
  private Thread thread;

  @TempDir Path folder;

  @BeforeEach
  void start() {
    var watch = new ReviewsWatch(folder, printed.console());
    thread =
        Thread.startVirtualThread(
            () -> {
              try {
                watch.run(
                    () -> {
                      throw new IllegalStateException("a.yaml:1: faulty");
                    },
                    () -> Optional.of(current.get().get()));
              } catch (InterruptedException _) {
                // The test is over.
              }
            });
  }

  @AfterEach
  void stop() throws Exception {
    thread.interrupt();
    thread.join();
  }

  @Test
  void faultyFileIsReportedAndChangesNothing() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "faulty");

    printed.await("a.yaml:1: faulty\nNot published: edition first stays current.\n");
  }

  @Test
  void editionOfAnotherProcessIsReportedEvenAfterAFailureOfTheTable() throws Exception {
    current.set(
        () -> {
          current.set(() -> edition("second"));
          throw new UnreadableEditionException("damaged");
        });

    printed.await("Edition second is current: articles 1, sections 2, papers 3,456.\n");
  }

  private static Edition edition(String id) {
    return new Edition(id, id + ".1", Instant.EPOCH, 1, 2, 3_456, "a");
  }
}
