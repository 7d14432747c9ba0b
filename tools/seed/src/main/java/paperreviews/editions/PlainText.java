package paperreviews.editions;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Paper;

/** The words of reviews without the marks of CommonMark, as search and the feed show them. */
final class PlainText extends AbstractVisitor {
  /** The blocks that the page knows; all others are text to it. */
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .enabledBlockTypes(Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class))
          .maxInlineNesting(50)
          .maxOpenBlockParsers(50)
          .build();

  private final StringBuilder text = new StringBuilder();

  private PlainText() {}

  /** Returns a catalogue whose reviews are plain text. */
  static Catalogue of(Catalogue catalogue) {
    return new Catalogue(
        catalogue.articles(),
        catalogue.sections(),
        catalogue.papers().stream().map(PlainText::of).toList(),
        catalogue.concepts());
  }

  private static Paper of(Paper paper) {
    return new Paper(
        paper.summary(),
        paper.section(),
        new Bilingual(of(paper.review().ja()), of(paper.review().en())),
        paper.links(),
        paper.previous(),
        paper.next());
  }

  /** Returns the plain text of a review. */
  static String of(String markdown) {
    var plain = new PlainText();
    PARSER.parse(markdown).accept(plain);
    return plain.text.toString();
  }

  @Override
  public void visit(Paragraph paragraph) {
    boolean another =
        paragraph.getParent().getPrevious() != null
            && paragraph.getParent().getParent() instanceof ListBlock list
            && list.isTight();
    begin(another ? "\n" : "\n\n");
    visitChildren(paragraph);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    begin("\n\n");
    text.append(code.getLiteral().stripTrailing());
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow) {
      begin(node.getParent() instanceof TableHead ? "\n\n" : "\n");
    }
    visitChildren(node);
    if (node instanceof TableCell && node.getNext() != null) {
      text.append(' ');
    }
  }

  @Override
  public void visit(Text words) {
    text.append(words.getLiteral());
  }

  @Override
  public void visit(Code code) {
    text.append(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    text.append(html.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    lineBreak(lineBreak);
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    lineBreak(lineBreak);
  }

  private void lineBreak(Node lineBreak) {
    text.append('\n');
    visitChildren(lineBreak);
  }

  private void begin(String separator) {
    if (!text.isEmpty()) {
      text.append(separator);
    }
  }
}
