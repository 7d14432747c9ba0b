package paperreviews.search.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import paperreviews.model.Language;

/**
 * The section, the keywords and the authors of each paper, by which matches are filtered and
 * counted. They are read once, since Lucene decodes them from bytes at every access, which for a
 * search that finds most papers took more than half of its time.
 *
 * @param section the number of each document's section in the outline
 * @param keywords the keywords of each document
 * @param firstJapanese the ordinal of the first Japanese keyword; the English ones come before
 * @param authors the authors of each document
 */
public record PaperColumns(
    int[] section, ValueColumn keywords, int firstJapanese, ValueColumn authors) {

  /** Reads the columns of an index. */
  public static PaperColumns read(LeafReader segment) throws IOException {
    var section = new int[segment.maxDoc()];
    var sections = DocValues.getNumeric(segment, PaperDocument.SECTION);
    while (sections.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      section[sections.docID()] = (int) sections.longValue();
    }
    return new PaperColumns(
        section,
        ValueColumn.read(segment, PaperDocument.KEYWORD),
        (int)
            KeywordValue.ordinalFrom(
                DocValues.getSortedSet(segment, PaperDocument.KEYWORD),
                KeywordValue.first(Language.JA)),
        ValueColumn.read(segment, PaperDocument.AUTHOR));
  }
}
