package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import paperreviews.template.Throttling;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000;

  /** A clock may stand anywhere, also just before it overflows. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);

  private final TokenBucket bucket = new TokenBucket(new Throttling(2, 3), now::get);

  private void take(int times) {
    for (int n = 0; n < times; n++) {
      assertTrue(bucket.take());
    }
    assertFalse(bucket.take());
  }

  @Test
  void takesABurstAndThenNoMore() {
    take(3);
  }

  @Test
  void takesAsManyASecondAsTheRateSays() {
    take(3);
    now.addAndGet(SECOND);
    take(2);
    now.addAndGet(SECOND / 2);
    take(1);
  }

  @Test
  void keepsThePartsOfATokenThatHaveCome() {
    take(3);
    now.addAndGet(SECOND / 4);
    take(0);
    now.addAndGet(SECOND / 4);
    take(1);
  }

  @Test
  void holdsNoMoreThanABurstHoweverLongItRests() {
    now.addAndGet(1000 * SECOND);
    take(3);
  }
}
