package paperreviews.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestLimitTest {
  private final RequestLimit limit = new RequestLimit(16);

  private void succeed(int times) throws InterruptedException {
    for (int n = 0; n < times; n++) {
      limit.start();
      limit.succeeded();
    }
  }

  @Test
  void growsByOneForARoundWithoutTrouble() throws InterruptedException {
    assertEquals(4, limit.current());

    succeed(5);
    assertEquals(5, limit.current());

    succeed(6);
    assertEquals(6, limit.current());
  }

  @Test
  void growsNoFurtherThanItMay() throws InterruptedException {
    succeed(1000);

    assertEquals(16, limit.current());
  }

  @Test
  void isHalvedOnceForAllThatWereTooMuchTogether() throws InterruptedException {
    succeed(1000);
    var cuts = new ArrayList<Integer>();
    for (int n = 0; n < 16; n++) {
      cuts.add(limit.start());
    }

    cuts.forEach(limit::throttled);
    assertEquals(8, limit.current());

    limit.throttled(limit.start());
    assertEquals(4, limit.current());
  }

  @Test
  void letsOneThroughHoweverBusyTheTableIs() throws InterruptedException {
    for (int n = 0; n < 20; n++) {
      limit.throttled(limit.start());
    }

    assertEquals(1, limit.current());
    succeed(1);
  }

  @Test
  void isNotChangedByOtherFailures() throws InterruptedException {
    limit.start();
    limit.failed();

    assertEquals(4, limit.current());
  }

  @Test
  void keepsWaitingWhoComesWhenAllRun() throws Exception {
    for (int n = 0; n < 4; n++) {
      limit.start();
    }
    var fifth =
        CompletableFuture.runAsync(
            () -> {
              try {
                limit.start();
              } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
              }
            });
    assertTrue(!fifth.isDone());

    limit.failed();

    fifth.join();
  }
}
