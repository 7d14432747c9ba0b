package paperreviews.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A tab with what the tests of the page ask of it, beside what {@link #page} offers. */
final class Tab implements AutoCloseable {
  /** What a request gets instead of the API's answer. */
  record Answer(int status, Map<String, String> headers, String body) {}

  private static final int NOTHING_CAME_MILLIS = 1;

  final Page page;
  private final BrowserContext context;
  private final CDPSession devTools;
  private final List<String> requests = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  Tab(BrowserContext context) {
    this.context = context;
    page = context.newPage();
    devTools = context.newCDPSession(page);
    page.onRequest(request -> requests.add(request.url()));
    page.onPageError(faults::add);
    page.onConsoleMessage(
        message -> {
          // Chromium itself reports answers that are errors; tests give such answers on purpose.
          if (!message.text().startsWith("Failed to load resource")) {
            faults.add(message.text());
          }
        });
  }

  /** Decides about every request from here on: an answer, none to let it pass, or not yet. */
  void intercept(Function<String, CompletableFuture<Optional<Answer>>> interception) {
    passEverything();
    page.route(
        "**",
        route ->
            interception
                .apply(route.request().url())
                .thenAccept(
                    answer -> answer.ifPresentOrElse(it -> fulfill(route, it), route::resume)));
  }

  private static void fulfill(Route route, Answer answer) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(answer.status())
            .setHeaders(answer.headers())
            .setBody(answer.body()));
  }

  void passEverything() {
    page.unrouteAll();
  }

  /** What axe-core finds, as one text. */
  String violations() throws IOException {
    evaluate(axe() + "; undefined");
    return (String)
        evaluate(
            """
            axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
              nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)).join('\\n'))\
            """);
  }

  private static String axe() throws IOException {
    try (var script = Tab.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void offline(boolean is) {
    context.setOffline(is);
  }

  void grant(String... permissions) {
    context.grantPermissions(List.of(permissions));
  }

  void go(String address) {
    page.navigate(address);
  }

  /** The value of an expression in the page; promises are waited for. */
  Object evaluate(String expression) {
    return page.evaluate(expression);
  }

  /** What a script of the page itself gets, bound by the policy of the page. */
  String evaluateUnderPolicy(String expression) {
    var parameters = new JsonObject();
    parameters.addProperty("expression", expression);
    parameters.addProperty("returnByValue", true);
    parameters.addProperty("allowUnsafeEvalBlockedByCSP", false);
    return devTools
        .send("Runtime.evaluate", parameters)
        .getAsJsonObject("result")
        .get("value")
        .getAsString();
  }

  String text(String selector) {
    var found = page.locator(selector);
    return found.count() == 0 ? "" : found.first().textContent();
  }

  String attribute(String selector, String name) {
    return page.locator(selector).first().getAttribute(name);
  }

  /** Waits until an expression in the page is true; fails after some seconds. */
  void await(String expression) {
    try {
      page.waitForCondition(() -> isTrue(expression));
    } catch (PlaywrightException e) {
      throw new AssertionError(
          "Never: %s%nThe page: %s".formatted(expression, page.locator("body").innerText()), e);
    }
  }

  private boolean isTrue(String expression) {
    try {
      return Boolean.TRUE.equals(page.evaluate("Boolean(" + expression + ")"));
    } catch (PlaywrightException _) {
      // The document is being replaced, or the element is not there yet.
      return false;
    }
  }

  /** Waits until a text occurs in the first element of a selector. */
  void await(String selector, String text) {
    assertThat(page.locator(selector).first()).containsText(text);
  }

  /** Lets time pass, as a reader does who thinks before the next key. */
  void pause(int milliseconds) {
    page.waitForTimeout(milliseconds);
  }

  /** Activates the first element of a selector, wherever the reader has scrolled to. */
  void click(String selector) {
    page.locator(selector).first().dispatchEvent("click");
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  void type(String text) {
    page.keyboard().type(text);
  }

  /** Shows a text that an input method is still composing. */
  void compose(String text) {
    var parameters = new JsonObject();
    parameters.addProperty("text", text);
    parameters.addProperty("selectionStart", text.length());
    parameters.addProperty("selectionEnd", text.length());
    devTools.send("Input.imeSetComposition", parameters);
  }

  /** Presses Enter in an input method, which browsers report as key code 229. */
  void pressEnterInInputMethod() {
    var parameters = new JsonObject();
    parameters.addProperty("type", "keyDown");
    parameters.addProperty("key", "Enter");
    parameters.addProperty("text", "\r");
    parameters.addProperty("windowsVirtualKeyCode", 229);
    devTools.send("Input.dispatchKeyEvent", parameters);
    parameters.remove("text");
    parameters.addProperty("type", "keyUp");
    devTools.send("Input.dispatchKeyEvent", parameters);
  }

  /** Ends the composition with a text. */
  void accept(String text) {
    page.keyboard().insertText(text);
  }

  void back() {
    page.evaluate("history.back()");
  }

  void forward() {
    page.evaluate("history.forward()");
  }

  /** The addresses requested so far, without those that look for a new edition. */
  List<String> requests() {
    receive();
    return requests.stream().filter(url -> !url.endsWith("/sections?limit=1")).toList();
  }

  void forgetRequests() {
    receive();
    requests.clear();
  }

  /** What went wrong in the page: exceptions, console lines, violations of its policy. */
  List<String> faults() {
    receive();
    return List.copyOf(faults);
  }

  /** Takes in the events that have come so far. */
  private void receive() {
    page.waitForTimeout(NOTHING_CAME_MILLIS);
  }

  /** For how many seconds the answer to each preflight from here on may be kept. */
  List<String> preflights() {
    var maxAges = new ArrayList<String>();
    devTools.on(
        "Network.responseReceived",
        event -> {
          if (event.get("type").getAsString().equals("Preflight")) {
            var headers = event.getAsJsonObject("response").getAsJsonObject("headers");
            headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("access-control-max-age"))
                .forEach(header -> maxAges.add(header.getValue().getAsString()));
          }
        });
    devTools.send("Network.enable");
    return maxAges;
  }

  /** A string literal of JavaScript. */
  static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  @Override
  public void close() {
    context.close();
  }
}
