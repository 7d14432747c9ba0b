package paperreviews.search.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import paperreviews.search.index.PaperDocument;
import paperreviews.search.index.PaperIndex;
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

  /** Runs a query. */
  public static Matches find(PaperIndex index, Query query, SearchRequest request) {
    try {
      var keywords = DocValues.getSortedSet(index.segment(), PaperDocument.KEYWORD);
      var authors = DocValues.getSortedSet(index.segment(), PaperDocument.AUTHOR);
      var filter = PaperFilter.of(index, request.filters());
      var after = request.after().map(place -> new ScoreDoc(place.document(), place.score()));
      // Finding one more than is shown means that there is a next page.
      var best = new BestPapers(filter, request.limit() + 1, after);
      var facets =
          new FacetCounter(
              index.outline(), index.columns(), keywords, authors, filter, request.facets());
      var unordered = new ConstantScoreQuery(query);
      var ordered = request.order() == Order.CATALOGUE ? unordered : query;
      // Counting needs all matches, but not what is most of the work, their scores.
      return of(
          index.searcher().search(ordered, best),
          index.searcher().search(unordered, facets),
          facets.total(),
          request.limit());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Matches of(TopDocs found, Facets facets, int total, int limit) {
    var best = Arrays.asList(found.scoreDocs);
    var shown = best.subList(0, Math.min(limit, best.size()));
    var next =
        best.size() > limit
            ? Optional.of(new Place(shown.getLast().score, shown.getLast().doc))
            : Optional.<Place>empty();
    return new Matches(total, shown, facets, next);
  }
}
