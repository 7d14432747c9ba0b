package paperreviews.local;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import paperreviews.model.Edition;
import paperreviews.model.Paper;
import paperreviews.model.PaperSummary;
import paperreviews.seed.Seeding;
import paperreviews.store.Papers;
import paperreviews.template.Template;
import paperreviews.template.TemplateException;

/**
 * Runs the project on this machine, for {@code mvn -Plocal}, until it is interrupted or Maven ends.
 *
 * <p>System properties say how: {@code root}, the project's folder; {@code port} (3000) and {@code
 * dynamodbPort} (8000), 0 for any free one; {@code reviews}, the folder of review files below the
 * project's, or an empty text to leave the table empty; {@code parameters}, values for parameters
 * of the template, such as {@code RequestsPerSecond=1 RequestBurst=5}.
 */
public final class Main {
  private static final int INTERRUPTED = 130;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,}");

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
              .dynamoDbPort(port("dynamodbPort", 8000))
              // Log lines are read here by people.
              .parameter("Metrics", "false");
      parameters(Template.read(root.resolve("template.yaml"))).forEach(options::parameter);
      var page = root.resolve("web");
      boolean hasPage = Files.isDirectory(page);
      if (hasPage) {
        options.page(page);
      }
      var edition = new AtomicReference<Edition>();
      if (!reviews.isEmpty()) {
        options.seeder(
            (client, tableName) -> {
              edition.set(Seeding.publish(root.resolve(reviews), client, tableName, System.out));
            });
      }
      var stack = LocalStack.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      var sample =
          Optional.ofNullable(edition.get())
              .flatMap(
                  published ->
                      new Papers(stack.dynamoDb().table(stack.tableName()))
                          .find(published, published.firstPaperId()))
              .map(Paper::summary);
      System.out.println(welcome(stack, hasPage, sample));
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

  /** Reads them as {@code sam deploy --parameter-overrides} does: separated by spaces. */
  private static Map<String, String> parameters(Template template) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : System.getProperty("parameters", "").strip().split("\\s+")) {
      if (pair.isEmpty()) {
        continue;
      }
      var parts = pair.split("=", 2);
      if (parts.length < 2 || !template.parameters().containsKey(parts[0])) {
        throw new LocalStackException(
            "-Dparameters must be NAME=VALUE, separated by spaces, with names of %s, not \"%s\"."
                .formatted(String.join(", ", template.parameters().keySet()), pair));
      }
      parameters.put(parts[0], parts[1]);
    }
    return parameters;
  }

  private static String welcome(LocalStack stack, boolean hasPage, Optional<PaperSummary> sample) {
    return """

    %sAPI       %s
    DynamoDB  %s
    Table     %s
    %s
    Ctrl-C ends it.\
    """
        .formatted(
            hasPage ? "Page      " + stack.address() + "/\n" : "",
            stack.address(),
            stack.dynamoDb().endpoint(),
            stack.tableName(),
            sample.map(paper -> requests(stack.address(), paper)).orElse(""));
  }

  /** Requests that find something, whatever the reviews are about. */
  private static String requests(URI address, PaperSummary paper) {
    var word =
        WORD.matcher(paper.title())
            .results()
            .map(MatchResult::group)
            .findFirst()
            .orElse(paper.id());
    return """

    Try:
      curl %1$s/sections
      curl '%1$s/papers?q=%2$s'
      curl %1$s/papers/%3$s
    """
        .formatted(address, URLEncoder.encode(word, StandardCharsets.UTF_8), paper.id());
  }
}
