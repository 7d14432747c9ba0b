package paperreviews.search.suggest;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import paperreviews.search.index.KeywordValue;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.SuggestionDocument;
import paperreviews.search.index.SuggestionDocument.Kind;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.result.PaperFilter;

/** The names and titles of those papers that pass the filters of a request. */
final class NarrowedNames {
  private final PaperIndex index;
  private final PaperFilter filter;
  private final int[] keywords;

  private NarrowedNames(PaperIndex index, PaperFilter filter) throws IOException {
    this.index = index;
    this.filter = filter;
    this.keywords = new int[Math.toIntExact(keywordValues().getValueCount())];
    for (int document = 0; document < index.segment().maxDoc(); document++) {
      if (filter.passes(document)) {
        index.columns().keywords().of(document).forEach(keyword -> keywords[keyword]++);
      }
    }
  }

  /** Narrows suggestions, if there is something to narrow them by. */
  static Optional<NarrowedNames> of(PaperIndex index, Filters filters) throws IOException {
    return filters.equals(Filters.NONE)
        ? Optional.empty()
        : Optional.of(new NarrowedNames(index, PaperFilter.of(index, filters)));
  }

  private SortedSetDocValues keywordValues() throws IOException {
    return DocValues.getSortedSet(index.segment(), PaperDocument.KEYWORD);
  }

  /** Whether the paper of a document passes. */
  boolean hasPaper(int document) {
    return filter.passes(document);
  }

  /** A name with the number of these papers that have it, or nothing if none has. */
  Optional<SuggestionDocument> narrowed(SuggestionDocument name) throws IOException {
    int papers =
        KeywordValue.ordinals(name.text(), keywordValues()).stream()
            .mapToInt(ordinal -> keywords[Math.toIntExact(ordinal)])
            .max()
            .orElse(0);
    if (papers > 0) {
      return Optional.of(new SuggestionDocument(Kind.KEYWORD, name.text(), name.thing(), papers));
    }
    return hasConcept(name.thing())
        ? Optional.of(new SuggestionDocument(Kind.CONCEPT, name.text(), name.thing(), 0))
        : Optional.empty();
  }

  private boolean hasConcept(String id) throws IOException {
    if (!index.concepts().occurs(id)) {
      return false;
    }
    var papers = index.segment().postings(PaperDocument.conceptTerm(id));
    int document = papers.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && !filter.passes(document)) {
      document = papers.nextDoc();
    }
    return document != DocIdSetIterator.NO_MORE_DOCS;
  }
}
