package paperreviews.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import paperreviews.importer.Line.Kind;

/**
 * Reads the blocks of an article, line by line: a page's text has a line where Markdown has a
 * paragraph.
 */
final class Lines {
  /** No indented code: copied text is often indented. No HTML: it is resolved before. */
  private static final Parser PARSER =
      Parser.builder()
          .extensions(Set.of(TablesExtension.create()))
          // The order counts: dashes below a paragraph are first taken for a heading's.
          .enabledBlockTypes(
              new LinkedHashSet<>(
                  List.of(
                      BlockQuote.class,
                      Heading.class,
                      FencedCodeBlock.class,
                      ThematicBreak.class,
                      ListBlock.class)))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(50)
          .build();

  private static final String BULLETS = "・•◦▪‣–";
  private static final String RULES = "-=_*—―─━~・.";

  private final List<String> sources;
  private final Kind[] kinds;
  private final int[] levels;
  private final Set<Integer> underlines = new HashSet<>();

  private Lines(List<String> sources) {
    this.sources = sources;
    this.kinds = new Kind[sources.size()];
    this.levels = new int[sources.size()];
    Arrays.fill(kinds, Kind.TEXT);
  }

  /** The lines of a cleaned article. */
  static List<Line> of(List<String> sources) {
    var lines = new Lines(sources);
    lines.read(PARSER.parse(String.join("\n", sources)), 0);
    var read = new ArrayList<Line>();
    for (int at = 0; at < sources.size(); at++) {
      read.add(lines.line(at));
    }
    return Collections.unmodifiableList(read);
  }

  private void read(Node parent, int depth) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Heading heading -> heading(heading);
        case FencedCodeBlock _, BlockQuote _, TableBlock _ -> mark((Block) node, Kind.VERBATIM, 0);
        case ThematicBreak _ -> mark((Block) node, Kind.RULE, 0);
        case ListItem item -> {
          int at = item.getSourceSpans().getFirst().getLineIndex();
          if (item.getParent() instanceof BulletList) {
            kinds[at] = Kind.BULLET;
            levels[at] = depth;
          }
          read(item, depth);
        }
        case ListBlock list -> read(list, depth + 1);
        default -> {}
      }
    }
  }

  private void mark(Block block, Kind kind, int level) {
    for (var span : block.getSourceSpans()) {
      kinds[span.getLineIndex()] = kind;
      levels[span.getLineIndex()] = level;
    }
  }

  /** Dashes below a paragraph are a rule rather than the mark of a heading. */
  private void heading(Heading heading) {
    int first = heading.getSourceSpans().getFirst().getLineIndex();
    int last = heading.getSourceSpans().getLast().getLineIndex();
    if (first == last) {
      mark(heading, Kind.HEADING, heading.getLevel());
      return;
    }
    if (sources.get(last).strip().length() < 3) {
      return;
    }
    var title = sources.get(first);
    boolean sentence = title.endsWith("。") || title.contains("→") || title.contains("://");
    if (last == first + 1 && !sentence) {
      kinds[first] = Kind.HEADING;
      levels[first] = heading.getLevel();
      underlines.add(last);
    } else {
      kinds[last] = Kind.RULE;
    }
  }

  private Line line(int at) {
    var source = sources.get(at);
    var text = ArticleText.strip(source);
    var kind = kinds[at];
    if (text.isEmpty() && kind != Kind.VERBATIM || underlines.contains(at)) {
      return new Line(at, Kind.BLANK, 0, source, Inline.of(""));
    }
    if (kind == Kind.HEADING) {
      text = withoutHeadingMarks(text);
    } else if (kind == Kind.BULLET) {
      text = text.substring(1).replaceFirst("^\\s*\\[[ xX]]\\s", "");
    } else if (kind == Kind.TEXT
        && text.chars().allMatch(c -> RULES.indexOf(c) >= 0 || ArticleText.isSpace((char) c))
        && text.length() >= 3) {
      kind = Kind.RULE;
    } else if (kind == Kind.TEXT && BULLETS.indexOf(text.charAt(0)) >= 0) {
      kind = Kind.BULLET;
      levels[at] = ArticleText.isSpace(source.charAt(0)) ? 2 : 1;
      text = text.substring(1);
    }
    var content =
        Inline.of(kind == Kind.VERBATIM || kind == Kind.RULE ? "" : ArticleText.strip(text));
    if ((kind == Kind.TEXT || kind == Kind.HEADING) && content.isImage()) {
      kind = Kind.IMAGE;
    }
    return new Line(at, kind, levels[at], source, content);
  }

  private static String withoutHeadingMarks(String heading) {
    return heading
        .replaceFirst("^#+", "")
        // The id that some blogs' Markdown takes for the heading: {#id}.
        .replaceFirst("[\\s\\p{Z}]+\\{:?\\s*#[^{}]*}$", "")
        .replaceFirst("(?<=[\\s\\p{Z}])#+$", "");
  }
}
