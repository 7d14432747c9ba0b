package paperreviews.importer;

import java.util.Set;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import paperreviews.model.Json;
import tools.jackson.databind.JsonNode;

/** Writes an article as a review file. */
final class ReviewFileWriter {
  private static final String SCHEMA = "# yaml-language-server: $schema=article.schema.json\n";

  /** The fields with texts of several lines. */
  private static final Set<String> PROSE = Set.of("introduction", "review");

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setUseUnicodeEncoding(true)
          .setSplitLines(false)
          .setWidth(Integer.MAX_VALUE)
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setDumpComments(true)
          .build();

  private ReviewFileWriter() {}

  /** The review file of an article. */
  static String write(ImportedArticle article) {
    return SCHEMA + write(tree(article));
  }

  /** A tree as YAML. */
  static String write(Node tree) {
    return new Present(SETTINGS)
        .emitToString(new Serialize(SETTINGS).serializeOne(tree).iterator());
  }

  /** The line of the article for a line of its review file; zero for the article as a whole. */
  static int lineOf(ImportedArticle article, String yaml, int line) {
    int found = 0;
    var lines = yaml.lines().limit(line).toList();
    var papers = article.papers().iterator();
    var sections = article.sections().iterator();
    for (var each : lines) {
      if (each.startsWith("  - id: ")) {
        found = sections.next().line();
      } else if (each.startsWith("      - id: ")) {
        found = papers.next().line();
      }
    }
    return found;
  }

  /** The review file of an article as a tree. */
  static MappingNode tree(ImportedArticle article) {
    var file = Json.MAPPER.createObjectNode();
    file.set("article", Json.MAPPER.valueToTree(article));
    file.set("sections", Json.MAPPER.valueToTree(article.sections()));
    return (MappingNode) node(file, ScalarStyle.DOUBLE_QUOTED);
  }

  private static Node node(JsonNode json, ScalarStyle style) {
    if (json.isObject()) {
      return new MappingNode(
          Tag.MAP,
          json.properties().stream()
              .filter(field -> !isEmpty(field.getValue()))
              .map(field -> field(field.getKey(), field.getValue(), style))
              .toList(),
          FlowStyle.BLOCK);
    }
    if (json.isArray()) {
      return new SequenceNode(
          Tag.SEQ, json.valueStream().map(entry -> node(entry, style)).toList(), FlowStyle.BLOCK);
    }
    return json.isNumber()
        ? new ScalarNode(Tag.INT, json.asString(), ScalarStyle.PLAIN)
        : new ScalarNode(Tag.STR, json.asString(), style);
  }

  private static boolean isEmpty(JsonNode json) {
    return json.isContainer() ? json.isEmpty() : json.asString().isEmpty();
  }

  private static NodeTuple field(String name, JsonNode value, ScalarStyle style) {
    var styleOfValue =
        PROSE.contains(name)
            ? ScalarStyle.LITERAL
            : name.equals("kind") ? ScalarStyle.PLAIN : style;
    return new NodeTuple(
        new ScalarNode(Tag.STR, name, ScalarStyle.PLAIN), node(value, styleOfValue));
  }
}
