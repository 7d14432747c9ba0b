package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import paperreviews.importer.ImportedArticle.ImportedPaper;
import paperreviews.importer.ImportedArticle.ImportedSection;
import paperreviews.model.Author;
import paperreviews.model.Bilingual;
import paperreviews.model.Link;

/** Writes an article as a review file. */
public final class ReviewFileWriter {
  private static final String SCHEMA = "# yaml-language-server: $schema=article.schema.json\n";

  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setUseUnicodeEncoding(true)
          .setSplitLines(false)
          .setWidth(Integer.MAX_VALUE)
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setDumpComments(true)
          .build();

  private ReviewFileWriter() {}

  /** The review file of an article. */
  public static String write(ImportedArticle article) {
    return SCHEMA + write(tree(article));
  }

  /** A tree as YAML. */
  static String write(Node tree) {
    return new Present(SETTINGS)
        .emitToString(new Serialize(SETTINGS).serializeOne(tree).iterator());
  }

  /** The line of the article for a line of its review file; zero for the article as a whole. */
  static int lineOf(ImportedArticle article, String yaml, int line) {
    int found = 0;
    var lines = yaml.lines().limit(line).toList();
    var papers = article.papers().iterator();
    var sections = article.sections().iterator();
    for (var each : lines) {
      if (each.startsWith("  - id: ")) {
        found = sections.next().line();
      } else if (each.startsWith("      - id: ")) {
        found = papers.next().line();
      }
    }
    return found;
  }

  /** The review file of an article as a tree. */
  static MappingNode tree(ImportedArticle article) {
    return new Fields()
        .add("article", head(article))
        .add("sections", list(article.sections(), ReviewFileWriter::section))
        .node();
  }

  private static Node head(ImportedArticle article) {
    return new Fields()
        .text("id", article.id())
        .add("title", texts(article.title(), ScalarStyle.DOUBLE_QUOTED))
        .number("year", article.year())
        .optional("date", article.date(), ReviewFileWriter::text)
        .optional("author", article.author(), ReviewFileWriter::author)
        .node();
  }

  private static Node author(Author author) {
    return new Fields()
        .text("name", author.name())
        .text("role", author.role())
        .links(author.links())
        .node();
  }

  private static Node section(ImportedSection section) {
    return new Fields()
        .text("id", section.id())
        .number("number", section.number())
        .add("title", texts(section.title(), ScalarStyle.DOUBLE_QUOTED))
        .add("introduction", texts(section.introduction(), ScalarStyle.LITERAL))
        .links(section.links())
        .add("papers", list(section.papers(), ReviewFileWriter::paper))
        .node();
  }

  private static Node paper(ImportedPaper paper) {
    return new Fields()
        .text("id", paper.id())
        .number("number", paper.number())
        .text("title", paper.title())
        .optional("url", paper.url(), ReviewFileWriter::text)
        .add("authors", list(paper.authors(), ReviewFileWriter::text))
        .optional("year", paper.year(), ReviewFileWriter::number)
        .optional("venue", paper.venue(), ReviewFileWriter::text)
        .optional("doi", paper.doi(), ReviewFileWriter::text)
        .add("review", texts(paper.review(), ScalarStyle.LITERAL))
        .links(paper.links())
        .node();
  }

  private static Node link(Link link) {
    return new Fields()
        .add("kind", new ScalarNode(Tag.STR, link.kind().word(), ScalarStyle.PLAIN))
        .text("title", link.title())
        .optional("url", link.url(), ReviewFileWriter::text)
        .node();
  }

  private static Node texts(Bilingual texts, ScalarStyle style) {
    return new Fields().text("ja", texts.ja(), style).text("en", texts.en(), style).node();
  }

  private static Node text(String text) {
    return new ScalarNode(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
  }

  private static Node number(int number) {
    return new ScalarNode(Tag.INT, Integer.toString(number), ScalarStyle.PLAIN);
  }

  private static <T> Node list(List<T> values, Function<T, Node> node) {
    return new SequenceNode(Tag.SEQ, values.stream().map(node).toList(), FlowStyle.BLOCK);
  }

  /** The fields of a mapping; those that are empty are left out. */
  private static final class Fields {
    private final List<NodeTuple> tuples = new ArrayList<>();

    Fields add(String name, Node value) {
      boolean empty =
          switch (value) {
            case ScalarNode scalar -> scalar.getValue().isEmpty();
            case MappingNode mapping -> mapping.getValue().isEmpty();
            case SequenceNode list -> list.getValue().isEmpty();
            default -> false;
          };
      if (!empty) {
        tuples.add(new NodeTuple(new ScalarNode(Tag.STR, name, ScalarStyle.PLAIN), value));
      }
      return this;
    }

    Fields text(String name, String value) {
      return text(name, value, ScalarStyle.DOUBLE_QUOTED);
    }

    Fields text(String name, String value, ScalarStyle style) {
      return add(name, new ScalarNode(Tag.STR, value, style));
    }

    Fields number(String name, int value) {
      return add(name, ReviewFileWriter.number(value));
    }

    <T> Fields optional(String name, Optional<T> value, Function<T, Node> node) {
      value.map(node).ifPresent(each -> add(name, each));
      return this;
    }

    Fields links(List<Link> links) {
      return add("links", list(links, ReviewFileWriter::link));
    }

    MappingNode node() {
      return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }
  }
}
