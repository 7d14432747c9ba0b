package paperreviews.seed;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import paperreviews.editions.Printable;
import paperreviews.model.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema of YAML files. It has all limits, and under {@code errorMessage} how to fix what
 * does not match.
 */
final class YamlSchema {
  /** The schema of review files. */
  static final YamlSchema ARTICLE = load("article.schema.json");

  /** The schema of the dictionary of concepts. */
  static final YamlSchema CONCEPTS = load("concepts.schema.json");

  private static final int MAX_QUOTED = 200;

  private final JsonNode json;
  private final Schema schema;

  private YamlSchema(JsonNode json) {
    this.json = json;
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry ->
                    registry.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
            .getSchema(json);
  }

  private static YamlSchema load(String name) {
    try (var file = YamlSchema.class.getResourceAsStream("/" + name)) {
      return new YamlSchema(Json.MAPPER.readTree(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns one of the definitions, such as that of an address. */
  YamlSchema definition(String name) {
    return new YamlSchema(json.at("/$defs/" + name));
  }

  /** Returns the limit at a JSON pointer into the schema. */
  int limit(String pointer) {
    return json.at(pointer).intValue();
  }

  /** Returns whether a text matches. */
  boolean accepts(String text) {
    return schema.validate(Json.MAPPER.getNodeFactory().stringNode(text)).isEmpty();
  }

  /**
   * Adds what does not match to the faults of a file. Where a text is expected, a number becomes
   * one: YAML knows no difference without quotes.
   */
  void check(YamlFile file) {
    var errors = schema.validate(file.root());
    if (errors.stream()
            .filter(YamlSchema::isNumberForText)
            .peek(error -> toText(file, error))
            .count()
        > 0) {
      errors = schema.validate(file.root());
    }
    errors.forEach(error -> report(file, error));
  }

  private static boolean isNumberForText(Error error) {
    return error.getKeyword().equals("type")
        && error.getSchemaNode().asString().equals("string")
        && error.getInstanceNode().isNumber();
  }

  private static void toText(YamlFile file, Error error) {
    var path = error.getInstanceLocation();
    var text = error.getInstanceNode().asString();
    switch (parent(file, path)) {
      case ObjectNode object -> object.put((String) last(path), text);
      case ArrayNode array -> array.set((Integer) last(path), text);
      default -> throw new IllegalStateException("No value at " + path);
    }
  }

  private static JsonNode parent(YamlFile file, NodePath path) {
    var node = file.root();
    for (int depth = 0; depth < path.getNameCount() - 1; depth++) {
      node = child(node, path.getElement(depth));
    }
    return node;
  }

  private static JsonNode child(JsonNode node, Object element) {
    return element instanceof Integer index ? node.get(index) : node.get((String) element);
  }

  private static Object last(NodePath path) {
    return path.getElement(path.getNameCount() - 1);
  }

  private void report(YamlFile file, Error error) {
    var path = error.getInstanceLocation();
    boolean isRoot = path.getNameCount() == 0;
    if (error.getProperty() != null) {
      var object = isRoot ? file.root() : child(parent(file, path), last(path));
      file.fault(object, error.getProperty(), sentence(error, ""));
    } else if (isRoot) {
      file.fault("it must have %s at its top".formatted(quoted(json.get("required"), " and ")));
    } else if (last(path) instanceof Integer index) {
      var name = path.getParent().getElement(path.getNameCount() - 2);
      file.fault(parent(file, path), index, sentence(error, "an entry of \"%s\"".formatted(name)));
    } else {
      var name = (String) last(path);
      file.fault(parent(file, path), name, sentence(error, "\"%s\"".formatted(name)));
    }
  }

  private static String quoted(JsonNode names, String separator) {
    return names
        .valueStream()
        .map(name -> "\"%s\"".formatted(name.asString()))
        .collect(Collectors.joining(separator));
  }

  /** Returns what is wrong and how to fix it. */
  private String sentence(Error error, String field) {
    var location = error.getSchemaLocation().getFragment();
    var about = json.at(location.getParent().toString());
    var limit = error.getSchemaNode();
    var value = error.getInstanceNode();
    return switch (error.getKeyword()) {
      case "required" -> "\"%s\" is missing".formatted(error.getProperty());
      case "additionalProperties" ->
          "\"%s\" is unknown here; known are %s"
              .formatted(
                  error.getProperty(), String.join(", ", about.get("properties").propertyNames()));
      case "maxLength" ->
          "%s has %,d characters; at most %,d are allowed"
              .formatted(field, value.asString().codePoints().count(), limit.asInt());
      case "maxItems" ->
          "%s has %,d entries; at most %,d are allowed"
              .formatted(field, value.size(), limit.asInt());
      case "minItems" -> "%s has no entries; add one".formatted(field);
      case "type" ->
          switch (limit.asString()) {
            case "object" -> field + " must have fields";
            case "array" -> field + " must be a list";
            case "string" -> field + " must be a text";
            default -> mismatch(field, value, range(about));
          };
      case "minimum", "maximum" -> mismatch(field, value, range(about));
      case "enum" -> mismatch(field, value, "use one of " + String.join(", ", texts(limit)));
      default -> mismatch(field, value, about.path("errorMessage").asString(error.getMessage()));
    };
  }

  private static String range(JsonNode number) {
    return "give a whole number from %d to %d"
        .formatted(number.get("minimum").asInt(), number.get("maximum").asInt());
  }

  private static List<String> texts(JsonNode values) {
    return values.valueStream().map(JsonNode::asString).toList();
  }

  private static String mismatch(String field, JsonNode value, String fix) {
    if (value.isContainer()) {
      return "%s %s; %s"
          .formatted(field, value.isEmpty() ? "is empty" : "has fields or entries", fix);
    }
    var text = value.asString();
    if (text.isEmpty()) {
      return field + " is empty; fill it in";
    }
    return "%s is %s; %s".formatted(field, Printable.shortened(text, MAX_QUOTED), fix);
  }
}
