package paperreviews.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import paperreviews.model.Json;
import tools.jackson.core.JacksonException;

/**
 * An answer of the HTTP API.
 *
 * @param headers by lower-case name
 * @param error what went wrong in the function, if it did not answer itself
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body, Optional<String> error) {
  private static final String NO_RESPONSE =
      "What the function returned is not a response in payload format 2.0.";

  HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Optional.empty());
  }

  /** Answers as API Gateway does by itself. */
  static HttpAnswer message(int status, String message) {
    return new HttpAnswer(
        status,
        Map.of("content-type", "application/json"),
        "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
  }

  static HttpAnswer preflight(Map<String, String> headers) {
    return new HttpAnswer(204, headers, new byte[0]);
  }

  static HttpAnswer of(InvocationResult result) {
    return switch (result) {
      case InvocationResult.Success(var payload) ->
          parse(payload).orElseGet(() -> message(500, "Internal Server Error").with(NO_RESPONSE));
      case InvocationResult.FunctionError(var payload) ->
          message(500, "Internal Server Error").with(cause(payload));
      case InvocationResult.TimedOut _ ->
          message(503, "Service Unavailable").with("The function took longer than its timeout.");
    };
  }

  private HttpAnswer with(String error) {
    return new HttpAnswer(status, headers, body, Optional.of(error));
  }

  private static String cause(String payload) {
    try {
      return RootCause.ofError(Json.map(payload));
    } catch (JacksonException _) {
      return payload;
    }
  }

  /** Reads what a function answered, in payload format 2.0; empty if that cannot be sent. */
  private static Optional<HttpAnswer> parse(String payload) {
    Object json;
    try {
      json = Json.MAPPER.readValue(payload, Object.class);
    } catch (JacksonException _) {
      return Optional.empty();
    }
    // Anything without a status code is itself the body.
    if (!(json instanceof Map<?, ?> fields) || !fields.containsKey("statusCode")) {
      return Optional.of(
          new HttpAnswer(
              200,
              Map.of("content-type", "application/json"),
              payload.getBytes(StandardCharsets.UTF_8)));
    }
    if (!(fields.get("statusCode") instanceof Integer status) || status < 200 || status > 599) {
      return Optional.empty();
    }
    var headers = new LinkedHashMap<String, String>();
    if (fields.get("headers") instanceof Map<?, ?> given) {
      given.forEach(
          (name, value) ->
              headers.put(name.toString().toLowerCase(Locale.ROOT), String.valueOf(value)));
    }
    var text = fields.get("body") == null ? "" : fields.get("body").toString();
    try {
      var body =
          Boolean.TRUE.equals(fields.get("isBase64Encoded"))
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8);
      if (body.length > 0) {
        headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
      }
      return Optional.of(new HttpAnswer(status, headers, body));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
