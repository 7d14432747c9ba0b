package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {
  @TempDir Path folder;
  private PageFiles files;

  @BeforeEach
  void create() throws IOException {
    var page = Files.createDirectories(folder.resolve("page/parts")).getParent();
    for (var name : List.of("index.html", "a.css", "parts/b.js", "c.svg", "d")) {
      Files.writeString(page.resolve(name), name);
    }
    Files.writeString(folder.resolve("secret.html"), "secret");
    Files.createSymbolicLink(page.resolve("link.html"), folder.resolve("secret.html"));
    files = new PageFiles("", page);
  }

  @ParameterizedTest
  @CsvSource({
    "/, index.html, text/html; charset=utf-8",
    "/a.css, a.css, text/css; charset=utf-8",
    "/parts/b.js, parts/b.js, text/javascript; charset=utf-8",
    "/c.svg, c.svg, image/svg+xml",
    "/d, d, application/octet-stream",
  })
  void answersWithAFileAndItsType(String path, String content, String type) throws IOException {
    for (var method : List.of("GET", "HEAD")) {
      var answer = files.answer(method, path).orElseThrow();
      assertEquals(200, answer.status());
      assertEquals(content, new String(answer.body()));
      assertEquals(type, answer.headers().get("content-type"));
      assertEquals("nosniff", answer.headers().get("x-content-type-options"));
    }
  }

  @ParameterizedTest
  @CsvSource({"/docs, index.html", "/docs/, index.html", "/docs/a.css, a.css"})
  void answersBelowAPath(String path, String content) throws IOException {
    var below = new PageFiles("/docs", folder.resolve("page"));

    assertEquals(content, new String(below.answer("GET", path).orElseThrow().body()));
    assertEquals(Optional.empty(), below.answer("GET", path.replace("/docs", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/nope",
        "/parts",
        "/parts/",
        "/A.css",
        "/a.css/",
        "//a.css",
        "/./a.css",
        "/%61.css",
        "/../secret.html",
        "/parts/../a.css",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/..\\secret.html",
        "/link.html",
        "/index.html"
      })
  void knowsNoOtherPath(String path) throws IOException {
    assertEquals(Optional.empty(), files.answer("GET", path));
  }

  @Test
  void takesNoOtherMethod() throws IOException {
    assertEquals(Optional.empty(), files.answer("POST", "/"));
  }

  @Test
  void weighsAtMost20KilobytesCompressed() throws IOException {
    long bytes = 0;
    try (var all = Files.walk(Path.of("../../web"))) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
          Files.copy(file, gzip);
        }
        bytes += compressed.size();
      }
    }
    assertTrue(bytes > 0 && bytes <= 20 * 1024, bytes + " bytes");
  }
}
