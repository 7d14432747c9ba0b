package paperreviews.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import paperreviews.editions.Editions;
import paperreviews.model.Paper;
import paperreviews.model.PaperSummary;
import paperreviews.seed.ReviewFiles;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Papers;
import paperreviews.store.Table;
import paperreviews.template.Template;
import paperreviews.template.TemplateException;

/**
 * Runs the project on this machine, for {@code mvn -Plocal}, until it is interrupted or Maven ends.
 *
 * <p>System properties say how: {@code root}, the project's folder; {@code port} (3000) and {@code
 * dynamodbPort} (8000), 0 for any free one; {@code dynamodbHost}, an address of this machine that
 * containers reach, for DynamoDB Local to listen on; {@code logs}, {@code json} to print the
 * functions' own log lines; {@code reviews}, the folder of review files below the project's, or an
 * empty text to leave the table empty; they are published again whenever one is saved; {@code
 * parameters}, values for parameters of the template, such as {@code RequestsPerSecond=1
 * RequestBurst=5}.
 */
public final class Main {
  private static final int INTERRUPTED = 130;
  private static final String OPEN_DATABASE =
      """

      WARNING: DynamoDB listens beyond this machine: others may read and change the table, without a
      password. Leave out -DdynamodbHost when no container needs it.
      """;

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
              .dynamoDbAddress(dynamoDbAddress())
              .dynamoDbPort(port("dynamodbPort", 8000))
              .parameter("Metrics", "false")
              // A saved file should show at once.
              .parameter("EditionMaxAgeSeconds", "0");
      var console = new Console(System.out);
      switch (System.getProperty("logs", "")) {
        case "" -> options.log(console).requests(console);
        case "json" -> options.log((_, line) -> System.out.println(line));
        default -> throw new LocalStackException("-Dlogs must be json, or not be set.");
      }
      parameters(Template.read(root.resolve("template.yaml"))).forEach(options::parameter);
      var page = root.resolve("web");
      boolean hasPage = Files.isDirectory(page);
      if (hasPage) {
        options.page(page);
      }
      var docs = root.resolve("tools/local/target/docs");
      if (Files.isDirectory(docs)) {
        options.docs(docs);
      }
      var watch = new ReviewsWatch(root.resolve(reviews), console);
      if (!reviews.isEmpty()) {
        options.seeder(
            (client, tableName) ->
                new Editions(client, tableName, System.out)
                    .publish(ReviewFiles.read(root.resolve(reviews))));
      }
      var stack = LocalStack.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      var table = new Table(stack.dynamoDb().client(), stack.tableName());
      var currentEdition = new CurrentEdition(table, Duration.ZERO);
      var sample =
          currentEdition
              .get()
              .flatMap(edition -> new Papers(table).find(edition, edition.firstPaperId()))
              .map(Paper::summary);
      System.out.println(welcome(stack, hasPage, sample));
      if (!reviews.isEmpty()) {
        var quiet = new PrintStream(OutputStream.nullOutputStream());
        var client = stack.dynamoDb().client();
        watch.run(
            () ->
                new Editions(client, stack.tableName(), quiet)
                    .publish(ReviewFiles.read(root.resolve(reviews))),
            currentEdition::get);
      }
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

  private static InetAddress dynamoDbAddress() {
    var host = System.getProperty("dynamodbHost", "localhost");
    try {
      var address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
        return address;
      }
    } catch (IOException _) {
      // Reported below.
    }
    throw new LocalStackException(
        "-DdynamodbHost must be an address of this machine, such as 0.0.0.0 or that of Docker's bridge, not \"%s\"."
            .formatted(host));
  }

  private static int port(String name, int preset) {
    var text = System.getProperty(name, Integer.toString(preset));
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Reported below.
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
    %s%s
    Ctrl-C ends it.\
    """
        .formatted(
            hasPage ? "Page      " + stack.address() + "/\n" : "",
            stack.address(),
            stack.dynamoDb().endpoint(),
            stack.tableName(),
            stack.dynamoDb().isOpen() ? OPEN_DATABASE : "",
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
