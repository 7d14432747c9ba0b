package paperreviews.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.search.analysis.AnalyzedText;
import paperreviews.search.index.CatalogueOutline.ArticleHeading;

/**
 * An open index of one edition, in memory. It needs no closing.
 *
 * @param searcher searches it
 * @param segment its only segment, with the papers in the catalogue's order
 * @param columns the section and the keywords of each paper
 * @param outline the articles and sections
 * @param concepts the names of concepts
 * @param sections searches the sections, which are its documents in the outline's order
 * @param suggestions the {@linkplain SuggestionDocument suggestions}
 */
public record PaperIndex(
    IndexSearcher searcher,
    LeafReader segment,
    PaperColumns columns,
    CatalogueOutline outline,
    Concepts concepts,
    IndexSearcher sections,
    LeafReader suggestions) {
  static {
    VectorAdvice.silence();
    // A query of 1,000 characters, with all variants of its words, has some ten thousand at most.
    IndexSearcher.setMaxClauseCount(65_536);
  }

  /** Opens a packed index. */
  public static PaperIndex open(PackedIndex packed) {
    try {
      var segment = segment(packed, "");
      return new PaperIndex(
          searcher(segment),
          segment,
          PaperColumns.read(segment),
          CatalogueOutline.read(packed.file(CatalogueOutline.FILE)),
          Concepts.read(packed.file(Concepts.FILE)),
          searcher(segment(packed, SectionDocument.FILES)),
          segment(packed, SuggestionDocument.FILES));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static LeafReader segment(PackedIndex packed, String files) throws IOException {
    return DirectoryReader.open(packed.directory(files)).leaves().getFirst().reader();
  }

  private static IndexSearcher searcher(LeafReader segment) {
    var searcher = new IndexSearcher(segment);
    // A cache pays off for queries that return; here they are too various, and fast without one.
    searcher.setQueryCache(null);
    return searcher;
  }

  /** The papers in whose section's heading or introduction a text occurs. */
  public Query inSections(AnalyzedText text) {
    return new SectionQuery(text.phraseQuery(), sections, columns.section());
  }

  /** The papers that a query finds. */
  public PaperSet find(Query query) {
    try {
      return PaperSet.of(found(query), segment.maxDoc());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Whether a query finds a paper. Stops at the first one, where a count would visit all. */
  public boolean finds(Query query) {
    try {
      return found(query).nextDoc() != DocIdSetIterator.NO_MORE_DOCS;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private DocIdSetIterator found(Query query) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    var scorer = weight.scorer(searcher.getIndexReader().leaves().getFirst());
    return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
  }

  /** The words and names by their readings. */
  public ReadWords readWords() {
    return new ReadWords(suggestions);
  }

  /** The document of the paper with this id, in any case. */
  public Optional<Integer> document(String paperId) {
    try {
      var found = searcher.search(PaperDocument.withId(paperId), 1).scoreDocs;
      return found.length == 0 ? Optional.empty() : Optional.of(found[0].doc);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The id of a document's paper. */
  public String paperId(int document) {
    try {
      return StoredPaper.read(stored(document)).summary().id();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The paper of a document. */
  public StoredPaper paper(int document) {
    try {
      return StoredPaper.read(stored(document));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The section of a document's paper. */
  public SectionHeading section(int document) {
    return outline.sections().get(columns.section()[document]);
  }

  /** The article of a document's paper. */
  public ArticleHeading article(int document) {
    return outline.articles().get(outline.articleOf()[columns.section()[document]]);
  }

  /** The heading, the introduction and the links' titles of the section of a document's paper. */
  public List<String> sectionTexts(int document) {
    try {
      var segments = sections.getIndexReader().leaves();
      var stored = segments.getFirst().reader().getBinaryDocValues(SectionDocument.STORED);
      stored.advance(columns.section()[document]);
      return stored.binaryValue().utf8ToString().lines().toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private BytesRef stored(int document) throws IOException {
    var stored = segment.getBinaryDocValues(PaperDocument.STORED);
    stored.advance(document);
    return stored.binaryValue();
  }
}
