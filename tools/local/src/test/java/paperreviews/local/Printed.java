package paperreviews.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was printed, for a test to wait for. */
final class Printed extends ByteArrayOutputStream {
  Console console() {
    return new Console(new PrintStream(this, true, StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    notifyAll();
  }

  synchronized void await(String part) throws InterruptedException {
    while (!text().contains(part)) {
      wait();
    }
  }

  synchronized String text() {
    return toString(StandardCharsets.UTF_8);
  }

  List<String> lines() {
    return text().lines().toList();
  }
}
