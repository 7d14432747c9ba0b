package paperreviews.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there, so that they are changed along with the code. */
class DocumentsTest {
  private static final Path ROOT = Path.of("../..");

  /** A class in backticks, perhaps with one of its methods: {@code `Request`, `Request.of`}. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:[.#]\\w+)?`");

  /** The path of a file or folder in backticks. */
  private static final Pattern FILE =
      Pattern.compile("`((?:functions|tools|reviews|docs|web|events|\\.ci)/[\\w./-]*)`");

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#\\s]*)(?:#[^)]*)?\\)");

  private static final Set<Path> FILES = files();

  private static final Set<String> CLASSES =
      FILES.stream()
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());

  private static final Set<String> NAMES_IN_THE_TEMPLATE =
      Pattern.compile("(?m)^ *(\\w+):")
          .matcher(read(ROOT.resolve("template.yaml")))
          .results()
          .map(name -> name.group(1))
          .collect(Collectors.toSet());

  /** All files of the project but those that are built or fetched. */
  private static Set<Path> files() {
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              var name = folder.getFileName().toString();
              return Set.of(".git", "target", "node_modules").contains(name)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Set.copyOf(files);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<Path> documents() {
    return FILES.stream().filter(path -> path.toString().endsWith(".md")).sorted().toList();
  }

  static List<Path> documentsOfTheCode() {
    return documents().stream()
        .filter(
            path ->
                Stream.of(
                        "CHANGELOG.md",
                        "CONTRIBUTING.md",
                        "SECURITY.md",
                        "docs/architecture.md",
                        "docs/decisions")
                    .anyMatch(each -> path.startsWith(ROOT.resolve(each))))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linkToFilesThatExist(Path document) {
    var broken =
        LINK.matcher(read(document))
            .results()
            .map(link -> link.group(1))
            .filter(target -> !target.isEmpty() && !target.contains(":"))
            .filter(target -> !Files.exists(document.resolveSibling(target)))
            .toList();

    assertEquals(List.of(), broken);
  }

  @ParameterizedTest
  @MethodSource("documentsOfTheCode")
  void nameFilesThatExist(Path document) {
    var missing =
        FILE.matcher(read(document))
            .results()
            .map(each -> each.group(1))
            .filter(path -> !Files.exists(ROOT.resolve(path)))
            .toList();

    assertEquals(List.of(), missing);
  }

  @ParameterizedTest
  @MethodSource("documentsOfTheCode")
  void nameClassesThatExist(Path document) {
    var missing =
        CLASS
            .matcher(read(document))
            .results()
            .map(each -> each.group(1))
            .filter(name -> !CLASSES.contains(name) && !NAMES_IN_THE_TEMPLATE.contains(name))
            .distinct()
            .toList();

    assertEquals(List.of(), missing);
  }

  @Test
  void architectureNamesClassesAtAll() {
    var architecture = read(ROOT.resolve("docs/architecture.md"));

    assertTrue(CLASS.matcher(architecture).results().map(MatchResult::group).count() > 50);
  }
}
