package paperreviews.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites an article in the Markdown that reviews may carry: HTML tags, entities, footnotes,
 * reference links and the links of Hatena's notation become plain Markdown. Code stays as it is,
 * and so do the numbers of the lines.
 */
final class MarkdownCleaner {
  /** Stands for {@code <br>} within a line. */
  static final char BREAK = '\u2028';

  private static final String ENTITY =
      "&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});";

  /** What may have to be rewritten, and the escapes and code before it, in which nothing has. */
  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "\\\\.",
              "(?<ticks>`++).*?(?<!`)\\k<ticks>(?!`)",
              "(?<comment><!--.*?(?:-->|$))",
              "(?i:<(?:a|img)\\s(?:[^<>]*\\s)?(?:href|src)\\s*=\\s*[\"']?(?<href>https?://[^\"'\\s>]+)[^<>]*>(?:(?<anchor>.*?)</a>)?)",
              "</?(?<tag>[A-Za-z][A-Za-z0-9]*)(?:\\s[^<>]*)?/?>",
              "(?<declaration><[!?])",
              "(?<entity>" + ENTITY + ")",
              // The notations of Hatena and Zenn.
              "\\[(?<address>https?://[^\\s\\]]+?):(?:title|bookmark|embed|image|cite)(?:=(?<title>[^\\]:]*))?[^\\]\\s]*]",
              "@\\[[a-z]+]\\((?<embedded>https?://[^\\s)]+)\\)",
              "\\[(?<text>[^\\[\\]]{1,200})](?:\\[(?<label>[^\\[\\]]{0,99})])?(?![(:])"));

  /** {@code [^1]: text} or {@code [label]: address}. */
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}\\[(?<label>[^\\[\\]]{1,99})]:\\s*(?<text>.+)");

  /** Tags whose content matters, and they do not. */
  private static final Set<String> DROPPED_TAGS =
      Set.of(
          "a abbr article big blockquote center cite dd del details div dl dt figcaption figure font footer header html iframe img ins li main mark nav ol p pre q rb rp rt ruby section small span strike sub summary sup table tbody td tfoot th thead time tr u ul video wbr"
              .split(" "));

  /** The beginning and end of a box, as in Zenn and Qiita, which may have a title. */
  private static final Pattern BOX =
      Pattern.compile(":{3,}\\s*(?:[a-z]+(?:\\s+(?:info|warn|alert))?)?(?<title>(?:\\s.*)?)");

  private static final String FENCE = "```";
  private static final Pattern PRE = Pattern.compile("(?i)\\s*<pre[^<>]*>\\s*(?:<code[^<>]*>)?");
  private static final Pattern END_OF_PRE = Pattern.compile("(?i)(?:</code>)?\\s*</pre>\\s*$");
  private static final Pattern ENTITIES = Pattern.compile(ENTITY);

  private final Map<String, String> definitions = new HashMap<>();

  private MarkdownCleaner() {}

  /** The rewritten lines, as many as before. */
  static List<String> clean(List<String> lines) {
    return new MarkdownCleaner().cleaned(fenced(lines));
  }

  /** The lines with fences around preformatted text, where its tags have a line of their own. */
  private static List<String> fenced(List<String> lines) {
    var fenced = new ArrayList<>(lines);
    var code = codeLines(lines);
    for (int at = 0; at < lines.size(); at++) {
      var begin = PRE.matcher(lines.get(at));
      int end = !code.get(at) && begin.lookingAt() ? endOfPre(lines, at) : -1;
      if (end <= at) {
        continue;
      }
      var first = lines.get(at).substring(begin.end());
      var last = END_OF_PRE.matcher(lines.get(end)).replaceFirst("");
      boolean above = first.isBlank() || at > 0 && lines.get(at - 1).isBlank();
      boolean below = last.isBlank() || end + 1 < lines.size() && lines.get(end + 1).isBlank();
      if (above && below) {
        fenced.set(at, first);
        fenced.set(end, last);
        fenced.subList(at, end + 1).replaceAll(MarkdownCleaner::withoutEntities);
        fenced.set(first.isBlank() ? at : at - 1, FENCE);
        fenced.set(last.isBlank() ? end : end + 1, FENCE);
      }
      at = end;
    }
    return fenced;
  }

  private static int endOfPre(List<String> lines, int from) {
    for (int at = from; at < lines.size(); at++) {
      if (END_OF_PRE.matcher(lines.get(at)).find()) {
        return at;
      }
    }
    return -1;
  }

  private static String withoutEntities(String line) {
    return ENTITIES
        .matcher(line)
        .replaceAll(entity -> Matcher.quoteReplacement(Inline.of(entity.group()).text()));
  }

  /** The lines, empty where a comment takes several of them; these are noted. */
  static List<String> withoutComments(List<String> lines, Findings findings) {
    var code = codeLines(lines);
    var rest = new ArrayList<>(lines);
    for (int at = 0; at < lines.size(); at++) {
      int last = at;
      if (!code.get(at) && lines.get(at).stripLeading().startsWith("<!--")) {
        while (last + 1 < lines.size() && !lines.get(last).contains("-->")) {
          last++;
        }
      }
      if (last > at && lines.get(last).stripTrailing().endsWith("-->")) {
        rest.subList(at, last + 1).replaceAll(_ -> "");
        findings.leaveOut(at, last, "a comment");
        at = last;
      }
    }
    return rest;
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
        var box = BOX.matcher(lines.get(at));
        cleaned.add(!code.get(at) && box.matches() ? box.group("title").strip() : lines.get(at));
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
    if (line.chars().noneMatch(c -> "<&[#＃".indexOf(c) >= 0)) {
      return line;
    }
    var source = withHeadingMarks(line);
    return TOKEN
        .matcher(source)
        .replaceAll(token -> Matcher.quoteReplacement(rewritten(token, source)));
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
    return space || end > 1 || Character.isDigit(next) || "*_[(第【".indexOf(next) >= 0
        ? "#".repeat(end) + " " + line.substring(space ? end + 1 : end)
        : line;
  }

  private String rewritten(MatchResult token, String source) {
    if (token.group("comment") != null) {
      return "";
    }
    if (token.group("href") != null) {
      var words = token.group("anchor");
      return (words == null ? "![" : "[" + line(words)) + "](" + token.group("href") + ")";
    }
    if (token.group("tag") != null) {
      boolean begins = source.substring(0, token.start()).isBlank();
      return markdown(token.group("tag"), token.group(), begins).orElse("\\" + token.group());
    }
    if (token.group("declaration") != null) {
      return "\\" + token.group();
    }
    if (token.group("entity") != null) {
      return escaped(Inline.of(token.group()).text(), source, token.end());
    }
    if (token.group("address") != null) {
      var title = token.group("title");
      return title == null || title.isBlank()
          ? token.group("address")
          : "[" + title + "](" + token.group("address") + ")";
    }
    if (token.group("embedded") != null) {
      return token.group("embedded");
    }
    return reference(token).orElse(token.group());
  }

  private Optional<String> reference(MatchResult token) {
    var text = token.group("text");
    var label = token.group("label");
    return Optional.ofNullable(text)
        .map(_ -> definitions.get(label(label == null || label.isEmpty() ? text : label)))
        .map(target -> resolved(text, target));
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
            || opens
                && text.equals("&")
                && source.substring(next - 1).matches("(?s)" + ENTITY + ".*")
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
