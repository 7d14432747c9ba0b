package paperreviews.local;

import java.nio.file.Path;
import paperreviews.seed.Seeding;
import paperreviews.template.TemplateException;

/**
 * Runs the project on this machine, for {@code mvn -Plocal}, until it is interrupted or Maven ends.
 *
 * <p>System properties say how: {@code root}, the project's folder; {@code port} (3000) and {@code
 * dynamodbPort} (8000), 0 for any free one; {@code reviews}, the folder of review files below the
 * project's, or an empty text to leave the table empty.
 */
public final class Main {
  private static final int INTERRUPTED = 130;

  private Main() {}

  /** Runs; ends with exit code 1 and one sentence if it cannot. */
  public static void main(String[] args) throws InterruptedException {
    endWithParent();
    try {
      var root = Path.of(System.getProperty("root", "")).toAbsolutePath().normalize();
      var reviews = System.getProperty("reviews", "reviews");
      var options =
          LocalStack.template(root.resolve("template.yaml"))
              .port(port("port", 3000))
              .dynamoDbPort(port("dynamodbPort", 8000));
      if (!reviews.isEmpty()) {
        options.seeder(
            (client, tableName) ->
                Seeding.publish(root.resolve(reviews), client, tableName, System.out));
      }
      var stack = LocalStack.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      System.out.println(welcome(stack));
    } catch (TemplateException | LocalStackException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  /** Ends together with Maven, which may be killed without a word to its children. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(INTERRUPTED)));
  }

  private static int port(String name, int preset) {
    var text = System.getProperty(name, Integer.toString(preset));
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new LocalStackException(
        "-D%s must be a number from 0 to 65535, not \"%s\".".formatted(name, text));
  }

  private static String welcome(LocalStack stack) {
    return """

    API       %1$s
    DynamoDB  %2$s
    Table     %3$s

    Try:
      curl %1$s/sections
      curl '%1$s/papers?q=attention'
      curl %1$s/papers/1905.11946

    Ctrl-C ends it.\
    """
        .formatted(stack.address(), stack.dynamoDb().endpoint(), stack.tableName());
  }
}
