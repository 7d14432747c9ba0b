package paperreviews.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium installed on this machine, driven by Playwright. Playwright's driver runs on the
 * installed Node.js: the driver that brings its own is a download of 200 MB. Playwright objects may
 * be used only by the thread that created them.
 */
final class Chromium implements AutoCloseable {
  /** Headless shell first, because it starts fastest. */
  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable");

  private static final List<String> APPLICATIONS =
      List.of(
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private static final int MAX_WAIT_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    var environment =
        Map.of(
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1",
            "PLAYWRIGHT_NODEJS_PATH",
            node().orElseThrow().toString());
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    PlaywrightAssertions.setDefaultAssertionTimeout(MAX_WAIT_MILLIS);
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow()));
  }

  /** What has to be installed before the tests of the page can run. */
  static Optional<String> missing() {
    if (executable().isEmpty()) {
      return Optional.of("install Chromium, or name its executable in CHROMIUM=…");
    }
    return node().isEmpty() ? Optional.of("install Node.js") : Optional.empty();
  }

  private static Optional<Path> executable() {
    var named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.concat(
            NAMES.stream().flatMap(Chromium::onPath),
            APPLICATIONS.stream().map(Path::of).filter(Files::isExecutable))
        .findFirst();
  }

  private static Optional<Path> node() {
    return Stream.of("node", "node.exe").flatMap(Chromium::onPath).findFirst();
  }

  private static Stream<Path> onPath(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }

  /** Opens a tab that shares nothing with others, for a user who prefers a language. */
  Tab open(String language) {
    return new Tab(
        browser.newContext(
            new Browser.NewContextOptions().setLocale(language).setViewportSize(1280, 800)));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
