package paperreviews.search.index;

import org.apache.lucene.document.Document;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.Section;

/** A section, as an index of its own has it: in the outline's order, with all its texts. */
final class SectionDocument {
  /** What the files of the index begin with. */
  static final String FILES = "sections.";

  private SectionDocument() {}

  /** The document of a section that the catalogue has only as its papers do. */
  static Document of(SectionHeading heading) {
    var document = new Document();
    PaperDocuments.addText(document, heading.title().ja());
    PaperDocuments.addText(document, heading.title().en());
    return document;
  }

  /** The document of a section. */
  static Document of(SectionHeading heading, Section section) {
    var document = of(heading);
    PaperDocuments.addText(document, section.introduction().ja());
    PaperDocuments.addText(document, section.introduction().en());
    section.links().forEach(link -> PaperDocuments.addText(document, link.title()));
    return document;
  }
}
