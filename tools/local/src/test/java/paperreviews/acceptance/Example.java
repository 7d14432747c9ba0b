package paperreviews.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An example of openapi.yaml.
 *
 * @param response where the response is that it is one of
 * @param name its name there
 * @param mediaType its media type
 * @param request the address that it answers, unless it takes more than a request to provoke it
 * @param schema what it must satisfy
 * @param value the example
 */
record Example(
    String response,
    String name,
    String mediaType,
    Optional<String> request,
    JsonNode schema,
    JsonNode value) {

  static List<Example> all(Contract contract) {
    var all = new ArrayList<Example>();
    for (var place : contract.responses()) {
      for (var media : place.response().path("content").properties()) {
        for (var named : media.getValue().path("examples").properties()) {
          var example = contract.resolved(named.getValue());
          all.add(
              new Example(
                  place.name(),
                  named.getKey(),
                  media.getKey(),
                  example.path("x-request").asStringOpt(),
                  media.getValue().path("schema"),
                  example.path("value")));
        }
      }
    }
    return all;
  }

  /** Copies of a value, each with one field more in one of its objects. */
  static List<JsonNode> extended(JsonNode value) {
    var copies = new ArrayList<JsonNode>();
    int objects = objects(value).size();
    for (int n = 0; n < objects; n++) {
      var copy = value.deepCopy();
      objects(copy).get(n).put("undocumented", true);
      copies.add(copy);
    }
    return copies;
  }

  private static List<ObjectNode> objects(JsonNode value) {
    var objects = new ArrayList<ObjectNode>();
    if (value instanceof ObjectNode object) {
      objects.add(object);
    }
    value.forEach(inner -> objects.addAll(objects(inner)));
    return objects;
  }

  /** A value without what every edition and every request has of its own. */
  static JsonNode lasting(JsonNode value) {
    var copy = value.deepCopy();
    objects(copy).forEach(object -> object.remove(List.of("edition", "requestId", "next")));
    return copy;
  }

  /** The fields of a value, whatever they hold: objects of a list count together. */
  static Set<String> shape(JsonNode value) {
    var shape = new TreeSet<String>();
    shape(value, "", shape);
    return shape;
  }

  private static void shape(JsonNode value, String at, Set<String> shape) {
    shape.add(at + " " + value.getNodeType());
    if (value.isArray()) {
      value.forEach(item -> shape(item, at + "[]", shape));
    }
    for (var field : value.properties()) {
      shape(field.getValue(), at + "." + field.getKey(), shape);
    }
  }

  @Override
  public String toString() {
    return response + ": " + name;
  }
}
