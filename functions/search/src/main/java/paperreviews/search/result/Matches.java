package paperreviews.search.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import paperreviews.search.index.PaperIndex;
import paperreviews.search.index.PaperSet;
import paperreviews.search.query.PaperQuery;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.query.SearchRequest.Place;

/**
 * The documents that match a query and the filters of its request.
 *
 * @param total how many there are
 * @param best those of the page that is asked for
 * @param facets how many there are by section, article, year, keyword and author
 * @param next the place to go on from, if there are more
 */
public record Matches(int total, List<ScoreDoc> best, Facets facets, Optional<Place> next) {
  /** The score of papers that are equally good. */
  private static final float UNRANKED = 1;

  /** Runs a query. */
  public static Matches find(PaperIndex index, PaperQuery query, SearchRequest request) {
    try {
      var filter = PaperFilter.of(index, request.filters());
      var found = index.find(query.papers());
      var papers = filter.passing(found);
      var facets = new FacetCounter(index, found, papers, filter, request.facets()).count();
      var score = query.score().filter(_ -> request.order() == Order.RELEVANCE);
      // Finding one more than is shown means that there is a next page.
      int limit = request.limit() + 1;
      var best =
          score.isPresent()
              ? best(index, papers, score.get(), limit, request.after())
              : first(papers, limit, request.after());
      return of(papers.count(), best, facets, request.limit());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Of equal scores the first in the index comes first, which is the catalogue's order. */
  private static List<ScoreDoc> best(
      PaperIndex index, PaperSet papers, Query score, int limit, Optional<Place> after)
      throws IOException {
    // Lucene skips what cannot be among the best if there is one filter, and one query that scores.
    var ranked =
        new BooleanQuery.Builder().add(papers.query(), Occur.FILTER).add(score, Occur.MUST).build();
    var last = after.map(place -> new ScoreDoc(place.document(), place.score())).orElse(null);
    var best = new TopScoreDocCollectorManager(limit, last, limit);
    return Arrays.asList(index.searcher().search(ranked, best).scoreDocs);
  }

  private static List<ScoreDoc> first(PaperSet papers, int limit, Optional<Place> after) {
    // A cursor of a client's own making may hold any number.
    int start =
        after.map(place -> Math.clamp(place.document() + 1L, 0, Integer.MAX_VALUE)).orElse(0);
    return papers
        .from(start)
        .limit(limit)
        .mapToObj(paper -> new ScoreDoc(paper, UNRANKED))
        .toList();
  }

  private static Matches of(int total, List<ScoreDoc> best, Facets facets, int limit) {
    var shown = best.subList(0, Math.min(limit, best.size()));
    var next =
        best.size() > limit
            ? Optional.of(new Place(shown.getLast().score, shown.getLast().doc))
            : Optional.<Place>empty();
    return new Matches(total, shown, facets, next);
  }
}
