package paperreviews.search.result;

import java.util.List;
import java.util.Optional;
import paperreviews.search.query.InterpretedQuery;
import paperreviews.search.query.SearchRequest;

/**
 * What a search found.
 *
 * @param query the query as it was interpreted
 * @param total how many papers match
 * @param hits the best of them, or the next after a place
 * @param facets how many papers match by section, article, year, keyword and author
 * @param next the place to go on from, if there are more
 */
public record SearchResult(
    InterpretedQuery query,
    int total,
    List<Hit> hits,
    Facets facets,
    Optional<SearchRequest.Place> next) {}
