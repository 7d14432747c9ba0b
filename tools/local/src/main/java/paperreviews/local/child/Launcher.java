package paperreviews.local.child;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;

/**
 * Starts the runtime interface client, and ends the JVM when the local stack is gone.
 *
 * <p>The client alone would not notice while a handler runs. Standard input is a pipe that only the
 * local stack holds: it ends with the local stack, however that ends.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Runs a function until the local stack is gone.
   *
   * @param args the handler
   */
  public static void main(String[] args) throws Throwable {
    var pipe = System.in;
    System.setIn(InputStream.nullInputStream());
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> haltAtEndOf(pipe));
    AWSLambda.main(args);
  }

  private static void haltAtEndOf(InputStream pipe) {
    try {
      pipe.readAllBytes();
    } catch (IOException _) {
      // A broken pipe is at its end, too.
    }
    Runtime.getRuntime().halt(1);
  }
}
