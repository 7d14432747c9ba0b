package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What stands between two lines of dashes at the top of an article, as YAML, or of plus signs, as
 * TOML.
 *
 * @param values what it says
 * @param lines how many lines it takes, with those around it; none if the article has none
 */
record FrontMatter(Map<?, ?> values, int lines) {
  private static final Pattern TOML =
      Pattern.compile("(?<key>[A-Za-z0-9_-]+)\\s*=\\s*(?<value>\"[^\"]*\"|'[^']*'|[^#\\s]+).*");

  static FrontMatter of(List<String> article) {
    var fence = article.getFirst();
    int end = article.subList(1, article.size()).indexOf(fence) + 1;
    if (end > 0) {
      var text = article.subList(1, end);
      if (fence.equals("+++")) {
        return new FrontMatter(toml(text), end + 1);
      }
      if (fence.equals("---") && yaml(text) instanceof Map<?, ?> values) {
        return new FrontMatter(values, end + 1);
      }
    }
    return new FrontMatter(Map.of(), 0);
  }

  private static Object yaml(List<String> text) {
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(String.join("\n", text));
    } catch (YamlEngineException _) {
      return "";
    }
  }

  /** The values that are texts, numbers or dates. */
  private static Map<String, String> toml(List<String> text) {
    return text.stream()
        .map(TOML::matcher)
        .filter(Matcher::matches)
        .collect(
            Collectors.toMap(
                line -> line.group("key"),
                line -> line.group("value").replaceAll("^[\"']|[\"']$", ""),
                (first, _) -> first));
  }

  /** The first of these values that it has. */
  Optional<String> value(String... names) {
    for (var name : names) {
      var value = values.get(name);
      if (value != null && !(value instanceof Map || value instanceof List)) {
        return Optional.of(value.toString().strip()).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** The article's lines, empty where the front matter was. */
  List<String> without(List<String> article) {
    var rest = new ArrayList<>(article);
    rest.subList(0, lines).replaceAll(_ -> "");
    return rest;
  }
}
