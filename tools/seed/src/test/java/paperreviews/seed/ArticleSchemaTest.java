package paperreviews.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import paperreviews.testing.Reviews;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema by which editors help to write review files. */
class ArticleSchemaTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNode SCHEMA = MAPPER.readTree(read("article.schema.json"));

  private static String read(String name) {
    try {
      return Files.readString(Reviews.REAL.resolve(name));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  static List<String> errors(String yaml) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);
    var loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema.validate(MAPPER.<JsonNode>valueToTree(loaded)).stream()
        .map(Error::toString)
        .toList();
  }

  @Test
  void isNamedByTheFirstLineOfTheRealReviewsWhichSatisfyIt() {
    var reviews = read("2019-part-1.yaml");

    assertEquals(
        "# yaml-language-server: $schema=article.schema.json", reviews.lines().findFirst().get());
    assertEquals(List.of(), errors(reviews));
  }

  @Test
  void knowsEveryField() {
    assertEquals(List.of(), errors(Reviews.FILE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role: Reader           | rule: Reader        | /article/author",
        "title: A post          | titel: A post       | /sections/0/papers/0/links/1",
        "year: 2019             | year: two           | /article/year",
        "id: speech             | id: Speech          | /sections/1/id",
        "\"1901.00010\"         | 1901.00010          | /sections/0/papers/0/id",
        "kind: post             | kind: blog          | /sections/0/papers/0/links/1/kind",
        "https://arxiv          | arxiv               | /sections/0/papers/0/url",
        "title: Seeing          | title: ''           | /sections/0/papers/0/title",
        "[sight, recognition]   | sight               | /sections/0/papers/0/keywords/en",
        "{ja: 画像, en: Vision} | {}                  | /sections/0/title",
      })
  void findsFault(String right, String wrong, String place) {
    assertTrue(Reviews.FILE.contains(right), right);

    var errors = errors(Reviews.FILE.replace(right, wrong));

    assertFalse(errors.isEmpty());
    assertTrue(errors.stream().allMatch(error -> error.startsWith(place)), errors::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "title: Seeing, title: %s, 1000, /sections/0/papers/0/title",
    "title: A post, title: %s, 1000, /sections/0/papers/0/links/1/title",
    "en: An article, en: %s, 1000, /article/title/en",
    "en: It sees well, en: %s, 40000, /sections/0/papers/0/review/en",
    "en: On vision, en: %s, 40000, /sections/0/introduction/en",
    "sight, %s, 100, /sections/0/papers/0/keywords/en/0",
  })
  void knowsHowLongATextMayBe(String right, String longer, int longest, String place) {
    assertTrue(Reviews.FILE.contains(right), right);

    // Characters, not Java's halves of them.
    var fits = longer.formatted("𩸽".repeat(longest));
    assertEquals(List.of(), errors(Reviews.FILE.replace(right, fits)));

    var errors = errors(Reviews.FILE.replace(right, fits + "x"));
    assertFalse(errors.isEmpty());
    assertTrue(errors.stream().allMatch(error -> error.startsWith(place)), errors::toString);
  }

  @Test
  void describesEveryFieldAndTakesNoOther() {
    assertEquals(38, describedFields(SCHEMA));
  }

  private static int describedFields(JsonNode node) {
    int count = 0;
    if (node.has("properties")) {
      assertTrue(node.path("additionalProperties").isBoolean(), node::toString);
      assertFalse(node.get("additionalProperties").asBoolean(), node::toString);
      for (var field : node.get("properties")) {
        assertTrue(field.has("description"), field::toString);
        count++;
      }
    }
    for (var inner : node) {
      count += describedFields(inner);
    }
    return count;
  }
}
