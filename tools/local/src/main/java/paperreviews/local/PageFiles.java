package paperreviews.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a page, as any static host would serve them. A path is only ever compared, letter by
 * letter, with those of the files that lie in the folder; so none leads out of it.
 *
 * @param at the path of the folder, without a slash at its end
 * @param folder the folder
 */
record PageFiles(String at, Path folder) {
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /**
   * Answers a request for a file; empty if there is none.
   *
   * @param path the path as it was sent, percent-encoded
   */
  Optional<HttpAnswer> answer(String method, String path) throws IOException {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Optional.empty();
    }
    Optional<Path> found;
    try (var files = Files.walk(folder)) {
      found =
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> path(file).equals(isFolder(path) ? at + "/" : path))
              .findFirst();
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(answer(found.get()));
  }

  private boolean isFolder(String path) {
    return !at.isEmpty() && path.equals(at);
  }

  private String path(Path file) {
    var path = "/" + folder.relativize(file).toString().replace('\\', '/');
    return at + (path.equals("/index.html") ? "/" : path);
  }

  private static HttpAnswer answer(Path file) throws IOException {
    var name = file.getFileName().toString();
    var ending = name.substring(name.lastIndexOf('.') + 1);
    return new HttpAnswer(
        200,
        Map.of(
            "content-type", CONTENT_TYPES.getOrDefault(ending, "application/octet-stream"),
            "cache-control", "no-cache",
            "x-content-type-options", "nosniff"),
        Files.readAllBytes(file));
  }
}
