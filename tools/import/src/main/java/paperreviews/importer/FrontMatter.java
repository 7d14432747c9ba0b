package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The YAML between two lines of dashes at the top of an article.
 *
 * @param values what it says
 * @param lines how many lines it takes, with the dashes; none if the article has none
 */
record FrontMatter(Map<?, ?> values, int lines) {
  static FrontMatter of(List<String> article) {
    int end =
        article.getFirst().equals("---")
            ? article.subList(1, article.size()).indexOf("---") + 1
            : 0;
    try {
      var yaml = String.join("\n", article.subList(Math.min(1, end), end));
      return end > 0
              && new Load(LoadSettings.builder().build()).loadFromString(yaml)
                  instanceof Map<?, ?> values
          ? new FrontMatter(values, end + 1)
          : new FrontMatter(Map.of(), 0);
    } catch (YamlEngineException _) {
      return new FrontMatter(Map.of(), 0);
    }
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
