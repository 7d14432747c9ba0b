package paperreviews.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import paperreviews.template.CorsConfiguration;

/**
 * Cross-origin resource sharing as API Gateway does it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">
 *     Configure CORS for HTTP APIs</a>
 */
record Cors(CorsConfiguration configuration) {

  /** Returns the headers of a preflight answer; none for an origin that is not allowed. */
  Map<String, String> preflightHeaders(String origin) {
    var headers = originHeaders(origin);
    if (!headers.isEmpty()) {
      put(headers, "access-control-allow-methods", configuration.allowMethods());
      put(headers, "access-control-allow-headers", configuration.allowHeaders());
      if (configuration.maxAge() != 0) {
        headers.put("access-control-max-age", Integer.toString(configuration.maxAge()));
      }
    }
    return headers;
  }

  /** Returns the headers of any other answer; none for an origin that is not allowed. */
  Map<String, String> answerHeaders(String origin) {
    var headers = originHeaders(origin);
    if (!headers.isEmpty()) {
      put(headers, "access-control-expose-headers", configuration.exposeHeaders());
    }
    return headers;
  }

  private Map<String, String> originHeaders(String origin) {
    var headers = new LinkedHashMap<String, String>();
    Stream.of("*", origin)
        .filter(configuration.allowOrigins()::contains)
        .findFirst()
        .ifPresent(allowed -> headers.put("access-control-allow-origin", allowed));
    return headers;
  }

  private static void put(Map<String, String> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, String.join(",", values));
    }
  }
}
