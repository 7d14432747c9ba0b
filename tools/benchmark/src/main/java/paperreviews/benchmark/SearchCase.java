package paperreviews.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import paperreviews.search.SearchIndex;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.result.SearchResult;
import paperreviews.search.result.TextPart;
import paperreviews.search.suggest.Suggestion;

/**
 * A search, and what it is expected to find: a line of a file, with tabs between its fields. Lines
 * that start with {@code #} are comments; <code>&#92;uXXXX</code> stands for a character.
 *
 * <p>What is expected depends on the kind: {@code only/…} exactly these papers, {@code none/…} no
 * paper, {@code atmost/…} no more papers than the number, {@code nocorr/…} neither a correction nor
 * "did you mean", {@code garbled} no correction, {@code suggest-none} no suggestion, {@code
 * suggest-dup} no suggestion twice; any other kind, these papers among the first of the number. A
 * query that starts with {@code related:} or {@code suggest:} asks for related papers or
 * suggestions.
 *
 * @param query the query
 * @param papers the ids of papers, {@code -} for none
 * @param number a rank, or a number of papers
 * @param kind what the case is an example of
 */
record SearchCase(String query, List<String> papers, int number, String kind) {
  private static final String RELATED = "related:";
  private static final String SUGGEST = "suggest:";
  private static final int MAX_HITS = 50;
  private static final int MAX_SUGGESTIONS = 10;
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  /** Reads the cases of a file. */
  static List<SearchCase> read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(SearchCase::read)
          .toList();
    }
  }

  private static SearchCase read(String line) {
    var fields = line.split("\t");
    if (fields.length != 4) {
      throw new IllegalArgumentException(
          "A case has four fields with tabs between them, but not \"%s\".".formatted(line));
    }
    var query =
        ESCAPE
            .matcher(fields[0])
            .replaceAll(hex -> Character.toString(Integer.parseInt(hex.group(1), 16)));
    var papers = fields[1].equals("-") ? List.<String>of() : List.of(fields[1].split(","));
    return new SearchCase(query, papers, Integer.parseInt(fields[2]), fields[3]);
  }

  /** What is wrong with the answer of an index, if anything is. */
  Optional<String> failure(SearchIndex index) {
    if (query.startsWith(RELATED)) {
      var related =
          index.related(query.substring(RELATED.length()), MAX_SUGGESTIONS).orElseThrow().stream()
              .map(paper -> paper.paper().id())
              .toList();
      return failure(isAmongFirst(related), related);
    }
    if (query.startsWith(SUGGEST)) {
      return suggestionFailure(
          index.suggestions(query.substring(SUGGEST.length()), Filters.NONE, MAX_SUGGESTIONS));
    }
    var result = index.search(SearchRequest.of(query, MAX_HITS));
    var ids = result.hits().stream().map(hit -> hit.paper().id()).toList();
    return failure(isExpected(result, ids), summary(result, ids));
  }

  private boolean isExpected(SearchResult result, List<String> ids) {
    boolean isCorrected = result.query().corrected().isPresent();
    boolean isSuspected = result.query().suspected().isPresent();
    return switch (kind.replaceFirst("/.*", "")) {
      case "none" -> result.total() == 0;
      case "nocorr" -> !isCorrected && !isSuspected;
      case "garbled" -> !isCorrected;
      case "atmost" -> result.total() <= number;
      case "only" -> new HashSet<>(ids).equals(new HashSet<>(papers));
      default -> isAmongFirst(ids);
    };
  }

  private Optional<String> suggestionFailure(List<Suggestion> suggestions) {
    var texts = suggestions.stream().map(SearchCase::text).toList();
    var ids = suggestions.stream().map(each -> each.paperId().orElse("-")).toList();
    return failure(
        switch (kind) {
          case "suggest-none" -> suggestions.isEmpty();
          case "suggest-dup" -> texts.stream().distinct().count() == texts.size();
          default -> isAmongFirst(ids);
        },
        texts);
  }

  private static String text(Suggestion suggestion) {
    return String.join("", suggestion.text().stream().map(TextPart::text).toList());
  }

  private boolean isAmongFirst(List<String> ids) {
    return ids.stream().limit(number).toList().containsAll(papers);
  }

  private Optional<String> failure(boolean isExpected, Object answer) {
    return isExpected
        ? Optional.empty()
        : Optional.of(
            "%s \"%s\" expects %s %d, not %s".formatted(kind, query, papers, number, answer));
  }

  private static List<Object> summary(SearchResult result, List<String> ids) {
    return Stream.of(
            Stream.<Object>of(result.total(), ids.stream().limit(5).toList()),
            result.query().corrected().map(text -> "corrected: " + text).stream(),
            result.query().suspected().map(text -> "did you mean: " + text).stream())
        .<Object>flatMap(part -> part)
        .toList();
  }
}
