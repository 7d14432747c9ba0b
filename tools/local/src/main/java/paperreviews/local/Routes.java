package paperreviews.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import paperreviews.template.FunctionDefinition;
import paperreviews.template.Route;

/**
 * Chooses the route of a request as API Gateway does: a literal segment before a parameter, a
 * parameter before a greedy one, a method before {@code ANY}, and {@code $default} last.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">
 *     Create routes for HTTP APIs</a>
 */
final class Routes {
  /** A part of a route's path, in the order of precedence. */
  private sealed interface Segment {
    int precedence();

    record Literal(String text) implements Segment {
      @Override
      public int precedence() {
        return 0;
      }
    }

    record Parameter(String name) implements Segment {
      @Override
      public int precedence() {
        return 1;
      }
    }

    /** Takes the rest of the path. */
    record Greedy(String name) implements Segment {
      @Override
      public int precedence() {
        return 2;
      }
    }

    static Segment of(String text) {
      if (!text.startsWith("{") || !text.endsWith("}")) {
        return new Literal(text);
      }
      return text.endsWith("+}")
          ? new Greedy(text.substring(1, text.length() - 2))
          : new Parameter(text.substring(1, text.length() - 1));
    }
  }

  private record Candidate(Route route, String functionName, List<Segment> segments) {}

  /**
   * A request's route.
   *
   * @param functionName the logical id of the function that answers
   * @param pathParameters by name, percent-decoded
   */
  record Match(Route route, String functionName, Map<String, String> pathParameters) {}

  private static final Comparator<Candidate> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Candidate::segments, Routes::compare)
          .thenComparing(candidate -> candidate.route().method().equals("ANY"));

  private final List<Candidate> candidates = new ArrayList<>();

  Routes(Collection<FunctionDefinition> functions) {
    for (var function : functions) {
      for (var route : function.routes()) {
        candidates.add(
            new Candidate(
                route,
                function.logicalId(),
                split(route.path()).stream().map(Segment::of).toList()));
      }
    }
    candidates.sort(MOST_SPECIFIC_FIRST);
  }

  /**
   * Chooses a route.
   *
   * @param path the path as it was sent, percent-encoded
   */
  Optional<Match> choose(String method, String path) {
    return first(method, candidate -> matches(candidate.segments(), split(path)))
        .or(() -> first(method, candidate -> candidate.route().path().equals(Route.DEFAULT)))
        .map(
            candidate ->
                new Match(
                    candidate.route(),
                    candidate.functionName(),
                    parameters(candidate.segments(), split(path))));
  }

  private Optional<Candidate> first(String method, Predicate<Candidate> predicate) {
    return candidates.stream()
        .filter(
            candidate ->
                candidate.route().method().equals("ANY")
                    || candidate.route().method().equals(method))
        .filter(predicate)
        .findFirst();
  }

  /** Splits {@code /a/b} into a and b; {@code $default} has no leading slash and stays whole. */
  private static List<String> split(String path) {
    return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
  }

  private static boolean matches(List<Segment> segments, List<String> parts) {
    for (int i = 0; i < segments.size(); i++) {
      if (i >= parts.size() || (parts.get(i).isEmpty() && parts.size() > 1)) {
        return false;
      }
      switch (segments.get(i)) {
        case Segment.Literal(var text) -> {
          if (text.equals(Route.DEFAULT) || !text.equals(LenientDecoding.decode(parts.get(i)))) {
            return false;
          }
        }
        case Segment.Parameter _ -> {
          if (parts.get(i).isEmpty()) {
            return false;
          }
        }
        case Segment.Greedy _ -> {
          return !parts.get(i).isEmpty();
        }
      }
    }
    return parts.size() == segments.size();
  }

  private static Map<String, String> parameters(List<Segment> segments, List<String> parts) {
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      switch (segments.get(i)) {
        case Segment.Literal _ -> {}
        case Segment.Parameter(var name) ->
            parameters.put(name, LenientDecoding.decode(parts.get(i)));
        case Segment.Greedy(var name) ->
            parameters.put(
                name, LenientDecoding.decode(String.join("/", parts.subList(i, parts.size()))));
      }
    }
    return parameters;
  }

  private static int compare(List<Segment> one, List<Segment> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int difference = one.get(i).precedence() - other.get(i).precedence();
      if (difference != 0) {
        return difference;
      }
    }
    return other.size() - one.size();
  }
}
