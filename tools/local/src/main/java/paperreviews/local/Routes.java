package paperreviews.local;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import paperreviews.template.FunctionDefinition;
import paperreviews.template.Route;

/**
 * Chooses the route of a request as API Gateway does: a literal segment before a parameter, a
 * method before {@code ANY}, and {@code $default} last.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">
 *     Create routes for HTTP APIs</a>
 */
final class Routes {
  /** The functions by path and method. */
  private final PathMappings<Map<String, String>> functions = new PathMappings<>();

  private final Map<String, String> defaults = new HashMap<>();

  /**
   * A request's route.
   *
   * @param functionName the logical id of the function that answers
   * @param pathParameters by name, percent-decoded
   */
  record Match(Route route, String functionName, Map<String, String> pathParameters) {}

  Routes(Collection<FunctionDefinition> functions) {
    for (var function : functions) {
      for (var route : function.routes()) {
        methods(route.path()).put(route.method(), function.logicalId());
      }
    }
  }

  private Map<String, String> methods(String path) {
    if (path.equals(Route.DEFAULT)) {
      return defaults;
    }
    PathSpec spec = new UriTemplatePathSpec(path);
    if (functions.get(spec) == null) {
      functions.put(spec, new HashMap<>());
    }
    return functions.get(spec);
  }

  /**
   * Chooses a route.
   *
   * @param path the path as it was sent, percent-encoded
   */
  Optional<Match> choose(String method, String path) {
    for (var mapped : functions.getMatches(path)) {
      var spec = (UriTemplatePathSpec) mapped.getPathSpec();
      var parameters = new LinkedHashMap<String, String>();
      spec.getPathParams(path)
          .forEach((name, value) -> parameters.put(name, PercentDecoding.decode(value)));
      var match = match(method, spec.getDeclaration(), mapped.getResource(), parameters);
      if (match.isPresent()) {
        return match;
      }
    }
    return match(method, Route.DEFAULT, defaults, Map.of());
  }

  private static Optional<Match> match(
      String method, String path, Map<String, String> methods, Map<String, String> parameters) {
    var key = methods.containsKey(method) ? method : "ANY";
    return Optional.ofNullable(methods.get(key))
        .map(function -> new Match(new Route(key, path), function, parameters));
  }
}
