package paperreviews.local;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Ids as AWS X-Ray has them.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html">Sending
 *     trace data to AWS X-Ray</a>
 */
final class TraceId {
  private TraceId() {}

  static String root() {
    var random = ThreadLocalRandom.current();
    return "1-%08x-%08x%016x"
        .formatted(System.currentTimeMillis() / 1000, random.nextInt(), random.nextLong());
  }

  static String parent() {
    return "%016x".formatted(ThreadLocalRandom.current().nextLong());
  }
}
