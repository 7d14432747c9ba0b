package paperreviews.page;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A Chromium without a window, driven by its DevTools protocol. A driver library would bring 200 MB
 * to every build, for the few commands that these tests need.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Chromium implements AutoCloseable {
  /** The shell first: it has no windows to prepare, and opens tabs in half the time. */
  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable");

  private static final List<String> PLACES =
      List.of(
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final String LISTENING = "DevTools listening on ";
  private static final int SECONDS = 30;

  private final Process process;
  private final Path profile;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService events = Executors.newSingleThreadExecutor();
  private final AtomicInteger commands = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<?, ?>>> answers = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<String, Map<?, ?>>> listeners = new ConcurrentHashMap<>();
  private WebSocket socket;
  private CompletableFuture<Tab> spare;

  private Chromium(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
  }

  /** Where a Chromium is installed: named by the variable CHROMIUM, or where it usually lies. */
  static Optional<Path> executable() {
    var named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    var folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
    return Stream.concat(
            NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name))),
            PLACES.stream().map(Path::of))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() {
    try {
      return started();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Chromium started() throws IOException {
    var profile = Files.createTempDirectory("chromium-");
    var command = new ArrayList<String>();
    command.add(executable().orElseThrow().toString());
    command.addAll(List.of("--headless", "--remote-debugging-port=0", "--disable-gpu"));
    command.addAll(List.of("--no-first-run", "--disable-extensions", "--disable-dev-shm-usage"));
    command.addAll(List.of("--disable-background-networking", "--disable-component-update"));
    // The only pages are our own; and root, as whom containers run, cannot have a sandbox.
    command.add("--no-sandbox");
    command.add("--user-data-dir=" + profile);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var chromium = new Chromium(process, profile);
    try {
      chromium.connect();
      chromium.spare = CompletableFuture.supplyAsync(chromium::opened);
      return chromium;
    } catch (RuntimeException | IOException e) {
      chromium.close();
      throw e;
    }
  }

  private void connect() throws IOException {
    var reader = process.inputReader();
    var printed = new ArrayList<String>();
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      printed.add(line);
      if (line.startsWith(LISTENING)) {
        // Nobody reads further, and a full pipe would stop it.
        Thread.ofVirtual().start(() -> reader.lines().forEach(_ -> {}));
        var address = URI.create(line.substring(LISTENING.length()));
        socket = client.newWebSocketBuilder().buildAsync(address, new Messages()).join();
        return;
      }
    }
    throw new IOException("Chromium did not start: " + String.join("\n", printed));
  }

  /** Opens a tab that shares nothing with others. */
  Tab open(String language) {
    var tab = spare.join();
    // The process of a tab takes half a second to start: let the next one start meanwhile.
    spare = CompletableFuture.supplyAsync(this::opened);
    tab.speak(language);
    return tab;
  }

  private Tab opened() {
    var context = send("", "Target.createBrowserContext", Map.of()).get("browserContextId");
    var target =
        send("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context));
    var session =
        send(
            "",
            "Target.attachToTarget",
            Map.of("targetId", target.get("targetId"), "flatten", true));
    return new Tab(this, (String) session.get("sessionId"), (String) context);
  }

  /** Has events of a session go to a listener, one after the other. */
  void listen(String session, BiConsumer<String, Map<?, ?>> listener) {
    listeners.put(session, listener);
  }

  /** Waits until the listeners have had all events that came so far. */
  void awaitListeners() {
    CompletableFuture.runAsync(() -> {}, events).join();
  }

  /** Sends a command, and returns its result. */
  Map<?, ?> send(String session, String method, Map<String, ?> parameters) {
    int id = commands.incrementAndGet();
    var answer = new CompletableFuture<Map<?, ?>>();
    answers.put(id, answer);
    var message = new LinkedHashMap<String, Object>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    try {
      var text = JSON.std.asString(message);
      synchronized (this) {
        socket.sendText(text, true).join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var result = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    if (result.get("error") instanceof Map<?, ?> error) {
      throw new IllegalStateException(method + ": " + error.get("message"));
    }
    return (Map<?, ?>) result.get("result");
  }

  @Override
  public void close() {
    if (spare != null) {
      // What it still sends would be answered by nobody.
      spare.exceptionally(_ -> null).join();
    }
    events.shutdownNow();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      client.shutdownNow();
      delete(profile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException _) {
      // A process of Chromium's may still write there; it is in the folder for temporary files.
    }
  }

  private final class Messages implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      webSocket.request(1);
      if (last) {
        receive(text.toString());
        text.setLength(0);
      }
      return null;
    }

    private void receive(String message) {
      Map<String, Object> json;
      try {
        json = JSON.std.mapFrom(message);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (json.get("id") instanceof Integer id) {
        answers.remove(id).complete(json);
        return;
      }
      var listener = listeners.get(String.valueOf(json.get("sessionId")));
      if (listener != null && !events.isShutdown()) {
        var method = (String) json.get("method");
        var parameters = (Map<?, ?>) json.get("params");
        events.execute(() -> listener.accept(method, parameters));
      }
    }
  }
}
