package paperreviews.searchpapers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import paperreviews.api.ApiFunction;
import paperreviews.api.Question;
import paperreviews.api.Request;
import paperreviews.search.SearchIndex;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Papers;
import paperreviews.store.Sections;
import paperreviews.store.Table;

/**
 * All that needs the search index: searching, papers by their ids, suggestions, related papers and
 * the feed.
 */
public final class SearchPapers extends ApiFunction {

  /**
   * Words in both languages and in each, names of concepts, and one that needs to be put right: as
   * many as it takes until the next request is not much slower than later ones.
   */
  private static final List<String> SAMPLE_QUERIES =
      List.of(
          "q=deep learning 学習",
          "q=%E7%94%BB%E5%83%8F%E8%AA%8D%E8%AD%98",
          "q=lerning",
          "q=物体検出",
          "q=深層学習",
          "q=network");

  /** Reads the table that the environment names. */
  public SearchPapers() {
    this(Table.fromEnvironment(), CurrentEdition.maxAgeFromEnvironment());
  }

  /** Reads this table, and looks for the current edition when it was last seen so long ago. */
  public SearchPapers(Table table, Duration maxAge) {
    // Meanwhile the table is asked, and much of that is waiting. In Lucene before 10.5, two threads
    // that initialized its classes could block each other (apache/lucene#12419).
    Thread.ofPlatform().daemon().start(SearchIndex::loadClasses);
    var index = new CurrentIndex(table);
    var papers = new Papers(table);
    var sections = new Sections(table);
    super(
        table,
        new CurrentEdition(table, maxAge),
        Map.of(
            "/papers", request -> papers(request, index, papers),
            "/feed", request -> Feed.read(request, index, sections),
            "/suggestions", request -> SuggestionList.read(request, index),
            "/papers/{paperId}/related", request -> RelatedPapers.read(request, index)),
        index::takeLoadTime);
    prime("/papers", _ -> Map.of(), SAMPLE_QUERIES, SearchIndex::warmUp);
  }

  private static Question papers(Request request, CurrentIndex index, Papers papers) {
    return PapersById.read(request, index, papers)
        .orElseGet(() -> PaperSearch.read(request).in(index));
  }
}
