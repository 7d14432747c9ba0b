package paperreviews.local;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import paperreviews.model.Json;
import paperreviews.template.Template;

/**
 * A request as the event of payload format 2.0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Create AWS Lambda proxy integrations for HTTP APIs</a>
 */
final class HttpEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpEvent() {}

  /** Writes the event as JSON. */
  static byte[] of(Request request, Routes.Match match, String requestId, byte[] body) {
    var headers = headers(request);
    var cookies = cookies(request);
    var query = request.getHttpURI().getQuery() == null ? "" : request.getHttpURI().getQuery();
    // Unlike REST APIs and function URLs, HTTP APIs decode the path.
    var path = PercentDecoding.decode(request.getHttpURI().getPath());

    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path);
    event.put("rawQueryString", query);
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    event.put("headers", headers);
    if (!query.isEmpty()) {
      event.put("queryStringParameters", queryStringParameters(query));
    }
    event.put("requestContext", requestContext(request, match, requestId, path, headers));
    if (!match.pathParameters().isEmpty()) {
      event.put("pathParameters", match.pathParameters());
    }
    boolean text = isText(headers.getOrDefault("content-type", ""));
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private static Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    for (HttpField field : request.getHeaders()) {
      var name = field.getName().toLowerCase(Locale.ROOT);
      if (!name.equals("cookie")) {
        headers.merge(name, value(field), (one, other) -> one + "," + other);
      }
    }
    headers.putIfAbsent("content-length", "0");
    headers.putIfAbsent("x-amzn-trace-id", "Root=" + TraceId.root());
    headers.putIfAbsent("x-forwarded-for", Request.getRemoteAddr(request));
    headers.putIfAbsent("x-forwarded-port", Integer.toString(Request.getLocalPort(request)));
    headers.putIfAbsent("x-forwarded-proto", "http");
    return headers;
  }

  private static List<String> cookies(Request request) {
    var cookies = new ArrayList<String>();
    for (var value : request.getHeaders().getValuesList("cookie")) {
      for (var cookie : value.split(";")) {
        if (!cookie.isBlank()) {
          cookies.add(cookie.strip());
        }
      }
    }
    return cookies;
  }

  private static String value(HttpField field) {
    return field.getValue() == null ? "" : field.getValue();
  }

  private static Map<String, String> queryStringParameters(String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        var name = PercentDecoding.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : PercentDecoding.decodeQuery(pair.substring(equals + 1));
        parameters.merge(name, value, (one, other) -> one + "," + other);
      }
    }
    return parameters;
  }

  private static Map<String, Object> requestContext(
      Request request,
      Routes.Match match,
      String requestId,
      String path,
      Map<String, String> headers) {
    var domainName = headers.getOrDefault("host", "localhost").replaceFirst(":\\d+$", "");
    var now = Instant.now();

    var http = new LinkedHashMap<String, Object>();
    http.put("method", request.getMethod());
    http.put("path", path);
    http.put("protocol", request.getConnectionMetaData().getProtocol());
    http.put("sourceIp", Request.getRemoteAddr(request));
    http.put("userAgent", headers.getOrDefault("user-agent", ""));

    var context = new LinkedHashMap<String, Object>();
    context.put("accountId", Template.ACCOUNT_ID);
    context.put("apiId", "local");
    context.put("domainName", domainName);
    context.put("domainPrefix", domainName.replaceFirst("\\..*", ""));
    context.put("http", http);
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static boolean isText(String contentType) {
    var type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/javascript")
        || type.equals("application/xml")
        || type.endsWith("+json")
        || type.endsWith("+xml");
  }
}
