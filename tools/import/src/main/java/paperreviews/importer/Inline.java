package paperreviews.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A line of Markdown as it is read: its text without marks, and which parts of the text are bold,
 * italic, or links.
 *
 * @param text the text, in which images are left out
 * @param spans the parts, in the order in which they begin
 * @param source the Markdown
 */
record Inline(String text, List<Span> spans, String source) {
  /** Nothing but paragraphs: each line is parsed by itself. */
  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of())
          .maxInlineNesting(50)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)https?://[a-z0-9\\-._~:/?#@!$&'()*+,;=%]+"
              // Words of another script belong to it where one of its own marks stands before.
              + "(?:(?<=[/=_-])[^\\x00-\\x7F\\p{P}\\p{Z}\\p{S}\u200B\uFEFF][^\\x00-\\x20<>\"\\p{Z}\\p{Ps}\\p{Pe}、。，．]*)?");

  /** What a part of a line is. */
  enum Mark {
    BOLD,
    ITALIC,
    LINK,
    ADDRESS,
    IMAGE
  }

  /**
   * A part of a line.
   *
   * @param mark what it is
   * @param start where it begins in the text
   * @param end behind its last character
   * @param address of a link; otherwise empty
   * @param sourceEnd behind its last character in the Markdown
   */
  record Span(Mark mark, int start, int end, String address, int sourceEnd) {
    boolean isLink() {
      return mark == Mark.LINK || mark == Mark.ADDRESS;
    }
  }

  /** Parses a line. */
  static Inline of(String line) {
    var text = new StringBuilder();
    var spans = new ArrayList<Span>();
    // A reference's definition would be no part of the text.
    boolean definition = line.startsWith("[") && line.contains("]:");
    var source = definition ? "\\" + line : line;
    read(PARSER.parse(source).getFirstChild(), source, text, spans);
    spans.sort(Comparator.comparingInt(Span::start));
    return new Inline(text.toString(), spans, source);
  }

  private static void read(Node parent, String source, StringBuilder text, List<Span> spans) {
    if (parent == null) {
      return;
    }
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      int start = text.length();
      switch (node) {
        case Text words -> {
          text.append(words.getLiteral());
          if (!(parent instanceof Link)) {
            addresses(words, source, start, spans);
          }
        }
        case Code code -> text.append(code.getLiteral());
        case HtmlInline html -> text.append(html.getLiteral());
        case Image _ -> spans.add(new Span(Mark.IMAGE, start, start, "", sourceEnd(node)));
        case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
        default -> {
          read(node, source, text, spans);
          span(node, start, text.length()).ifPresent(spans::add);
        }
      }
    }
  }

  private static int sourceEnd(Node node) {
    var last = node.getSourceSpans().getLast();
    return last.getInputIndex() + last.getLength();
  }

  private static Optional<Span> span(Node node, int start, int end) {
    return switch (node) {
      case StrongEmphasis _ -> Optional.of(new Span(Mark.BOLD, start, end, "", sourceEnd(node)));
      case Emphasis _ -> Optional.of(new Span(Mark.ITALIC, start, end, "", sourceEnd(node)));
      case Link link when link.getDestination().regionMatches(true, 0, "http", 0, 4) ->
          Optional.of(new Span(Mark.LINK, start, end, link.getDestination(), sourceEnd(node)));
      default -> Optional.empty();
    };
  }

  private static void addresses(Text words, String source, int offset, List<Span> spans) {
    var found = ADDRESS.matcher(words.getLiteral());
    int from = words.getSourceSpans().getFirst().getInputIndex();
    while (found.find()) {
      var address = withoutPunctuation(found.group());
      int start = offset + found.start();
      from = Math.max(from, source.indexOf(address, from) + address.length());
      spans.add(new Span(Mark.ADDRESS, start, start + address.length(), address, from));
    }
  }

  /** What ends a sentence or closes a bracket around an address is not part of it. */
  private static String withoutPunctuation(String address) {
    int end = address.length();
    long unopened =
        address.chars().filter(c -> c == ')').count()
            - address.chars().filter(c -> c == '(').count();
    while (end > 0) {
      char last = address.charAt(end - 1);
      if (last == ')' && unopened > 0) {
        unopened--;
      } else if (".,;:!?'*".indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return address.substring(0, end);
  }

  /** Links and bare addresses. */
  List<Span> links() {
    return spans.stream().filter(Span::isLink).toList();
  }

  /** The words of a link; empty for a bare address. */
  String words(Span link) {
    var words = ArticleText.strip(text.substring(link.start, link.end));
    boolean bracketed =
        words.length() > 2 && words.startsWith("[") && words.indexOf(']') == words.length() - 1;
    return words.equals(link.address)
        ? ""
        : bracketed ? words.substring(1, words.length() - 1) : words;
  }

  /** Whether the text is marked so from its beginning up to its end, links, or a remark. */
  boolean isWholly(Mark mark) {
    return spans.stream()
        .anyMatch(
            span ->
                span.mark == mark
                    && span.end > span.start
                    && text.substring(0, span.start).isBlank()
                    && isRemark(withoutLinks(span.end)));
  }

  /** Whether the text is marked so from its beginning, and up to an index at most. */
  boolean begins(Mark mark, int end) {
    return beginning(mark).filter(span -> span.end <= end).isPresent();
  }

  /** What is marked so at the beginning of the text. */
  Optional<Span> beginning(Mark mark) {
    return spans.stream().filter(span -> span.mark == mark && span.start == 0).findFirst();
  }

  /** The text from an index on, in which spaces stand for links. */
  String withoutLinks(int from) {
    var rest = new StringBuilder(text);
    links().reversed().stream()
        .filter(link -> link.start >= from)
        .forEach(link -> rest.replace(link.start, link.end, " "));
    return rest.substring(from);
  }

  private static boolean isRemark(String rest) {
    var words = ArticleText.strip(rest);
    return words.chars().allMatch(c -> "<>[](){}（）［］【】|｜/／,、・:：-–—→ ".indexOf(c) >= 0)
        || "([（【［".indexOf(words.charAt(0)) >= 0
            && ")]）】］".indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  boolean hasImage() {
    return spans.stream().anyMatch(span -> span.mark == Mark.IMAGE);
  }

  /** Whether there is nothing but images. */
  boolean isImage() {
    return text.isBlank() && hasImage() && links().isEmpty();
  }

  /** The rest of the text from an index on, without white space at its beginning. */
  Inline from(int index) {
    return between(ArticleText.behind(text, index, ""), text.length());
  }

  /** A part of the text. */
  Inline between(int from, int to) {
    return new Inline(
        text.substring(from, to),
        spans.stream()
            .filter(span -> span.end > from && span.start < to || span.mark == Mark.IMAGE)
            .map(
                span ->
                    new Span(
                        span.mark,
                        Math.max(0, span.start - from),
                        Math.clamp(span.end - from, 0, to - from),
                        span.address,
                        span.sourceEnd))
            .toList(),
        source);
  }
}
