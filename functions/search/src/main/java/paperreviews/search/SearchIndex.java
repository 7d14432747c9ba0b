package paperreviews.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.Codec;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Keywords;
import paperreviews.model.Paper;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.analysis.FoldedText;
import paperreviews.search.index.CatalogueOutline;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.StoredPaper;
import paperreviews.search.query.QueryInterpreter;
import paperreviews.search.query.QueryParser;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.related.RelatedPaper;
import paperreviews.search.related.RelatedPapers;
import paperreviews.search.result.Highlighter;
import paperreviews.search.result.Hit;
import paperreviews.search.result.Matches;
import paperreviews.search.result.SearchResult;
import paperreviews.search.suggest.Suggestion;
import paperreviews.search.suggest.Suggestions;

/**
 * The search index of one edition, in memory. A search goes one way: the request's text becomes a
 * query ({@link QueryInterpreter}), the query finds documents ({@link Matches}), and the documents
 * are shown as hits ({@link Hit}).
 */
public final class SearchIndex {
  private final PaperIndex index;
  private final QueryInterpreter interpreter;

  private final Suggestions suggestions;

  private SearchIndex(PaperIndex index) {
    this.index = index;
    this.interpreter = new QueryInterpreter(index);
    this.suggestions = new Suggestions(index, interpreter);
  }

  /** Opens a packed index. It needs no closing: it holds memory, and nothing else. */
  public static SearchIndex open(PackedIndex packed) {
    return new SearchIndex(PaperIndex.open(packed));
  }

  /** Loads the classes that any search needs, while the table is asked for an index. */
  public static void loadClasses() {
    Codec.getDefault();
    QueryParser.parse("deep \"深層学習\"");
  }

  /**
   * Loads what a search needs, in a function that is initialized before anything is published: its
   * snapshot is kept until the next deployment. It needs no table.
   */
  public static void warmUp() {
    var nothing = new Bilingual("", "");
    var article = new Article("warm", nothing, 1, Optional.empty());
    var section = new SectionHeading("warm", "warm", 1, nothing);
    var summary =
        PaperSummary.of("warm", "Warm", "", "warm", 1, new Keywords(List.of(), List.of()));
    var paper =
        new Paper(
            summary,
            section,
            new Bilingual("深層学習", "deep learning"),
            List.of(),
            Optional.empty(),
            Optional.empty());
    var catalogue = new Catalogue(List.of(article), List.of(), List.of(paper), List.of());
    open(PackedIndex.build(catalogue)).search(SearchRequest.of("deep 学習", 1));
  }

  /** Whether the edition has a section with this id. */
  public boolean hasSection(String id) {
    return index.outline().section(id) != CatalogueOutline.NOWHERE;
  }

  /** Whether the edition has an article with this id. */
  public boolean hasArticle(String id) {
    return index.outline().article(id) != CatalogueOutline.NOWHERE;
  }

  /** Whether the edition has a paper with this id. */
  public boolean hasPaper(String id) {
    return index.document(id).map(index::paperId).filter(id::equals).isPresent();
  }

  /**
   * The last papers of the last article, in the catalogue's order.
   *
   * @param limit how many to give at most
   */
  public List<StoredPaper> lastPapers(int limit) {
    int article = index.outline().articles().size() - 1;
    int count = index.segment().maxDoc();
    return IntStream.range(Math.max(0, count - limit), count)
        .filter(
            document -> index.outline().articleOf()[index.columns().section()[document]] == article)
        .mapToObj(index::paper)
        .toList();
  }

  /** Searches. */
  public SearchResult search(SearchRequest request) {
    var query = interpreter.interpret(request);
    var matches = Matches.find(index, query.papers(), request);
    var highlighter = new Highlighter(query.terms(), index.concepts());
    var hits =
        matches.best().stream()
            .map(
                match ->
                    Hit.of(
                        index.paper(match.doc),
                        index.section(match.doc),
                        () -> index.sectionTexts(match.doc),
                        index.article(match.doc),
                        match.score,
                        highlighter,
                        request.language()))
            .toList();
    return new SearchResult(
        query.interpreted(), matches.total(), hits, matches.facets(), matches.next());
  }

  /** The ids of the papers that {@link #search} shows, without what is shown of them. */
  public List<String> find(SearchRequest request) {
    return Matches.find(index, interpreter.interpret(request).papers(), request).best().stream()
        .map(match -> index.paperId(match.doc))
        .toList();
  }

  /**
   * What the reader may mean who is still typing: the papers that a pasted text refers to, or else
   * names and titles.
   *
   * @param filters what the papers must belong to
   * @param limit how many suggestions to give at most
   */
  public List<Suggestion> suggestions(String text, Filters filters, int limit) {
    return suggestions.of(FoldedText.visible(text), filters, limit);
  }

  /**
   * The papers that are most like a paper, the most similar first, or nothing if there is no such
   * paper.
   *
   * @param limit how many to give at most
   */
  public Optional<List<RelatedPaper>> related(String paperId, int limit) {
    return index
        .document(paperId)
        .filter(document -> index.paperId(document).equals(paperId))
        .map(document -> new RelatedPapers(index).to(document, limit));
  }
}
