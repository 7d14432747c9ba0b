package paperreviews.api;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An HTTP request, as API Gateway passes it on (<a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 * format 2.0</a>).
 *
 * @param method the HTTP method
 * @param resource the path of the template's route, such as {@code /papers/{paperId}}, or {@code
 *     $default}
 * @param path the path that was asked for
 * @param query the query string as it stood in the address
 * @param headers the headers; names in lower case, whatever the case they came in
 * @param pathParameters what stood in place of the route's parameters
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
   * Reads an event. What is missing or of another type than it should be counts as empty.
   *
   * @throws Refusal if it is not a JSON object
   */
  static Request read(byte[] event) {
    Map<String, Object> fields;
    try {
      fields = JSON.std.mapFrom(event);
    } catch (IOException notAnObject) {
      throw new Refusal(Problem.badEvent());
    }
    if (fields == null) {
      // The JSON text "null" is no failure to the parser.
      throw new Refusal(Problem.badEvent());
    }
    var context = object(fields.get("requestContext"));
    var http = object(context.get("http"));
    var routeKey = text(fields.get("routeKey"));
    var headers = new HashMap<String, String>();
    object(fields.get("headers"))
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), text(value)));
    var pathParameters = new HashMap<String, String>();
    object(fields.get("pathParameters"))
        .forEach((name, value) -> pathParameters.put(name, text(value)));
    return new Request(
        text(http.get("method")),
        routeKey.substring(routeKey.indexOf(' ') + 1),
        text(fields.get("rawPath")),
        text(fields.get("rawQueryString")),
        headers,
        pathParameters,
        text(context.get("requestId")));
  }

  /** The event of a GET request. */
  static byte[] event(String resource, Map<String, String> pathParameters, String query)
      throws IOException {
    return JSON.std.asBytes(
        Map.of(
            "routeKey",
            "GET " + resource,
            "rawPath",
            resource,
            "rawQueryString",
            query,
            "headers",
            Map.of(),
            "pathParameters",
            pathParameters,
            "requestContext",
            Map.of("http", Map.of("method", "GET"))));
  }

  private static Map<String, Object> object(Object value) {
    if (value instanceof Map<?, ?> map) {
      var fields = new HashMap<String, Object>();
      map.forEach((name, field) -> fields.put((String) name, field));
      return fields;
    }
    return Map.of();
  }

  private static String text(Object value) {
    return value instanceof String text ? text : "";
  }

  /**
   * What stood in place of a route's parameter, decoded.
   *
   * @throws Refusal if it is not valid Unicode
   */
  public String pathParameter(String name) {
    var value = pathParameters.getOrDefault(name, "");
    if (!PercentEncoding.isWellFormed(value)) {
      throw new Refusal(Problem.badPath());
    }
    return value;
  }

  /** The query parameters; any that is not named here is a fault of them. */
  public Parameters parameters(String... known) {
    return Parameters.read(query, Set.of(known));
  }

  boolean isHead() {
    return method.equals("HEAD");
  }
}
