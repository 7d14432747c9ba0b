package paperreviews.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Link;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.Section;

/** A section, as an index of its own has it: in the outline's order, with all its texts. */
final class SectionDocument {
  /** What the files of the index begin with. */
  static final String FILES = "sections.";

  /** The field that holds the texts, a line each, to be shown. */
  static final String STORED = "stored";

  private SectionDocument() {}

  /**
   * The document of a section.
   *
   * @param section the section, unless the catalogue has it only as its papers do
   */
  static Document of(SectionHeading heading, Optional<Section> section) {
    var texts = new ArrayList<>(List.of(heading.title().ja(), heading.title().en()));
    section.ifPresent(
        whole -> {
          texts.add(whole.introduction().ja());
          texts.add(whole.introduction().en());
          whole.links().stream().map(Link::title).forEach(texts::add);
        });
    var document = new Document();
    texts.forEach(text -> PaperDocuments.addText(document, text));
    document.add(new BinaryDocValuesField(STORED, new BytesRef(String.join("\n", texts))));
    return document;
  }
}
