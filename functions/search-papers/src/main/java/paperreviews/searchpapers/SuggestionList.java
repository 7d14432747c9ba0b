package paperreviews.searchpapers;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import paperreviews.api.Answer;
import paperreviews.api.Question;
import paperreviews.api.Request;
import paperreviews.search.result.TextPart;
import paperreviews.search.suggest.Suggestion;

/** {@code GET /suggestions?q=&limit=}. Without a text there is nothing to suggest. */
final class SuggestionList {
  private static final int LONGEST_QUERY = 256;
  private static final int MOST = 20;
  private static final int USUAL = 10;

  private SuggestionList() {}

  static Question read(Request request, CurrentIndex indexes) {
    var parameters = request.parameters("q", "limit");
    var text = parameters.text("q", LONGEST_QUERY);
    int limit = parameters.number("limit", 1, MOST).orElse(USUAL);
    parameters.check();
    return edition -> {
      var index = indexes.of(edition);
      var found = text.map(q -> index.suggestions(q, limit)).orElse(List.of());
      var body = new LinkedHashMap<String, Object>();
      text.ifPresent(q -> body.put("query", Map.of("q", q)));
      body.put("suggestions", found.stream().map(SuggestionList::json).toList());
      return Answer.of(body);
    };
  }

  private static Map<String, Object> json(Suggestion suggestion) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", suggestion.kind().name().toLowerCase(Locale.ROOT));
    fields.put("text", suggestion.text().stream().map(TextPart::text).collect(joining()));
    suggestion.language().ifPresent(language -> fields.put("language", language));
    suggestion.paperId().ifPresent(id -> fields.put("id", id));
    suggestion.papers().ifPresent(count -> fields.put("count", count));
    fields.put("parts", Parts.json(suggestion.text()));
    return fields;
  }
}
