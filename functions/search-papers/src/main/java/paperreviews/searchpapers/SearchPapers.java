package paperreviews.searchpapers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import paperreviews.api.ApiFunction;
import paperreviews.api.SampleRequests;
import paperreviews.search.SearchIndex;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Papers;
import paperreviews.store.Sections;
import paperreviews.store.Table;

/**
 * Everything that needs the search index: searches, papers by their ids, suggestions, related
 * papers and the feed.
 */
public final class SearchPapers extends ApiFunction {

  /** Words of both languages and of each, names of concepts, and one that needs a correction. */
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

  /** Reads this table, with this maximum age of the cached pointer to the current edition. */
  public SearchPapers(Table table, Duration maxAge) {
    var indexes = new CurrentIndex(table);
    var papers = new Papers(table);
    var sections = new Sections(table);
    super(
        table,
        maxAge,
        Map.of(
            "/papers", request -> PaperSearch.parse(request, indexes),
            "/papers/batch", request -> PapersById.parse(request, indexes, papers),
            "/feed", request -> Feed.parse(request, indexes, sections),
            "/suggestions", request -> SuggestionList.parse(request, indexes),
            "/papers/{paperId}/related", request -> RelatedPapers.parse(request, indexes)));
    prime(new SampleRequests("/papers", _ -> Map.of(), SAMPLE_QUERIES, SearchIndex::warmUp));
  }
}
