package paperreviews.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of a page, as any static host would serve them. A path names a file only if it is,
 * letter by letter, one of those that lay in the folder at the start; so no path leads out of it.
 */
final class PageFiles {
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, Path> files;

  private PageFiles(Map<String, Path> files) {
    this.files = files;
  }

  static PageFiles none() {
    return new PageFiles(Map.of());
  }

  /** Finds the files of a folder. They are read when they are asked for, and so may be edited. */
  static PageFiles in(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return new PageFiles(
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .collect(Collectors.toMap(file -> path(folder.relativize(file)), file -> file)));
    }
  }

  private static String path(Path file) {
    var path = "/" + file.toString().replace('\\', '/');
    return path.equals("/index.html") ? "/" : path;
  }

  /**
   * Answers a request for a file; empty if there is none.
   *
   * @param path the path as it was sent, percent-encoded
   */
  Optional<HttpAnswer> answer(String method, String path) throws IOException {
    var file = files.get(path);
    if (file == null || !(method.equals("GET") || method.equals("HEAD"))) {
      return Optional.empty();
    }
    var name = file.getFileName().toString();
    var type = CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return Optional.of(
        new HttpAnswer(
            200,
            Map.of(
                "content-type", type == null ? "application/octet-stream" : type,
                "cache-control", "no-cache",
                "x-content-type-options", "nosniff"),
            List.of(),
            Files.readAllBytes(file)));
  }
}
