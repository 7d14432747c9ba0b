package paperreviews.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps the functions' thousands of log lines from the console while a test class runs. */
public final class Silence implements BeforeAllCallback, AfterAllCallback {
  /** Where nothing is printed. */
  public static final PrintStream OUT = new PrintStream(OutputStream.nullOutputStream());

  private final PrintStream console = System.out;

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setOut(OUT);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.setOut(console);
  }
}
