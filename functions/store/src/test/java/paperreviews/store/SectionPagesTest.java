package paperreviews.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Section;
import paperreviews.testing.Database;
import paperreviews.testing.Reviews;

/** Sections are read page by page, with the articles that they belong to. */
class SectionPagesTest {
  @RegisterExtension private static final Database DATABASE = new Database();

  private static final Bilingual SHORT = new Bilingual("", "On this.");

  /** Of 300 KB, so that one Query reads three of them. */
  private static final Bilingual LONG = new Bilingual("", "x".repeat(300_000));

  private Edition edition;

  /** Publishes articles with so many sections each. */
  private Sections publish(Bilingual introduction, int... counts) {
    var articles = new ArrayList<Article>();
    var sections = new ArrayList<Section>();
    for (int count : counts) {
      var id = "article-" + (articles.size() + 1);
      articles.add(new Article(id, SHORT, 2019, Optional.empty()));
      for (int number = 1; number <= count; number++) {
        sections.add(new Section(id + "-" + number, id, number, SHORT, introduction, List.of(), 1));
      }
    }
    var papers = Reviews.catalogue(1).papers();
    var table = DATABASE.newTable();
    edition =
        PublishedTable.publish(
            DATABASE, table, new Catalogue(articles, sections, papers, List.of()));
    return new Sections(new Table(DATABASE.client(), table));
  }

  private static List<String> ids(Sections.Page page) {
    return Stream.concat(
            page.articles().stream().map(Article::id), page.sections().stream().map(Section::id))
        .toList();
  }

  @Test
  void pageHasTheArticlesOfItsSectionsAlone() {
    var sections = publish(SHORT, 2, 3, 1);

    assertEquals(
        List.of("article-1", "article-1-1", "article-1-2"), ids(sections.page(edition, 0, 2)));
    assertEquals(
        List.of("article-1", "article-2", "article-1-2", "article-2-1"),
        ids(sections.page(edition, 1, 2)));
    assertEquals(List.of("article-2", "article-2-2"), ids(sections.page(edition, 3, 1)));
    assertEquals(
        List.of("article-2", "article-3", "article-2-3", "article-3-1"),
        ids(sections.page(edition, 4, 100)));
    assertEquals(6, sections.page(edition, 4, 100).total());
  }

  @Test
  void pageAfterTheLastSectionIsEmpty() {
    var sections = publish(SHORT, 2, 1);

    assertEquals(List.of(), ids(sections.page(edition, 3, 10)));
    assertEquals(List.of(), ids(sections.pageOfArticle(edition, "article-1", 2, 10).orElseThrow()));
  }

  @Test
  void pageOfAnArticleHasItsSectionsAlone() {
    var sections = publish(SHORT, 2, 3, 1);

    var page = sections.pageOfArticle(edition, "article-2", 1, 10).orElseThrow();

    assertEquals(List.of("article-2", "article-2-2", "article-2-3"), ids(page));
    assertEquals(3, page.total());
    assertEquals(Optional.empty(), sections.pageOfArticle(edition, "article-4", 0, 10));
  }

  @Test
  void pageEndsWhereAQueryDoes() {
    var sections = publish(LONG, 5);

    var first = sections.page(edition, 0, 100);
    var second = sections.page(edition, first.sections().size(), 100);

    assertEquals(
        List.of("article-1-1", "article-1-2", "article-1-3", "article-1-4", "article-1-5"),
        Stream.of(first, second)
            .flatMap(page -> page.sections().stream())
            .map(Section::id)
            .toList());
    assertEquals(5, first.total());
  }
}
