package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields between two lines of dashes at the top of an article, as YAML, or of plus signs, as
 * TOML. Those that an article has are short texts and dates, which both write in one line.
 *
 * @param values what it says
 * @param lines how many lines it takes, with those around it; none if the article has none
 */
record FrontMatter(Map<String, String> values, int lines) {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<key>[A-Za-z0-9_-]+)\\s*[:=](?:\\s+(?<value>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|.*?))?"
              + "(?:\\s+#.*)?");

  /** The beginning of a value that goes on in the next line. */
  private static final Pattern BEGINNING = Pattern.compile("[>|][+-]?|[\"'\\[{].*(?<![\"'\\]}])");

  /** The fields that are read. */
  private static final Set<String> NAMES =
      Set.of("title", "author", "date", "published_at", "publishedAt", "created");

  static FrontMatter of(List<String> article, Findings findings) {
    var fence = article.getFirst();
    int end = article.subList(1, article.size()).indexOf(fence) + 1;
    if (end < 2
        || !fence.equals("---") && !fence.equals("+++")
        || !FIELD.matcher(article.get(1)).matches()) {
      return new FrontMatter(Map.of(), 0);
    }
    var values = new HashMap<String, String>();
    for (int at = 1; at < end; at++) {
      var field = FIELD.matcher(article.get(at));
      if (field.matches() && field.group("value") != null && NAMES.contains(field.group("key"))) {
        var value = field.group("value");
        if (BEGINNING.matcher(value).matches()) {
          findings.refuse(
              at,
              "“%s” of the front matter takes several lines; write it in one"
                  .formatted(field.group("key")));
        }
        values.putIfAbsent(field.group("key"), unquoted(value));
      }
    }
    return new FrontMatter(values, end + 1);
  }

  private static String unquoted(String value) {
    return switch (value.isEmpty() ? ' ' : value.charAt(0)) {
      case '"' -> value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
      case '\'' -> value.substring(1, value.length() - 1).replace("''", "'");
      // A list or an object.
      case '[', '{' -> "";
      default -> value.strip();
    };
  }

  /** The first of these values that it has. */
  Optional<String> value(String... names) {
    return Stream.of(names)
        .map(name -> values.getOrDefault(name, ""))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** The article's lines, empty where the front matter was. */
  List<String> without(List<String> article) {
    var rest = new ArrayList<>(article);
    rest.subList(0, lines).replaceAll(_ -> "");
    return rest;
  }
}
