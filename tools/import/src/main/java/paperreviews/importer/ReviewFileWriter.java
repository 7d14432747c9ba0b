package paperreviews.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import paperreviews.importer.ImportedArticle.ImportedPaper;
import paperreviews.importer.ImportedArticle.ImportedSection;
import paperreviews.model.Author;
import paperreviews.model.Link;

/** Writes an article as a review file. */
public final class ReviewFileWriter {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setUseUnicodeEncoding(true)
          .setSplitLines(false)
          .setWidth(Integer.MAX_VALUE)
          .setIndent(2)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .build();

  private final List<Event> events = new ArrayList<>();

  private ReviewFileWriter() {}

  /** The review file of an article. */
  public static String write(ImportedArticle article) {
    var writer = new ReviewFileWriter();
    writer.document(article);
    return "# yaml-language-server: $schema=article.schema.json\n"
        + new Present(SETTINGS).emitToString(writer.events.iterator());
  }

  private void document(ImportedArticle article) {
    events.add(new StreamStartEvent());
    events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    mapping(
        () -> {
          field("article", () -> mapping(() -> article(article)));
          field("sections", () -> list(article.sections(), this::section));
        });
    events.add(new DocumentEndEvent(false));
    events.add(new StreamEndEvent());
  }

  private void article(ImportedArticle article) {
    text("id", article.id());
    japanese("title", article.title(), ScalarStyle.DOUBLE_QUOTED);
    number("year", article.year());
    article.author().ifPresent(author -> field("author", () -> mapping(() -> author(author))));
  }

  private void author(Author author) {
    text("name", author.name());
    if (!author.role().isEmpty()) {
      text("role", author.role());
    }
    links(author.links());
  }

  private void section(ImportedSection section) {
    text("id", section.id());
    number("number", section.number());
    japanese("title", section.title(), ScalarStyle.DOUBLE_QUOTED);
    if (!section.introduction().isEmpty()) {
      japanese("introduction", section.introduction(), ScalarStyle.LITERAL);
    }
    links(section.links());
    field("papers", () -> list(section.papers(), this::paper));
  }

  private void paper(ImportedPaper paper) {
    text("id", paper.id());
    number("number", paper.number());
    text("title", paper.title());
    text("url", paper.url());
    japanese("review", paper.review(), ScalarStyle.LITERAL);
    links(paper.links());
  }

  private void links(List<Link> links) {
    if (!links.isEmpty()) {
      field("links", () -> list(links, this::link));
    }
  }

  private void link(Link link) {
    field("kind", () -> scalar(link.kind().word(), ScalarStyle.PLAIN));
    text("title", link.title());
    link.url().ifPresent(url -> text("url", url));
  }

  private void japanese(String name, String text, ScalarStyle style) {
    field(name, () -> mapping(() -> field("ja", () -> scalar(text, style))));
  }

  private void text(String name, String value) {
    field(name, () -> scalar(value, ScalarStyle.DOUBLE_QUOTED));
  }

  private void number(String name, int value) {
    field(name, () -> scalar(Integer.toString(value), ScalarStyle.PLAIN));
  }

  private void field(String name, Runnable value) {
    scalar(name, ScalarStyle.PLAIN);
    value.run();
  }

  private void scalar(String value, ScalarStyle style) {
    events.add(
        new ScalarEvent(
            Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), value, style));
  }

  private void mapping(Runnable fields) {
    events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
    fields.run();
    events.add(new MappingEndEvent());
  }

  private <T> void list(List<T> values, java.util.function.Consumer<T> fields) {
    events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
    values.forEach(value -> mapping(() -> fields.accept(value)));
    events.add(new SequenceEndEvent());
  }
}
