package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rewrites an article in the Markdown that reviews may carry: HTML tags, entities, footnotes,
 * reference links and the links of Hatena's notation become plain Markdown. Code stays as it is,
 * and so do the numbers of the lines.
 */
final class MarkdownCleaner {
  /** Stands for {@code <br>} within a line. */
  static final char BREAK = '\u2028';

  private static final Pattern TAG =
      Pattern.compile("</?(?<name>[A-Za-z][A-Za-z0-9]*)(?<attributes>\\s[^<>]*)?/?>");

  /** {@code <a href="address">text</a>} or {@code <img src="address">}. */
  private static final Pattern ANCHOR =
      Pattern.compile(
          "(?i)<(?:a|img)\\s(?:[^<>]*\\s)?(?:href|src)\\s*=\\s*[\"']?(?<address>https?://[^\"'\\s>]+)[^<>]*>(?:(?<text>.*?)</a>)?");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  /** {@code [^1]: text} or {@code [label]: address}. */
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}\\[(?<label>[^\\[\\]]{1,99})]:\\s*(?<text>.+)");

  /** {@code [https://example.org:title=Title]}. */
  private static final Pattern HATENA =
      Pattern.compile(
          "\\[(?<address>https?://[^\\s\\]]+?):(?:title|bookmark|embed|image|cite)(?:=(?<title>[^\\]:]*))?[^\\]\\s]*]");

  /** {@code [text][label]}, {@code [label][]}, {@code [^1]} or {@code [label]}. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\[(?<text>[^\\[\\]]{1,200})](?:\\[(?<label>[^\\[\\]]{0,99})])?(?![(:])");

  /** Tags whose content matters, and they do not. */
  private static final Set<String> DROPPED_TAGS =
      Set.of(
          "a abbr article big blockquote center cite dd del details div dl dt figcaption figure font footer header html iframe img ins li main mark nav ol p pre q rb rp rt ruby section small span strike sub summary sup table tbody td tfoot th thead time tr u ul video wbr"
              .split(" "));

  private final Map<String, String> definitions = new HashMap<>();

  private MarkdownCleaner() {}

  /** The rewritten lines, as many as before. */
  static List<String> clean(List<String> lines) {
    return new MarkdownCleaner().cleaned(lines);
  }

  private List<String> cleaned(List<String> lines) {
    var cleaned = new ArrayList<String>();
    var code = codeLines(lines);
    for (int at = 0; at < lines.size(); at++) {
      var definition = DEFINITION.matcher(lines.get(at));
      if (!code.get(at)
          && definition.matches()
          && isDefinition(definition.group("label"), definition.group("text"))) {
        definitions.put(label(definition.group("label")), definition.group("text"));
        cleaned.add("");
      } else {
        cleaned.add(lines.get(at));
      }
    }
    for (int at = 0; at < lines.size(); at++) {
      if (!code.get(at)) {
        cleaned.set(at, line(cleaned.get(at)));
      }
    }
    return cleaned;
  }

  private static boolean isDefinition(String label, String text) {
    return label.startsWith("^") || text.matches("<?https?://\\S+(?:\\s+[\"'(].*)?");
  }

  private static String label(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  /** Which lines are fenced code, or one of its fences. */
  private static List<Boolean> codeLines(List<String> lines) {
    var code = new ArrayList<Boolean>();
    String fence = "";
    for (var line : lines) {
      var text = line.strip();
      boolean inside = !fence.isEmpty();
      if (inside) {
        fence =
            text.startsWith(fence) && text.replace(fence.substring(0, 1), "").isEmpty()
                ? ""
                : fence;
      } else if (text.startsWith("```") && text.indexOf('`', 3) < 0 || text.startsWith("~~~")) {
        fence = text.substring(0, 3);
      }
      code.add(inside || !fence.isEmpty());
    }
    return code;
  }

  private String line(String line) {
    if (line.chars().noneMatch(c -> c == '<' || c == '&' || c == '[' || c == '#' || c == '＃')) {
      return line;
    }
    var text = new StringBuilder();
    var source = withHeadingMarks(line);
    int at = 0;
    while (at < source.length()) {
      at = step(source, at, text);
    }
    return text.toString();
  }

  /** Full-width marks, and those without a space before a number, are marks of headings, too. */
  private static String withHeadingMarks(String line) {
    int end = 0;
    while (end < line.length() && (line.charAt(end) == '#' || line.charAt(end) == '＃')) {
      end++;
    }
    if (end == 0 || end > 6 || end == line.length()) {
      return line;
    }
    char next = line.charAt(end);
    boolean space = ArticleText.isSpace(next);
    return space || Character.isDigit(next) || "*_[(第【".indexOf(next) >= 0
        ? "#".repeat(end) + " " + line.substring(space ? end + 1 : end)
        : line;
  }

  /** Copies or rewrites what begins at an index; gives back where the next begins. */
  private int step(String source, int at, StringBuilder text) {
    char c = source.charAt(at);
    switch (c) {
      case '\\' -> {
        int end = Math.min(at + 2, source.length());
        text.append(source, at, end);
        return end;
      }
      case '`' -> {
        int run = at;
        while (run < source.length() && source.charAt(run) == '`') {
          run++;
        }
        int close = source.indexOf(source.substring(at, run), run);
        int end = close < 0 ? run : close + run - at;
        text.append(source, at, end);
        return end;
      }
      case '<' -> {
        if (source.startsWith("<!--", at)) {
          int end = source.indexOf("-->", at);
          return end < 0 ? source.length() : end + 3;
        }
        var anchor = ANCHOR.matcher(source).region(at, source.length());
        if (anchor.lookingAt()) {
          boolean image = anchor.group("text") == null;
          text.append(image ? "![](" : "[" + line(anchor.group("text")) + "](");
          text.append(anchor.group("address")).append(')');
          return anchor.end();
        }
        var tag = TAG.matcher(source).region(at, source.length());
        boolean complete = tag.lookingAt();
        var markdown =
            complete
                ? markdown(tag.group("name"), tag.group(), text.isEmpty())
                : Optional.<String>empty();
        if (markdown.isPresent()) {
          text.append(markdown.get());
          return tag.end();
        }
        if (complete || source.startsWith("<!", at) || source.startsWith("<?", at)) {
          text.append('\\');
        }
      }
      case '&' -> {
        var entity = ENTITY.matcher(source).region(at, source.length());
        if (entity.lookingAt()) {
          text.append(escaped(Inline.of(entity.group()).text(), source, entity.end()));
          return entity.end();
        }
      }
      case '[' -> {
        var hatena = HATENA.matcher(source).region(at, source.length());
        if (hatena.lookingAt()) {
          var title = hatena.group("title");
          text.append(
              title == null || title.isBlank()
                  ? hatena.group("address")
                  : "[" + title + "](" + hatena.group("address") + ")");
          return hatena.end();
        }
        var reference = REFERENCE.matcher(source).region(at, source.length());
        if (reference.lookingAt()) {
          var label = reference.group("label");
          var target =
              definitions.get(
                  label(label == null || label.isEmpty() ? reference.group("text") : label));
          if (target != null) {
            text.append(resolved(reference.group("text"), target));
            return reference.end();
          }
        }
      }
      default -> {}
    }
    text.append(c);
    return at + 1;
  }

  private static String resolved(String text, String target) {
    return text.startsWith("^")
        ? " (" + target + ")"
        : "[" + text + "](" + target.split("\\s", 2)[0].replaceAll("[<>]", "") + ")";
  }

  private static String escaped(String resolved, String source, int next) {
    var text = resolved.replace('\u00A0', ' ');
    boolean significant = text.length() == 1 && "*_`[]#|\\".contains(text);
    boolean opens =
        next < source.length()
            && (Character.isLetterOrDigit(source.charAt(next))
                || "/!?#".indexOf(source.charAt(next)) >= 0);
    return significant
            || opens && text.equals("<")
            || opens && text.equals("&") && ENTITY.matcher("&" + source.substring(next)).lookingAt()
        ? "\\" + text
        : text;
  }

  /** What a tag is in Markdown; nothing if it is not known. */
  private static Optional<String> markdown(String name, String tag, boolean startsLine) {
    var tagName = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(
        switch (tagName) {
          case "br" -> Character.toString(BREAK);
          case "hr" -> "---";
          case "b", "strong" -> "**";
          case "i", "em" -> "*";
          case "code", "kbd", "samp", "tt" -> "`";
          case "h1", "h2", "h3", "h4", "h5", "h6" ->
              startsLine && !tag.startsWith("</") ? "#".repeat(tagName.charAt(1) - '0') + " " : "";
          default -> DROPPED_TAGS.contains(tagName) ? "" : null;
        });
  }
}
