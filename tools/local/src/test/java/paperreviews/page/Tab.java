package paperreviews.page;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A tab of a browser, and somebody before it. */
final class Tab implements AutoCloseable {
  /** What a request gets instead of the API's answer. */
  record Answer(int status, Map<String, String> headers, String body) {}

  private static final Map<String, Integer> KEYS =
      Map.of("Enter", 13, "Escape", 27, "ArrowUp", 38, "ArrowDown", 40, "Tab", 9, "Process", 229);
  private static final int CONTROL = 2;

  private final Chromium chromium;
  private final String session;
  private final String context;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> preflights = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private volatile Function<String, CompletableFuture<Optional<Answer>>> interception;

  Tab(Chromium chromium, String session, String context) {
    this.chromium = chromium;
    this.session = session;
    this.context = context;
    chromium.listen(session, this::event);
    for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", Map.of());
    }
    // Otherwise a page in the background has no focus to speak of.
    send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    size(1280, 800);
  }

  /** Sets the language that the browser's user prefers. */
  void speak(String language) {
    var version = chromium.send("", "Browser.getVersion", Map.of());
    send(
        "Emulation.setUserAgentOverride",
        Map.of("userAgent", version.get("userAgent"), "acceptLanguage", language));
  }

  private void event(String method, Map<?, ?> event) {
    switch (method) {
      case "Network.requestWillBeSent" ->
          requests.add((String) ((Map<?, ?>) event.get("request")).get("url"));
      case "Network.responseReceived" -> {
        if ("Preflight".equals(event.get("type"))) {
          ((Map<?, ?>) ((Map<?, ?>) event.get("response")).get("headers"))
              .forEach(
                  (name, value) -> {
                    if (name.toString().equalsIgnoreCase("access-control-max-age")) {
                      preflights.add(value.toString());
                    }
                  });
        }
      }
      case "Runtime.exceptionThrown" -> faults.add(event.toString());
      case "Runtime.consoleAPICalled" -> faults.add(event.get("args").toString());
      case "Log.entryAdded" -> {
        var entry = (Map<?, ?>) event.get("entry");
        // Chromium itself remarks on answers that are errors; tests give such answers on purpose.
        if (!"network".equals(entry.get("source"))) {
          faults.add(entry.toString());
        }
      }
      case "Fetch.requestPaused" -> {
        var url = (String) ((Map<?, ?>) event.get("request")).get("url");
        var id = (String) event.get("requestId");
        interception.apply(url).thenAccept(answer -> resume(id, answer));
      }
      default -> {}
    }
  }

  private void resume(String id, Optional<Answer> answer) {
    if (answer.isEmpty()) {
      send("Fetch.continueRequest", Map.of("requestId", id));
      return;
    }
    var headers = new ArrayList<Map<String, String>>();
    answer
        .get()
        .headers()
        .forEach((name, value) -> headers.add(Map.of("name", name, "value", value)));
    var parameters = new HashMap<String, Object>();
    parameters.put("requestId", id);
    parameters.put("responseCode", answer.get().status());
    parameters.put("responseHeaders", headers);
    parameters.put("body", Base64.getEncoder().encodeToString(answer.get().body().getBytes()));
    send("Fetch.fulfillRequest", parameters);
  }

  Map<?, ?> send(String method, Map<String, ?> parameters) {
    return chromium.send(session, method, parameters);
  }

  /** Decides about every request from here on: an answer, none to let it pass, or not yet. */
  void intercept(Function<String, CompletableFuture<Optional<Answer>>> interception) {
    this.interception = interception;
    send("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))));
  }

  void passEverything() {
    interception = _ -> CompletableFuture.completedFuture(Optional.empty());
  }

  void offline(boolean is) {
    send(
        "Network.emulateNetworkConditions",
        Map.of("offline", is, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /** Sets a feature of media queries, such as {@code prefers-color-scheme}. */
  void media(String feature, String value) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** Gives the page a permission that its reader would be asked for. */
  void allow(String permission) {
    chromium.send(
        "",
        "Browser.grantPermissions",
        Map.of("browserContextId", context, "permissions", List.of(permission)));
  }

  void print() {
    send("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  void go(String address) {
    send("Page.navigate", Map.of("url", address));
  }

  void reload() {
    // Marks the document that goes, so that nobody takes it for the one that comes.
    evaluate("window.old = true");
    send("Page.reload", Map.of());
    await("!window.old && document.readyState === 'complete'");
  }

  /** The value of an expression in the page; promises are waited for. */
  Object evaluate(String expression) {
    var answer =
        send(
            "Runtime.evaluate",
            Map.of(
                "expression",
                expression,
                "awaitPromise",
                true,
                "returnByValue",
                true,
                // What the page's policy forbids is forbidden here, too.
                "allowUnsafeEvalBlockedByCSP",
                false));
    if (answer.get("exceptionDetails") instanceof Map<?, ?> details) {
      throw new AssertionError(expression + ": " + details.get("exception"));
    }
    return ((Map<?, ?>) answer.get("result")).get("value");
  }

  String text(String selector) {
    return (String)
        evaluate("document.querySelector(%s)?.textContent ?? ''".formatted(quoted(selector)));
  }

  /** Waits until an expression in the page is true; fails after some seconds. */
  void await(String expression) {
    long deadline = System.nanoTime() + 15_000_000_000L;
    String last = "";
    while (System.nanoTime() < deadline) {
      try {
        var found =
            evaluate(
                """
                new Promise((resolve) => {
                  const end = performance.now() + 1000;
                  const look = () => {
                    const found = Boolean(%s);
                    return found || performance.now() > end ? resolve(found) : setTimeout(look, 10);
                  };
                  look();
                })\
                """
                    .formatted(expression));
        if (Boolean.TRUE.equals(found)) {
          return;
        }
      } catch (AssertionError | IllegalStateException e) {
        // The document was exchanged meanwhile, or is not there yet.
        last = e.getMessage();
      }
    }
    throw new AssertionError(
        "Never: %s %s%nThe page: %s"
            .formatted(expression, last, evaluate("document.body.innerText")));
  }

  /** Waits until a text stands in an element. */
  void await(String selector, String text) {
    await(
        "document.querySelector(%s)?.textContent.includes(%s)"
            .formatted(quoted(selector), quoted(text)));
  }

  /** Lets time pass, as somebody does who thinks before the next key. */
  void pause(int milliseconds) {
    evaluate("new Promise((resolve) => setTimeout(resolve, %d))".formatted(milliseconds));
  }

  void click(String selector) {
    evaluate("document.querySelector(%s).click()".formatted(quoted(selector)));
  }

  void type(String text) {
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            each -> {
              send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", each, "text", each));
              send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", each));
            });
  }

  void press(String key) {
    press(key, 0);
  }

  void pressWithControl(String key) {
    press(key, CONTROL);
  }

  private void press(String key, int modifiers) {
    int code = KEYS.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
    var parameters = new HashMap<String, Object>();
    parameters.put("type", "keyDown");
    parameters.put("key", key.equals("Process") ? "Enter" : key);
    parameters.put("windowsVirtualKeyCode", code);
    parameters.put("modifiers", modifiers);
    if (key.equals("Enter") || key.equals("Process")) {
      parameters.put("text", "\r");
    }
    send("Input.dispatchKeyEvent", parameters);
    parameters.remove("text");
    parameters.put("type", "keyUp");
    send("Input.dispatchKeyEvent", parameters);
  }

  /** Shows a text that an input method is at work on. */
  void compose(String text) {
    send(
        "Input.imeSetComposition",
        Map.of("text", text, "selectionStart", text.length(), "selectionEnd", text.length()));
  }

  /** Ends the composition with a text. */
  void accept(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  void back() {
    evaluate("history.back()");
  }

  void forward() {
    evaluate("history.forward()");
  }

  /** The addresses asked for so far. */
  List<String> requests() {
    chromium.awaitListeners();
    return List.copyOf(requests);
  }

  /** For how many seconds each preflight's answer may be kept. */
  List<String> preflights() {
    chromium.awaitListeners();
    return List.copyOf(preflights);
  }

  void forgetRequests() {
    requests.clear();
  }

  /** What went wrong in the page: exceptions, lines of the console, violations of its policy. */
  List<String> faults() {
    chromium.awaitListeners();
    return List.copyOf(faults);
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public void close() {
    chromium.send("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
  }
}
