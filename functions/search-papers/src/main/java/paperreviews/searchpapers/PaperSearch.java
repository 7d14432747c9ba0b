package paperreviews.searchpapers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import paperreviews.api.Answer;
import paperreviews.api.Body;
import paperreviews.api.CatalogueJson;
import paperreviews.api.Problem;
import paperreviews.api.Question;
import paperreviews.api.Refusal;
import paperreviews.api.Request;
import paperreviews.model.Catalogue;
import paperreviews.model.Language;
import paperreviews.search.SearchIndex;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.result.Facets;
import paperreviews.search.result.Facets.ArticleCount;
import paperreviews.search.result.Facets.KeywordCount;
import paperreviews.search.result.Facets.SectionCount;
import paperreviews.search.result.Hit;
import paperreviews.search.result.SearchResult;

/**
 * {@code GET /papers?q=&section=&article=&keyword=&year=&sort=&lang=&limit=&cursor=}.
 *
 * @param asked the parameters that a cursor is good for, by their names
 * @param search what they say
 * @param cursor the cursor that was given
 */
record PaperSearch(Map<String, String> asked, SearchRequest search, Optional<Cursor> cursor) {
  private static final int LONGEST_QUERY = 256;
  private static final int LONGEST_KEYWORD = 200;
  private static final int LONGEST_CURSOR = 100;
  private static final int LAST_YEAR = 9999;
  private static final int MOST_HITS = 50;
  private static final int USUAL_HITS = 20;

  static PaperSearch read(Request request) {
    var parameters =
        request.parameters(
            "q",
            "section",
            "article",
            "keyword",
            "year",
            "sort",
            "lang",
            "limit",
            "cursor",
            PapersById.IDS);
    var asked = new LinkedHashMap<String, String>();
    var text = parameters.text("q", LONGEST_QUERY);
    put(asked, "q", text);
    var section = parameters.text("section", Catalogue.LONGEST_ID);
    put(asked, "section", section);
    var article = parameters.text("article", Catalogue.LONGEST_ID);
    put(asked, "article", article);
    var keyword = parameters.text("keyword", LONGEST_KEYWORD);
    put(asked, "keyword", keyword);
    var year = parameters.number("year", 1, LAST_YEAR);
    if (year.isPresent()) {
      asked.put("year", Integer.toString(year.getAsInt()));
    }
    var order = parameters.choice("sort", Order.values());
    if (order.isPresent()) {
      asked.put("sort", word(order.get()));
    }
    var language = parameters.choice("lang", Language.values());
    if (language.isPresent()) {
      asked.put("lang", language.get().tag());
    }
    int limit = parameters.number("limit", 1, MOST_HITS).orElse(USUAL_HITS);
    var cursorText = parameters.text("cursor", LONGEST_CURSOR);
    var cursor = cursorText.flatMap(given -> Cursor.read(given, asked.toString()));
    if (cursorText.isPresent() && cursor.isEmpty()) {
      parameters.fault(
          "cursor",
          "It was not made for this search. Take it from \"next\" of an answer to the same parameters.");
    }
    parameters.check();
    return new PaperSearch(
        asked,
        new SearchRequest(
            text,
            new Filters(section, article, year, keyword),
            order.orElse(Order.RELEVANCE),
            limit,
            cursor.map(Cursor::place),
            language),
        cursor);
  }

  private static void put(Map<String, String> asked, String name, Optional<String> value) {
    if (value.isPresent()) {
      asked.put(name, value.get());
    }
  }

  Question in(CurrentIndex indexes) {
    return edition -> {
      if (cursor.isPresent() && !cursor.get().edition().equals(edition.id())) {
        throw new Refusal(Problem.staleCursor());
      }
      var index = indexes.of(edition);
      checkFilters(index);
      var result = index.search(search);
      var next = result.next().map(place -> address(new Cursor(edition.id(), place)));
      return new Answer(
          new Body.Json(json(result, next)), next, OptionalInt.of(result.total()), search.text());
    };
  }

  private void checkFilters(SearchIndex index) {
    var section = search.filters().section();
    if (section.isPresent() && !index.hasSection(section.get())) {
      throw new Refusal(Problem.sectionToSearchIn(section.get()));
    }
    var article = search.filters().article();
    if (article.isPresent() && !index.hasArticle(article.get())) {
      throw new Refusal(Problem.articleToSearchIn(article.get()));
    }
  }

  private String address(Cursor next) {
    var address = new StringBuilder("/papers?");
    asked.forEach(
        (name, value) ->
            address
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return address
        .append("limit=" + search.limit() + "&cursor=" + next.text(asked.toString()))
        .toString();
  }

  private Map<String, Object> json(SearchResult result, Optional<String> next) {
    var body = new LinkedHashMap<String, Object>();
    body.put("query", query(result));
    body.put("total", result.total());
    body.put("papers", result.hits().stream().map(PaperSearch::json).toList());
    body.put("facets", json(result.facets()));
    if (next.isPresent()) {
      body.put("next", next.get());
    }
    return body;
  }

  private static Map<String, Object> json(Facets facets) {
    var json = new LinkedHashMap<String, Object>();
    json.put("sections", facets.sections().stream().map(PaperSearch::json).toList());
    json.put("articles", facets.articles().stream().map(PaperSearch::json).toList());
    json.put("keywords", facets.keywords().stream().map(PaperSearch::json).toList());
    return json;
  }

  private Map<String, Object> query(SearchResult result) {
    var query = new LinkedHashMap<String, Object>(asked);
    if (search.filters().year().isPresent()) {
      query.put("year", search.filters().year().getAsInt());
    }
    query.put("sort", word(search.text().isEmpty() ? Order.CATALOGUE : search.order()));
    var interpreted = result.query();
    query.put("words", interpreted.words());
    query.put("phrases", interpreted.phrases());
    query.put("excluded", interpreted.excluded());
    if (interpreted.paperId().isPresent()) {
      query.put("paperId", interpreted.paperId().get());
    }
    query.put("matched", word(interpreted.matched()));
    if (interpreted.corrected().isPresent()) {
      query.put("correctedQuery", interpreted.corrected().get());
    }
    if (interpreted.suspected().isPresent()) {
      query.put("didYouMean", interpreted.suspected().get());
    }
    return query;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> json(Hit hit) {
    var fields = CatalogueJson.summary(hit.paper());
    fields.put("score", hit.score());
    var highlights = new LinkedHashMap<String, Object>();
    highlights.put("title", Parts.json(hit.title()));
    highlights.put("review", Parts.json(hit.review()));
    highlights.put("reviewLanguage", hit.language().tag());
    fields.put("highlights", highlights);
    fields.put("matched", hit.matched());
    return fields;
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

  private static Map<String, Object> json(ArticleCount count) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", count.article().id());
    fields.put("title", CatalogueJson.bilingual(count.article().title()));
    fields.put("year", count.article().year());
    fields.put("count", count.count());
    return fields;
  }

  private static Map<String, Object> json(KeywordCount count) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("keyword", count.keyword());
    fields.put("language", count.language().tag());
    fields.put("count", count.count());
    return fields;
  }
}
