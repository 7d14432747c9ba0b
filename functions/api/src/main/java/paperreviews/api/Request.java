package paperreviews.api;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import paperreviews.model.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP request, as API Gateway passes it on (<a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 * format 2.0</a>).
 *
 * @param method the HTTP method
 * @param resource the path of the template's route, such as {@code /papers/{paperId}}, or {@code
 *     $default}
 * @param path the requested path
 * @param query the query string as the address has it
 * @param headers the headers; names in lower case, whatever their case in the event
 * @param pathParameters the values of the route's parameters
 * @param requestId API Gateway's id of the request, or an empty text
 */
public record Request(
    String method,
    String resource,
    String path,
    String query,
    Map<String, String> headers,
    Map<String, String> pathParameters,
    String requestId) {

  /**
   * Reads an event. Fields that are missing or of another type count as empty.
   *
   * @throws ProblemException if the event is not a JSON object
   */
  static Request read(byte[] event) {
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(event);
    } catch (JacksonException notJson) {
      throw new ProblemException(Problem.badEvent());
    }
    if (!json.isObject()) {
      throw new ProblemException(Problem.badEvent());
    }
    var context = json.path("requestContext");
    var routeKey = text(json.path("routeKey"));
    var headers = new TreeMap<String, String>();
    texts(json.path("headers"))
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new Request(
        text(context.path("http").path("method")),
        routeKey.substring(routeKey.indexOf(' ') + 1),
        text(json.path("rawPath")),
        text(json.path("rawQueryString")),
        headers,
        texts(json.path("pathParameters")),
        text(context.path("requestId")));
  }

  private static String text(JsonNode json) {
    return json.stringValue("");
  }

  private static Map<String, String> texts(JsonNode json) {
    var texts = new TreeMap<String, String>();
    json.properties().forEach(field -> texts.put(field.getKey(), text(field.getValue())));
    return texts;
  }

  /** Returns a GET request of no client, for priming. */
  static Request get(String resource, Map<String, String> pathParameters, String query) {
    return new Request("GET", resource, resource, query, Map.of(), pathParameters, "");
  }

  /** Returns the event that {@link #read} reads this request from. */
  byte[] event() {
    return Json.MAPPER.writeValueAsBytes(
        Map.of(
            "routeKey", method + " " + resource,
            "rawPath", path,
            "rawQueryString", query,
            "headers", headers,
            "pathParameters", pathParameters,
            "requestContext", Map.of("http", Map.of("method", method))));
  }

  /**
   * Returns the decoded value of a route's parameter.
   *
   * @throws ProblemException if it is not valid Unicode
   */
  public String pathParameter(String name) {
    var value = pathParameters.getOrDefault(name, "");
    if (!PercentEncoding.isWellFormed(value)) {
      throw new ProblemException(Problem.badPath());
    }
    return value;
  }

  /** Returns the query parameters; any that is not named here is an error. */
  public Parameters parameters(String... known) {
    return Parameters.read(query, Set.of(known));
  }

  /** Returns whether this is an event of the template's schedule: a client has another id. */
  boolean keepsWarm() {
    return requestId.equals("keep-warm");
  }

  boolean isHead() {
    return method.equals("HEAD");
  }
}
