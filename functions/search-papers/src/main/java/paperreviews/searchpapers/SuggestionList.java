package paperreviews.searchpapers;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import paperreviews.api.Answer;
import paperreviews.api.Query;
import paperreviews.api.Request;
import paperreviews.model.Language;
import paperreviews.search.result.TextPart;
import paperreviews.search.suggest.Suggestion;

/**
 * {@code GET /suggestions?q=&section=&article=&keyword=&author=&year=&limit=}. Without a text there
 * are no suggestions.
 */
final class SuggestionList {
  private static final int MAX_QUERY_LENGTH = 1000;
  private static final int MAX_LIMIT = 20;
  private static final int DEFAULT_LIMIT = 10;

  private SuggestionList() {}

  private record Body(Optional<Map<String, String>> query, List<Item> suggestions) {}

  private record Item(
      String kind,
      String text,
      Optional<String> language,
      Optional<String> id,
      OptionalInt count,
      List<TextPart> parts) {

    static Item of(Suggestion suggestion) {
      return new Item(
          suggestion.kind().name().toLowerCase(Locale.ROOT),
          suggestion.text().stream().map(TextPart::text).collect(joining()),
          suggestion.language().map(Language::tag),
          suggestion.paperId(),
          suggestion.papers(),
          suggestion.text());
    }
  }

  static Query parse(Request request, CurrentIndex indexes) {
    var parameters =
        request.parameters("q", "section", "article", "keyword", "author", "year", "limit");
    var text = parameters.text("q", MAX_QUERY_LENGTH);
    var filters = PaperFilters.parse(parameters);
    int limit = parameters.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
    parameters.check();
    return Query.of(
        edition -> {
          var index = indexes.of(edition);
          PaperFilters.check(filters, index);
          return new Answer.Json(
              new Body(
                  text.map(q -> Map.of("q", q)),
                  text.map(q -> index.suggestions(q, filters, limit)).orElse(List.of()).stream()
                      .map(Item::of)
                      .toList()));
        });
  }
}
