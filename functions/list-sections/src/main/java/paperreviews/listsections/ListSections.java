package paperreviews.listsections;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paperreviews.api.Answer;
import paperreviews.api.ApiFunction;
import paperreviews.api.BibTex;
import paperreviews.api.CatalogueJson;
import paperreviews.api.Format;
import paperreviews.api.Problem;
import paperreviews.api.Question;
import paperreviews.api.Refusal;
import paperreviews.api.Request;
import paperreviews.model.Article;
import paperreviews.model.Author;
import paperreviews.model.Section;
import paperreviews.store.CurrentEdition;
import paperreviews.store.Sections;
import paperreviews.store.Table;

/**
 * {@code GET /sections}, {@code GET /sections/{sectionId}?format=} and {@code GET /openapi.json}.
 * It also answers, with 404, for every address that no function knows.
 */
public final class ListSections extends ApiFunction {

  /** Reads the table that the environment names. */
  public ListSections() {
    this(Table.fromEnvironment(), CurrentEdition.maxAgeFromEnvironment());
  }

  /** Reads this table, and looks for the current edition when it was last seen so long ago. */
  public ListSections(Table table, Duration maxAge) {
    var sections = new Sections(table);
    super(
        table,
        new CurrentEdition(table, maxAge),
        Map.of(
            "/sections", request -> all(request, sections),
            "/sections/{sectionId}", request -> one(request, sections),
            "/openapi.json", OpenApi::read));
    prime("/sections", _ -> Map.of(), List.of(""), () -> {});
  }

  private static Question all(Request request, Sections sections) {
    request.parameters().check();
    return edition -> {
      var contents = sections.all(edition);
      var body = new LinkedHashMap<String, Object>();
      body.put("articles", contents.articles().stream().map(ListSections::json).toList());
      body.put("sections", contents.sections().stream().map(ListSections::json).toList());
      return Answer.of(body);
    };
  }

  private static Question one(Request request, Sections sections) {
    var parameters = request.parameters("format");
    var format = Format.read(parameters, request);
    parameters.check();
    var id = request.pathParameter("sectionId");
    Question question =
        edition -> {
          var found =
              sections.find(edition, id).orElseThrow(() -> new Refusal(Problem.unknownSection(id)));
          return switch (format) {
            case JSON -> Answer.of(json(found));
            case BIBTEX -> BibTex.answer(found.papers());
          };
        };
    return question.in(format);
  }

  private static Map<String, Object> json(Sections.SectionPapers found) {
    var body = json(found.section());
    body.put("papers", found.papers().stream().map(CatalogueJson::summary).toList());
    return body;
  }

  private static Map<String, Object> json(Article article) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", article.id());
    fields.put("title", CatalogueJson.bilingual(article.title()));
    fields.put("year", article.year());
    article.author().ifPresent(author -> fields.put("author", json(author)));
    return fields;
  }

  private static Map<String, Object> json(Author author) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", author.name());
    if (!author.role().isEmpty()) {
      fields.put("role", author.role());
    }
    fields.put("links", CatalogueJson.links(author.links()));
    return fields;
  }

  private static Map<String, Object> json(Section section) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", section.id());
    fields.put("articleId", section.articleId());
    fields.put("number", section.number());
    fields.put("title", CatalogueJson.bilingual(section.title()));
    fields.put("introduction", CatalogueJson.bilingual(section.introduction()));
    fields.put("links", CatalogueJson.links(section.links()));
    fields.put("paperCount", section.paperCount());
    return fields;
  }
}
