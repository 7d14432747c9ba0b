package paperreviews.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paperreviews.template.FunctionDefinition;
import paperreviews.template.Route;

class RoutesTest {
  private final Routes routes =
      routes(
          "ANY $default",
          "ANY /things/{thingId}",
          "GET /things/{thingId}",
          "GET /things/special",
          "ANY /things/{thingId}/parts/{partId}",
          "GET /",
          "HEAD /things");

  @ParameterizedTest
  @CsvSource({
    "GET,  /things/special,       GET /things/special",
    "POST, /things/special,       ANY /things/{thingId}",
    "GET,  /things/other,         GET /things/{thingId}",
    "HEAD, /things/other,         ANY /things/{thingId}",
    "GET,  /things/a%2Fb,         GET /things/{thingId}",
    "GET,  /things/a/parts/b,     ANY /things/{thingId}/parts/{partId}",
    "HEAD, /things,               HEAD /things",
    "GET,  /things,               $default",
    "GET,  /things/,              $default",
    "GET,  //things/special,      $default",
    "GET,  /things//special,      $default",
    "GET,  /,                     GET /",
    "POST, /,                     $default",
    "GET,  /$default,             $default",
    "OPTIONS, *,                  $default",
  })
  void choosesAsApiGatewayDoes(String method, String path, String routeKey) {
    assertEquals(routeKey, routes.choose(method, path).orElseThrow().route().key());
  }

  @Test
  void decodesPathParameters() {
    assertEquals(Map.of("thingId", "注 意/%zz"), parameters("/things/%E6%B3%A8%20意%2F%zz"));
    assertEquals(Map.of("thingId", "a", "partId", "b"), parameters("/things/a/parts/b"));
    assertEquals(Map.of(), parameters("/elsewhere"));
  }

  @Test
  void choosesNothingWithoutADefaultRoute() {
    assertEquals(Optional.empty(), routes("GET /a").choose("GET", "/b"));
    assertEquals(Optional.empty(), routes("GET /a").choose("POST", "/a"));
  }

  private Map<String, String> parameters(String path) {
    return routes.choose("GET", path).orElseThrow().pathParameters();
  }

  private static Routes routes(String... keys) {
    var routes =
        Arrays.stream(keys)
            .map(key -> key.split(" "))
            .map(parts -> new Route(parts[0], parts[1]))
            .toList();
    return new Routes(
        List.of(
            new FunctionDefinition(
                "F", Path.of(""), "F", 128, Duration.ofSeconds(1), Map.of(), routes)));
  }
}
