package paperreviews.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import paperreviews.api.Problem.ParameterError;
import paperreviews.model.Language;

/**
 * The query parameters of a request. Errors are collected while they are parsed, so that one answer
 * names all of them.
 */
public final class Parameters {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<ParameterError> errors = new ArrayList<>();

  private Parameters() {}

  /**
   * Reads the parameters of a query string. API Gateway joins repeated ones with commas elsewhere,
   * where they look like a comma in a value: hence the raw string.
   *
   * @param rawQuery as the address has it, without the question mark
   * @param known the parameters that the resource knows; any other is an error
   */
  static Parameters read(String rawQuery, Set<String> known) {
    var parameters = new Parameters();
    for (var pair : rawQuery.split("&")) {
      if (!pair.isEmpty()) {
        parameters.add(pair, known);
      }
    }
    return parameters;
  }

  private void add(String pair, Set<String> known) {
    int equals = pair.indexOf('=');
    var rawName = equals < 0 ? pair : pair.substring(0, equals);
    var name = PercentEncoding.decode(rawName);
    if (name.isEmpty() || !known.contains(name.get())) {
      error(Problem.shortened(name.orElse(rawName)), unknown(known));
      return;
    }
    var value = PercentEncoding.decode(equals < 0 ? "" : pair.substring(equals + 1));
    if (value.isEmpty()) {
      error(name.get(), "It is not valid percent-encoded UTF-8 (RFC 3986).");
    } else {
      values.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(value.get());
    }
  }

  private static String unknown(Set<String> known) {
    return known.isEmpty()
        ? "It is unknown: this address takes no parameters."
        : "It is unknown. Known here: " + String.join(", ", known.stream().sorted().toList()) + ".";
  }

  /** Adds an error of a parameter. */
  public void error(String parameter, String detail) {
    var error = new ParameterError(parameter, detail);
    if (!errors.contains(error)) {
      errors.add(error);
    }
  }

  /** Whether a parameter is given, even if it is empty. */
  boolean isGiven(String name) {
    return values.containsKey(name);
  }

  /** A parameter's value, which must be the only one; absent if the parameter is not given. */
  private Optional<String> value(String name) {
    var given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      error(name, "It is given more than once. Give it once.");
      return Optional.empty();
    }
    return given.stream().findFirst();
  }

  /**
   * A parameter's text. An empty one counts as absent, as an empty search box sends it.
   *
   * @param maxLength how many characters (code points) it may have
   */
  public Optional<String> text(String name, int maxLength) {
    var value = value(name).orElse("");
    if (value.codePointCount(0, value.length()) > maxLength) {
      error(name, "It is longer than %d characters. Shorten it.".formatted(maxLength));
      return Optional.empty();
    }
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  /**
   * A parameter's texts, separated by commas or given one by one, each of them once. Empty ones are
   * errors: they come from a list that was joined wrongly.
   *
   * @param max the maximum number, counting repeated ones
   */
  public List<String> list(String name, int max) {
    var texts =
        Arrays.asList(String.join(",", values.getOrDefault(name, List.of())).split(",", -1));
    if (texts.size() > max || texts.contains("")) {
      error(name, "Give 1 to %d of them, separated by commas.".formatted(max));
      return List.of();
    }
    return List.copyOf(new LinkedHashSet<>(texts));
  }

  /** A parameter's whole number between two bounds, both allowed. */
  public OptionalInt number(String name, int min, int max) {
    var given = value(name);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    var value = given.get();
    if (value.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return OptionalInt.of(number);
      }
    }
    error(name, "Give a whole number from %d to %d.".formatted(min, max));
    return OptionalInt.empty();
  }

  /** One of some choices, in lower case. */
  public <E extends Enum<E>> Optional<E> choice(String name, E[] choices) {
    return choice(name, choices, value -> value);
  }

  /** A language, by its tag or by that of a region, such as {@code en-US}, in any case. */
  Optional<Language> language(String name) {
    return choice(name, Language.values(), Parameters::primarySubtag);
  }

  /** The language of a tag (BCP 47) without region, script and all else, in lower case. */
  static String primarySubtag(String tag) {
    return tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
  }

  private <E extends Enum<E>> Optional<E> choice(
      String name, E[] choices, UnaryOperator<String> word) {
    var given = value(name);
    var words = new ArrayList<String>();
    for (var choice : choices) {
      words.add(choice.name().toLowerCase(Locale.ROOT));
      if (given.map(word).filter(words.getLast()::equals).isPresent()) {
        return Optional.of(choice);
      }
    }
    if (given.isPresent()) {
      error(name, "Give one of: %s.".formatted(String.join(", ", words)));
    }
    return Optional.empty();
  }

  /**
   * Ends the parsing.
   *
   * @throws ProblemException if any parameter is invalid
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.badParameters(errors));
    }
  }
}
