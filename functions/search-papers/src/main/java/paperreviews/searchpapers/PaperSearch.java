package paperreviews.searchpapers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import paperreviews.api.Answer;
import paperreviews.api.Cursor;
import paperreviews.api.Parameters;
import paperreviews.api.PreferredLanguage;
import paperreviews.api.Query;
import paperreviews.api.Request;
import paperreviews.model.Edition;
import paperreviews.model.Language;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.SearchIndex;
import paperreviews.search.index.CatalogueOutline.ArticleHeading;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.query.SearchRequest.Place;
import paperreviews.search.result.Facets;
import paperreviews.search.result.Facets.AuthorCount;
import paperreviews.search.result.Facets.KeywordCount;
import paperreviews.search.result.Facets.YearCount;
import paperreviews.search.result.Hit;
import paperreviews.search.result.SearchResult;
import paperreviews.search.result.TextPart;

/**
 * {@code GET
 * /papers?q=&section=&article=&keyword=&author=&year=&sort=&lang=&explain=&limit=&facets=&cursor=}.
 *
 * @param asked the parameters that a cursor is good for, by their names
 * @param search what they say
 * @param explained whether to say why each paper is a hit
 * @param cursor the cursor that was given
 */
record PaperSearch(
    Map<String, String> asked, SearchRequest search, boolean explained, Optional<Cursor> cursor) {
  private static final int MAX_QUERY_LENGTH = 1000;
  private static final int MAX_LIMIT = 50;
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_FACETS = 1000;

  private static final String PATH = "/papers";

  static Query parse(Request request, CurrentIndex indexes) {
    var parameters =
        request.parameters(
            "q", "section", "article", "keyword", "author", "year", "sort", "lang", "explain",
            "limit", "facets", "cursor");
    var language = PreferredLanguage.read(parameters, request);
    var search = parse(parameters, language.language());
    return Query.of(language, edition -> search.answer(edition, indexes.of(edition)));
  }

  private static PaperSearch parse(Parameters parameters, Optional<Language> language) {
    var asked = new LinkedHashMap<String, String>();
    var text = parameters.text("q", MAX_QUERY_LENGTH);
    put(asked, "q", text);
    var filters = PaperFilters.parse(parameters);
    put(asked, "section", filters.section());
    put(asked, "article", filters.article());
    put(asked, "keyword", filters.keyword());
    put(asked, "author", filters.author());
    if (filters.year().isPresent()) {
      asked.put("year", Integer.toString(filters.year().getAsInt()));
    }
    var order = parameters.choice("sort", Order.values());
    if (order.isPresent()) {
      asked.put("sort", word(order.get()));
    }
    if (language.isPresent()) {
      asked.put("lang", language.get().tag());
    }
    boolean explained =
        parameters.choice("explain", Explain.values()).filter(Explain.TRUE::equals).isPresent();
    if (explained) {
      asked.put("explain", "true");
    }
    int limit = parameters.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
    var facets = parameters.number("facets", 0, MAX_FACETS);
    if (facets.isPresent()) {
      asked.put("facets", Integer.toString(facets.getAsInt()));
    }
    var cursor = Cursor.read(parameters, PATH, asked);
    parameters.check();
    return new PaperSearch(
        asked,
        new SearchRequest(
            text,
            filters,
            order.orElse(Order.RELEVANCE),
            limit,
            facets.orElse(SearchRequest.DEFAULT_FACETS),
            cursor.map(PaperSearch::place),
            language),
        explained,
        cursor);
  }

  private enum Explain {
    TRUE,
    FALSE
  }

  private static void put(Map<String, String> asked, String name, Optional<String> value) {
    if (value.isPresent()) {
      asked.put(name, value.get());
    }
  }

  private Answer answer(Edition edition, SearchIndex index) {
    cursor.ifPresent(given -> given.check(edition));
    PaperFilters.check(search.filters(), index);
    var result = index.search(search);
    var next =
        result
            .next()
            .map(place -> new Cursor(edition.id(), place(place)))
            .map(cursor -> cursor.address(PATH, asked, search.limit()));
    return new Answer.Json(
        body(result, next),
        next,
        search.text().map(text -> new Answer.Search(text, result.total())));
  }

  /** A place among the hits, as a cursor holds it. */
  private static long place(Place place) {
    return (long) Float.floatToRawIntBits(place.score()) << Integer.SIZE
        | Integer.toUnsignedLong(place.document());
  }

  private static Place place(Cursor cursor) {
    return new Place(
        Float.intBitsToFloat((int) (cursor.place() >> Integer.SIZE)), (int) cursor.place());
  }

  private record Body(
      Map<String, Object> query,
      int total,
      List<FoundPaper> papers,
      FacetCounts facets,
      Optional<String> next) {}

  private record FoundPaper(
      @JsonUnwrapped PaperSummary paper,
      SectionHeading section,
      ArticleHeading article,
      float score,
      Highlights highlights,
      Map<String, List<String>> matched,
      Optional<List<Hit.Explanation>> explanation) {

    static FoundPaper of(Hit hit, boolean explained) {
      return new FoundPaper(
          hit.paper(),
          hit.section(),
          hit.article(),
          hit.score(),
          Highlights.of(hit),
          hit.matched(),
          explained ? Optional.of(hit.explanation()) : Optional.empty());
    }
  }

  private record Highlights(
      List<TextPart> title,
      List<TextPart> review,
      Language reviewLanguage,
      boolean cutAtStart,
      boolean cutAtEnd) {

    static Highlights of(Hit hit) {
      var excerpt = hit.excerpt();
      return new Highlights(
          hit.title(), excerpt.parts(), hit.language(), excerpt.cutAtStart(), excerpt.cutAtEnd());
    }
  }

  private record FacetCounts(
      List<SectionFacet> sections,
      List<ArticleFacet> articles,
      List<YearCount> years,
      List<KeywordCount> keywords,
      List<AuthorCount> authors) {

    static FacetCounts of(Facets facets) {
      return new FacetCounts(
          facets.sections().stream()
              .map(facet -> new SectionFacet(facet.section(), facet.count()))
              .toList(),
          facets.articles().stream()
              .map(facet -> new ArticleFacet(facet.article(), facet.count()))
              .toList(),
          facets.years(),
          facets.keywords(),
          facets.authors());
    }
  }

  private record SectionFacet(@JsonUnwrapped SectionHeading section, int count) {}

  private record ArticleFacet(@JsonUnwrapped ArticleHeading article, int count) {}

  private Body body(SearchResult result, Optional<String> next) {
    return new Body(
        query(result),
        result.total(),
        result.hits().stream().map(hit -> FoundPaper.of(hit, explained)).toList(),
        FacetCounts.of(result.facets()),
        next);
  }

  private Map<String, Object> query(SearchResult result) {
    var query = new LinkedHashMap<String, Object>(asked);
    query.remove("explain");
    query.remove("facets");
    search.filters().year().ifPresent(year -> query.put("year", year));
    query.put("sort", word(search.text().isEmpty() ? Order.CATALOGUE : search.order()));
    var interpreted = result.query();
    query.put("words", interpreted.words());
    query.put("phrases", interpreted.phrases());
    query.put("excluded", interpreted.excluded());
    interpreted.paperId().ifPresent(id -> query.put("paperId", id));
    query.put("matched", word(interpreted.matched()));
    interpreted.corrected().ifPresent(corrected -> query.put("correctedQuery", corrected));
    interpreted.suspected().ifPresent(suspected -> query.put("didYouMean", suspected));
    return query;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
