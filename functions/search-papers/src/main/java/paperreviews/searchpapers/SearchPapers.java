package paperreviews.searchpapers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import paperreviews.catalogue.Catalogue;
import paperreviews.http.Answer;
import paperreviews.http.ApiFunction;
import paperreviews.http.CatalogueJson;
import paperreviews.http.Problem;
import paperreviews.http.Question;
import paperreviews.http.Refusal;
import paperreviews.http.Request;
import paperreviews.search.Part;
import paperreviews.search.Search;
import paperreviews.search.SearchIndex;
import paperreviews.search.SearchResult;
import paperreviews.search.SearchResult.Hit;
import paperreviews.search.SearchResult.SectionCount;
import paperreviews.table.CurrentEdition;
import paperreviews.table.Table;

/** {@code GET /papers?q=&section=&limit=&cursor=}. */
public final class SearchPapers extends ApiFunction {
  private static final int LONGEST_QUERY = 256;
  private static final int LONGEST_CURSOR = 100;
  private static final int MOST_HITS = 50;
  private static final int USUAL_HITS = 20;

  /** Reads the table that the environment names. */
  public SearchPapers() {
    this(Table.fromEnvironment(), CurrentEdition.maxAgeFromEnvironment());
  }

  /** Reads this table, and looks for the current edition when it was last seen so long ago. */
  public SearchPapers(Table table, Duration maxAge) {
    var index = new CurrentIndex(table);
    super(
        table,
        new CurrentEdition(table, maxAge),
        Map.of("/papers", request -> read(request).in(index)));
    prime("/papers", _ -> Map.of(), "q=deep+learning+%E5%AD%A6%E7%BF%92", SearchIndex::warmUp);
  }

  private static SearchRequest read(Request request) {
    var parameters = request.parameters("q", "section", "limit", "cursor");
    var text = parameters.text("q", LONGEST_QUERY);
    var section = parameters.text("section", Catalogue.LONGEST_ID);
    int limit = parameters.number("limit", 1, MOST_HITS, USUAL_HITS);
    var asked = text.orElse("") + "\n" + section.orElse("");
    var cursorText = parameters.text("cursor", LONGEST_CURSOR);
    var cursor = cursorText.flatMap(given -> Cursor.read(given, asked));
    if (cursorText.isPresent() && cursor.isEmpty()) {
      parameters.fault(
          "cursor",
          "It was not made for this search. Take it from \"next\" of an answer to the same q and section.");
    }
    parameters.check();
    return new SearchRequest(request.path(), asked, text, section, limit, cursor);
  }

  private record SearchRequest(
      String path,
      String asked,
      Optional<String> text,
      Optional<String> section,
      int limit,
      Optional<Cursor> cursor) {

    Question in(CurrentIndex indexes) {
      return edition -> {
        if (cursor.isPresent() && !cursor.get().edition().equals(edition.id())) {
          throw new Refusal(Problem.staleCursor());
        }
        var index = indexes.of(edition);
        if (section.isPresent() && !index.hasSection(section.get())) {
          throw new Refusal(Problem.sectionToSearchIn(section.get()));
        }
        var result = index.search(new Search(text, section, limit, cursor.map(Cursor::place)));
        var next = result.next().map(place -> address(new Cursor(edition.id(), place)));
        return new Answer(json(result, next), next, OptionalInt.of(result.total()));
      };
    }

    private String address(Cursor next) {
      var address = new StringBuilder(path).append('?');
      text.ifPresent(q -> address.append("q=").append(encoded(q)).append('&'));
      section.ifPresent(id -> address.append("section=").append(encoded(id)).append('&'));
      return address.append("limit=" + limit + "&cursor=" + next.text(asked)).toString();
    }

    private static String encoded(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Map<String, Object> json(SearchResult result, Optional<String> next) {
      var understood = result.understood();
      var query = new LinkedHashMap<String, Object>();
      text.ifPresent(q -> query.put("q", q));
      section.ifPresent(id -> query.put("section", id));
      query.put("words", understood.words());
      query.put("phrases", understood.phrases());
      query.put("excluded", understood.excluded());
      understood.paperId().ifPresent(id -> query.put("paperId", id));
      query.put("matched", understood.matched().name().toLowerCase(Locale.ROOT));
      understood.corrected().ifPresent(corrected -> query.put("correctedQuery", corrected));
      understood.suspected().ifPresent(suspected -> query.put("didYouMean", suspected));

      var body = new LinkedHashMap<String, Object>();
      body.put("query", query);
      body.put("total", result.total());
      body.put("papers", result.hits().stream().map(SearchRequest::json).toList());
      body.put(
          "facets",
          Map.of("sections", result.sections().stream().map(SearchRequest::json).toList()));
      next.ifPresent(address -> body.put("next", address));
      return body;
    }

    private static Map<String, Object> json(Hit hit) {
      var fields = CatalogueJson.summary(hit.paper());
      fields.put("score", hit.score());
      var highlights = new LinkedHashMap<String, Object>();
      highlights.put("title", json(hit.title()));
      highlights.put("review", json(hit.review()));
      highlights.put("reviewLanguage", hit.language());
      fields.put("highlights", highlights);
      return fields;
    }

    private static List<Map<String, Object>> json(List<Part> parts) {
      return parts.stream()
          .map(
              part -> {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("text", part.text());
                fields.put("match", part.match());
                return (Map<String, Object>) fields;
              })
          .toList();
    }

    private static Map<String, Object> json(SectionCount count) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("id", count.section().id());
      fields.put("articleId", count.section().articleId());
      fields.put("number", count.section().number());
      fields.put("title", CatalogueJson.bilingual(count.section().title()));
      fields.put("count", count.count());
      return fields;
    }
  }
}
