package paperreviews.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import paperreviews.dynamodb.EmbeddedDynamoDb;
import paperreviews.template.FunctionDefinition;
import paperreviews.template.Template;

/**
 * The whole template run on this machine: each function in a JVM of its own, as Lambda starts it,
 * behind an HTTP API that answers as API Gateway does, over a table in DynamoDB Local.
 */
public final class LocalStack implements AutoCloseable {
  /** What to run, and how. */
  public static final class Options {
    private final Path template;
    private int port;
    private InetAddress dynamoDbAddress = InetAddress.getLoopbackAddress();
    private int dynamoDbPort;
    private String tableName = "paper-reviews";
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private FunctionLog log = (function, line) -> System.out.println("[" + function + "] " + line);
    private RequestLog requests = request -> {};
    private final List<PageFiles> pages = new ArrayList<>();
    private Seeder seeder = (client, tableName) -> {};
    private boolean snapStart;
    private boolean javaClient;

    private Options(Path template) {
      this.template = template;
    }

    /** Sets the HTTP API's port; 0, any free one, if not set. */
    public Options port(int port) {
      this.port = port;
      return this;
    }

    /** Sets the address that DynamoDB Local listens on; the loopback interface's if not set. */
    public Options dynamoDbAddress(InetAddress dynamoDbAddress) {
      this.dynamoDbAddress = dynamoDbAddress;
      return this;
    }

    /** Sets DynamoDB Local's port; 0, any free one, if not set. */
    public Options dynamoDbPort(int dynamoDbPort) {
      this.dynamoDbPort = dynamoDbPort;
      return this;
    }

    /** Sets the table's physical name. */
    public Options tableName(String tableName) {
      this.tableName = tableName;
      return this;
    }

    /** Sets a parameter of the template. */
    public Options parameter(String name, String value) {
      parameters.put(name, value);
      return this;
    }

    /** Sets an environment variable of all functions, over the template's. */
    public Options environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Sets what takes the lines that functions print; they go to standard output if not set. */
    public Options log(FunctionLog log) {
      this.log = log;
      return this;
    }

    /** Sets what takes the requests that were answered; nothing does if not set. */
    public Options requests(RequestLog requests) {
      this.requests = requests;
      return this;
    }

    /**
     * Sets a folder whose files are served beside the API, as by a static host: where no route but
     * {@code $default} would answer. There are none if not set.
     */
    public Options page(Path page) {
      pages.add(new PageFiles("", page));
      return this;
    }

    /** Sets the folder of the interactive reference, which is served at {@code /docs}. */
    public Options docs(Path docs) {
      pages.add(new PageFiles("/docs", docs));
      return this;
    }

    /** Sets what fills the table before the functions start; it stays empty if not set. */
    public Options seeder(Seeder seeder) {
      this.seeder = seeder;
      return this;
    }

    /**
     * Starts functions as with SnapStart: initialized, then held where the snapshot would be made,
     * until they are restored or invoked.
     */
    public Options snapStart() {
      snapStart = true;
      return this;
    }

    /** Does without the native libraries for Lambda's systems, as on macOS. */
    public Options javaClient() {
      javaClient = true;
      return this;
    }
  }

  private final Options options;
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private final Map<String, FunctionProcess> functions = new LinkedHashMap<>();
  private EmbeddedDynamoDb dynamoDb;
  private Gateway gateway;

  private LocalStack(Options options) {
    this.options = options;
  }

  /** Returns the options to run a template. */
  public static Options template(Path file) {
    return new Options(file);
  }

  /**
   * Starts everything, and returns when requests are answered.
   *
   * @throws paperreviews.template.TemplateException if the template is missing or broken
   * @throws LocalStackException if a port is in use, a function has not been built, or the table
   *     could not be filled
   */
  public static LocalStack start(Options options) {
    var template = Template.read(options.template, options.parameters, options.tableName);
    for (var function : template.functions()) {
      if (!Files.isDirectory(function.codeUri())) {
        throw new LocalStackException(
            "The function %s has no folder %s: run \"mvn package\" first."
                .formatted(function.logicalId(), function.codeUri()));
      }
      if (!hasHandler(function)) {
        throw new LocalStackException(
            "The handler %s of the function %s is in no jar of %s: fix template.yaml, or run \"mvn package\"."
                .formatted(function.handler(), function.logicalId(), function.codeUri()));
      }
    }
    var stack = new LocalStack(options);
    try {
      stack.start(template);
      return stack;
    } catch (IOException e) {
      stack.close();
      throw new UncheckedIOException("The local stack did not start", e);
    } catch (RuntimeException | Error e) {
      stack.close();
      throw e;
    }
  }

