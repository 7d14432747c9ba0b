package paperreviews.local;

import java.io.IOException;

/** Starts a process, as Maven starts {@link Main}, and waits for it. */
final class ParentOfMain {
  private ParentOfMain() {}

  public static void main(String[] command) throws IOException, InterruptedException {
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
