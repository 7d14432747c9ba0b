package paperreviews.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import paperreviews.model.Edition;
import paperreviews.model.Json;

/**
 * The HTTP response to a request, before it is compressed.
 *
 * @param status the HTTP status
 * @param headers the headers; names in lower case
 * @param body the body, empty if the status has none
 * @param compressed whether the body is sent compressed
 */
record Response(int status, Map<String, String> headers, String body, boolean compressed) {
  private static final String CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600";

  /**
   * What a function returns to API Gateway (<a
   * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response">payload
   * format 2.0</a>).
   */
  private record Payload(
      int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {}

  private record Body(String edition, @JsonUnwrapped Object answer) {}

  static Response options() {
    var headers = commonHeaders();
    headers.put("allow", Problem.ALLOWED_METHODS);
    return new Response(204, headers, "", false);
  }

  static Response notModified(EntityTag tag, boolean negotiated) {
    return new Response(304, cacheHeaders(tag, negotiated), "", false);
  }

  static Response of(Answer.Text text, EntityTag tag, boolean negotiated) {
    var headers = cacheHeaders(tag, negotiated);
    headers.put("content-type", text.mediaType());
    return new Response(200, headers, text.text(), false);
  }

  static Response of(Answer.Json json, Edition edition, EntityTag tag, boolean negotiated) {
    var headers = cacheHeaders(tag, negotiated);
    headers.put("content-type", "application/json");
    json.next().ifPresent(next -> headers.put("link", "<%s>; rel=\"next\"".formatted(next)));
    var body = Json.MAPPER.writeValueAsString(new Body(edition.id(), json.body()));
    return new Response(200, headers, body, false);
  }

  static Response of(Problem problem) {
    var headers = commonHeaders();
    headers.put("content-type", "application/problem+json");
    headers.put("cache-control", "no-store");
    headers.putAll(problem.headers());
    return new Response(problem.status(), headers, Json.MAPPER.writeValueAsString(problem), false);
  }

  private static Map<String, String> cacheHeaders(EntityTag tag, boolean negotiated) {
    var headers = commonHeaders();
    headers.put("etag", tag.header());
    headers.put("cache-control", CACHE_CONTROL);
    // API Gateway adds CORS headers only if a request has an origin: shared caches must keep both.
    headers.put("vary", (negotiated ? "accept-language, " : "") + "accept-encoding, origin");
    return headers;
  }

  private static Map<String, String> commonHeaders() {
    var headers = new TreeMap<String, String>();
    // Browsers must not guess another type for JSON that repeats parts of the request.
    headers.put("x-content-type-options", "nosniff");
    return headers;
  }

  /** Returns the same response, to be compressed, with the tag of the compressed bytes. */
  Response compress(EntityTag tag) {
    var headers = new TreeMap<>(this.headers);
    headers.put("etag", tag.header());
    headers.put("content-encoding", Compression.GZIP);
    return new Response(status, headers, body, true);
  }

  /** Returns what the function returns to API Gateway, as JSON in UTF-8. */
  byte[] payload(boolean withBody) {
    var text = withBody ? body : "";
    if (withBody && compressed) {
      var gzip = Compression.gzip(body.getBytes(StandardCharsets.UTF_8));
      text = Base64.getEncoder().encodeToString(gzip);
    }
    // Encoded by way of a text: Jackson's encoder fails at half a surrogate pair, as clients send
    // it.
    return Json.MAPPER
        .writeValueAsString(new Payload(status, headers, text, withBody && compressed))
        .getBytes(StandardCharsets.UTF_8);
  }
}
