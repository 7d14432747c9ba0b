package paperreviews.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import paperreviews.model.Edition;

/**
 * Requests that a function handles before the first client's, so that this one finds classes loaded
 * and code compiled.
 *
 * @param pathParameters returns the route's parameters for a paper of the edition
 * @param queries the query strings of the requests
 * @param whileUnpublished what else to do while there is no edition to answer from
 */
public record SampleRequests(
    String resource,
    Function<Edition, Map<String, String>> pathParameters,
    List<String> queries,
    Runnable whileUnpublished) {}
