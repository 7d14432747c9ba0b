/**
 * One request in, one answer out: {@link paperreviews.api.ApiFunction} reads API Gateway's event,
 * lets a {@link paperreviews.api.Route} parse the request, answers from the current edition, and
 * writes the log line.
 */
package paperreviews.api;
