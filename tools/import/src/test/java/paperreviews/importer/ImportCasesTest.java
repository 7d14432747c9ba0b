package paperreviews.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import paperreviews.seed.Seed;
import paperreviews.testing.Printed;

/**
 * Small articles, each of a kind that people write. Beside each is what it must become: sections
 * and papers, or a refusal that names a line and these words.
 */
class ImportCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @RegisterExtension private final Printed printed = new Printed();

  static Stream<String> cases() throws IOException {
    try (var files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - ".txt".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isImportedOrRefused(String name) throws IOException {
    var expected = map(load(Files.readString(CASES.resolve(name + ".expected.json"))));

    int status = Seed.run("import", CASES.resolve(name + ".txt").toString());

    var said = printed.err().toString(StandardCharsets.UTF_8);
    var refusal =
        expected.containsKey("refused") ? expected.get("refused") : expected.get("orRefused");
    if (status == 1 && refusal != null) {
      assertTrue(
          said.lines()
              .anyMatch(
                  line -> line.matches(".*?\\.txt:[1-9].*") && line.contains((String) refusal)),
          said);
      return;
    }
    assertEquals(0, status, said);
    assertFalse(expected.containsKey("refused"), said);
    check(expected, map(load(printed.out().toString(StandardCharsets.UTF_8))), said);
  }

  private static void check(Map<?, ?> expected, Map<?, ?> file, String said) {
    var language = expected.containsKey("language") ? expected.get("language") : "ja";
    var sections = list(file.get("sections"));
    assertEquals(
        expected.get("sections"),
        sections.stream().map(section -> map(map(section).get("title")).get(language)).toList());
    var papers =
        sections.stream().flatMap(section -> list(map(section).get("papers")).stream()).toList();
    var wanted = list(expected.get("papers"));
    assertEquals(
        wanted.stream().map(paper -> map(paper).get("title")).toList(),
        papers.stream().map(paper -> map(paper).get("title")).toList());
    for (int at = 0; at < wanted.size(); at++) {
      check(map(wanted.get(at)), map(papers.get(at)));
    }
    var article = map(file.get("article"));
    if (expected.containsKey("title")) {
      assertEquals(expected.get("title"), map(article.get("title")).get(language));
    }
    if (expected.containsKey("year")) {
      assertEquals(expected.get("year"), article.get("year"));
    }
    var reviews =
        papers.stream()
            .flatMap(paper -> map(map(paper).get("review")).values().stream())
            .map(Object::toString)
            .collect(Collectors.joining("\n"));
    list(expected.get("reviewsContain"))
        .forEach(words -> assertTrue(reviews.contains((String) words), reviews));
    list(expected.get("reviewsLack"))
        .forEach(words -> assertFalse(reviews.contains((String) words), reviews));
    if (expected.get("warns") instanceof String words) {
      assertTrue(
          said.lines().anyMatch(line -> line.startsWith("Warning") && line.contains(words)), said);
    }
  }

  private static void check(Map<?, ?> expected, Map<?, ?> paper) {
    for (var field : List.of("url", "id", "authors", "year", "venue", "doi", "review")) {
      if (expected.containsKey(field)) {
        assertEquals(expected.get(field), paper.get(field));
      }
    }
    var review =
        String.join(
            "\n", map(paper.get("review")).values().stream().map(Object::toString).toList());
    if (expected.get("reviewContains") instanceof String words) {
      assertTrue(review.contains(words), review);
    }
    if (expected.get("reviewLacks") instanceof String words) {
      assertFalse(review.contains(words), review);
    }
    if (expected.get("links") instanceof List<?> links) {
      assertEquals(
          links, list(paper.get("links")).stream().map(link -> map(link).get("url")).toList());
    }
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<?> list(Object value) {
    return value == null ? List.of() : (List<?>) value;
  }
}