  private static boolean hasHandler(FunctionDefinition function) {
    var name = function.handler().replaceFirst("::.*", "").replace('.', '/') + ".class";
    try (var files = Files.walk(function.codeUri())) {
      for (var jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (var archive = new ZipFile(jar.toFile())) {
          if (archive.getEntry(name) != null) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("The jars of " + function.logicalId(), e);
    }
  }

  private void start(Template template) throws IOException {
    // The ports first: another local stack may still run, and that message should come at once.
    gateway =
        takingPort(
            "-Dport",
            options.port,
            () -> Gateway.bind(template, functions, options.pages, options.requests, options.port));
    toClose.push(gateway);
    dynamoDb =
        takingPort(
            "-DdynamodbPort",
            options.dynamoDbPort,
            () -> EmbeddedDynamoDb.start(options.dynamoDbAddress, options.dynamoDbPort));
    toClose.push(dynamoDb);
    dynamoDb.createTable(template.table(), options.tableName);
    seed();

    var folder = Files.createTempDirectory("local-stack-");
    toClose.push(() -> delete(folder));
    var environment = new HashMap<String, String>();
    // The first is the template's own, the second every AWS SDK's.
    environment.put("DYNAMODB_ENDPOINT", dynamoDb.endpoint().toString());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
    environment.putAll(options.environment);
    var setting =
        new FunctionSetting(
            RuntimeClient.prepare(folder, options.javaClient),
            environment,
            options.log,
            options.snapStart);
    for (var function : template.functions()) {
      functions.put(function.logicalId(), new FunctionProcess(function, setting));
    }
    inParallel(FunctionProcess::start);
    gateway.start();
  }

  /** Something that takes a port. */
  private interface Binding<T> {
    T bind() throws IOException;
  }

  private static <T> T takingPort(String property, int port, Binding<T> binding)
      throws IOException {
    try {
      return binding.bind();
    } catch (BindException e) {
      throw new LocalStackException(
          "Port %d is in use: choose another with %s=….".formatted(port, property), e);
    }
  }

  private void seed() {
    try {
      options.seeder.seed(dynamoDb.client(), options.tableName);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new LocalStackException(e.getMessage(), e);
    }
  }

  /** Returns the address of the HTTP API, such as {@code http://127.0.0.1:3000}. */
  public URI address() {
    return gateway.address();
  }

  /** Returns the database, with a client and its endpoint. */
  public EmbeddedDynamoDb dynamoDb() {
    return dynamoDb;
  }

  /** Returns the table's physical name. */
  public String tableName() {
    return options.tableName;
  }

  /**
   * Returns a function's process, to kill or restore it.
   *
   * @throws IllegalArgumentException if the template has no such function
   */
  public FunctionProcess function(String logicalId) {
    var function = functions.get(logicalId);
    if (function == null) {
      throw new IllegalArgumentException(
          "There is no function " + logicalId + ", only " + functions.keySet());
    }
    return function;
  }

  /** Invokes a function with an event, past the HTTP API. */
  public InvocationResult invoke(String logicalId, byte[] event) {
    return function(logicalId).invoke(event);
  }

  /** Ends everything that was started; functions that hang are killed. */
  @Override
  public void close() {
    inParallel(FunctionProcess::close);
    var failure = new IllegalStateException("The local stack did not end");
    while (!toClose.isEmpty()) {
      try {
        toClose.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  private void inParallel(Consumer<FunctionProcess> action) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              functions.values().stream()
                  .map(each -> CompletableFuture.runAsync(() -> action.accept(each), executor))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
