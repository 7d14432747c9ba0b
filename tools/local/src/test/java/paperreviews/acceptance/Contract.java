package paperreviews.acceptance;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What openapi.yaml promises, and whether a reply keeps it. */
final class Contract {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** What API Gateway adds, and what belongs to the connection. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "access-control-allow-headers",
          "access-control-allow-methods",
          "access-control-allow-origin",
          "access-control-expose-headers",
          "access-control-max-age",
          "apigw-requestid",
          "content-length",
          "content-type",
          "date",
          "transfer-encoding");

  /** Schemas that only extend others, and so say nothing about further fields. */
  private static final String OPEN = "Open";

  private final JsonNode document;
  private final ObjectNode closedComponents;
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
    this.closedComponents = MAPPER.createObjectNode();
    closedComponents.set("schemas", closedSchemas());
  }

  static Contract read() {
    try {
      var yaml = Files.readString(Api.ROOT.resolve("openapi.yaml"));
      var settings = LoadSettings.builder().build();
      return new Contract(MAPPER.valueToTree(new Load(settings).loadFromString(yaml)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  JsonNode document() {
    return document;
  }

  Set<String> paths() {
    return new TreeSet<>(document.path("paths").propertyNames());
  }

  /**
   * A response of the document.
   *
   * @param name the operation, or the extension that documents it, and its status
   */
  record Documented(String name, JsonNode response) {}

  /** Every response of the document. */
  List<Documented> responses() {
    var responses = new ArrayList<Documented>();
    for (var path : document.path("paths").properties()) {
      add(path.getKey(), path.getValue().at("/get/responses"), responses);
    }
    for (var extension :
        List.of("x-options", "x-other-methods", "x-other-addresses", "x-gateway")) {
      add(extension, document.path(extension), responses);
    }
    return responses;
  }

  private static void add(String name, JsonNode responses, List<Documented> all) {
    for (var response : responses.properties()) {
      all.add(new Documented(name + " " + response.getKey(), response.getValue()));
    }
  }

  /** Follows a reference within the document. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? resolved(document.at(node.get("$ref").asString().substring(1)))
        : node;
  }

  /** Fails unless a reply is as it is documented. */
  void check(String method, String address, HttpResponse<String> response) {
    var headers = new TreeMap<String, String>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    var faults = faults(method, address, response.statusCode(), headers, response.body());
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s %s is answered otherwise than openapi.yaml says: %s\n%d %s\n%s"
              .formatted(method, address, faults, response.statusCode(), headers, response.body()));
    }
  }

  /**
   * What is wrong with a reply.
   *
   * @param headers by lower-case names
   */
  List<String> faults(
      String method, String address, int status, Map<String, String> headers, String body) {
    int question = address.indexOf('?');
    var query = question < 0 ? "" : address.substring(question + 1);
    var path = pathOf(question < 0 ? address : address.substring(0, question));
    var alias = path.flatMap(known -> alias(known, query));
    var responses =
        responses(alias.map(known -> known.path("answersAs").asString()).or(() -> path), method);
    var response = resolved(responses.path(Integer.toString(status)));
    if (response.isMissingNode()) {
      response = resolved(document.path("x-gateway").path(Integer.toString(status)));
    }
    if (response.isMissingNode()) {
      return List.of("status " + status + " is not documented");
    }
    var faults = new ArrayList<String>();
    checkHeaders(response, headers, faults);
    if (alias.isPresent() && status == 200) {
      var type = headers.getOrDefault("content-type", "").replaceFirst(";.*", "");
      if (!type.equals(alias.get().path("mediaType").asString())) {
        faults.add("media type \"" + type + "\" is not documented");
      }
      return faults;
    }
    checkBody(response, method, headers, body, faults);
    if (status == 200 && !query.isEmpty()) {
      checkParameters(path.orElseThrow(), query, faults);
    }
    return faults;
  }

  /** The older form of an address that a request uses. */
  private Optional<JsonNode> alias(String path, String query) {
    return document
        .path("x-aliases")
        .valueStream()
        .filter(alias -> alias.path("path").asString().equals(path))
        .filter(alias -> query.equals("format=" + alias.path("format").asString()))
        .findFirst();
  }

  /** The documented path that an address belongs to: the one with the fewest parameters. */
  private Optional<String> pathOf(String address) {
    return paths().stream()
        .filter(path -> address.matches(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
        .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")));
  }

  private JsonNode responses(Optional<String> path, String method) {
    if (path.isEmpty()) {
      return document.path("x-other-addresses");
    }
    return switch (method) {
      case "GET", "HEAD" -> document.path("paths").path(path.get()).at("/get/responses");
      case "OPTIONS" -> document.path("x-options");
      default -> document.path("x-other-methods");
    };
  }

  private void checkHeaders(JsonNode response, Map<String, String> headers, List<String> faults) {
    var unknown = new TreeSet<>(headers.keySet());
    unknown.removeAll(NOT_OURS);
    for (var documented : response.path("headers").properties()) {
      var name = documented.getKey().toLowerCase(Locale.ROOT);
      var header = resolved(documented.getValue());
      unknown.remove(name);
      if (headers.containsKey(name)) {
        var value = MAPPER.<JsonNode>valueToTree(headers.get(name));
        errors(header.path("schema"), value).forEach(error -> faults.add(name + ": " + error));
      } else if (header.path("required").asBoolean(false)) {
        faults.add("header " + name + " is missing");
      }
    }
    unknown.forEach(name -> faults.add("header " + name + " is not documented"));
  }

  private void checkBody(
      JsonNode response,
      String method,
      Map<String, String> headers,
      String body,
      List<String> faults) {
    var content = response.path("content");
    if (content.isEmpty() || method.equals("HEAD")) {
      if (!body.isEmpty()) {
        faults.add("there is a body");
      }
    }
    if (content.isEmpty()) {
      return;
    }
    var type = headers.getOrDefault("content-type", "").replaceFirst(";.*", "");
    if (!content.has(type)) {
      faults.add("media type \"" + type + "\" is not documented");
    } else if (!method.equals("HEAD")) {
      var value = type.endsWith("json") ? MAPPER.readTree(body) : MAPPER.valueToTree(body);
      faults.addAll(errors(content.path(type).path("schema"), value));
      if (type.equals("application/problem+json")) {
        checkProblem(response, value, faults);
      }
    }
  }

  private static void checkProblem(JsonNode response, JsonNode problem, List<String> faults) {
    var types = response.path("x-problems").valueStream().toList();
    if (!types.contains(problem.path("type"))) {
      faults.add("problem " + problem.path("type") + " is not documented");
    }
  }

  /** What was answered with 200 must have been asked as documented. */
  private void checkParameters(String path, String query, List<String> faults) {
    for (var pair : query.split("&")) {
      var parts = pair.split("=", 2);
      var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      var value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      var parameter = parameter(path, name);
      if (name.isEmpty() || value.isBlank() && !parameter.isMissingNode()) {
        continue;
      }
      if (parameter.isMissingNode()) {
        faults.add("parameter " + name + " is not documented");
        continue;
      }
      var schema = parameter.path("schema");
      Object typed =
          switch (schema.path("type").asString()) {
            case "integer" -> Integer.valueOf(value);
            case "boolean" -> Boolean.valueOf(value);
            case "array" -> List.of(value.split(","));
            default -> value;
          };
      errors(schema, MAPPER.valueToTree(typed))
          .forEach(error -> faults.add("parameter " + name + ": " + error));
    }
  }

  private JsonNode parameter(String path, String name) {
    for (var each : document.path("paths").path(path).at("/get/parameters")) {
      var parameter = resolved(each);
      if (parameter.path("name").asString().equals(name)) {
        return parameter;
      }
    }
    return MAPPER.missingNode();
  }

  /** What is wrong with a value, by a schema of the document. */
  List<String> errors(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(Error::toString)
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    // References lead into "components": these go along.
    var whole = (ObjectNode) schema.deepCopy();
    whole.set("components", closedComponents);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  /**
   * The schemas of the document, closed: clients are to ignore further fields, but no reply of the
   * tests may have one. Those that others extend are there twice, closed and open.
   */
  private ObjectNode closedSchemas() {
    var closed = MAPPER.createObjectNode();
    for (var schema : document.at("/components/schemas").properties()) {
      closed.set(schema.getKey() + OPEN, extended(schema.getValue()));
      var copy = extended(schema.getValue());
      if (copy.has("properties") || copy.has("allOf")) {
        copy.put("unevaluatedProperties", false);
      }
      closed.set(schema.getKey(), copy);
    }
    return closed;
  }

  private static ObjectNode extended(JsonNode schema) {
    var copy = (ObjectNode) schema.deepCopy();
    for (var part : copy.path("allOf")) {
      if (part instanceof ObjectNode reference && reference.has("$ref")) {
        reference.put("$ref", reference.get("$ref").asString() + OPEN);
      }
    }
    return copy;
  }
}
