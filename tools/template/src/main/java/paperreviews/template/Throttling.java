package paperreviews.template;

/**
 * How many requests the HTTP API takes.
 *
 * @param rate requests per second in the long run, at least 1
 * @param burst requests that may come at once before the rate counts, at least 1
 */
public record Throttling(int rate, int burst) {}
