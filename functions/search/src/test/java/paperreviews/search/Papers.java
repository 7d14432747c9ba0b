package paperreviews.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Keywords;
import paperreviews.model.Link;
import paperreviews.model.Paper;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.query.SearchRequest;
import paperreviews.search.query.SearchRequest.Filters;
import paperreviews.search.query.SearchRequest.Order;
import paperreviews.search.result.SearchResult;
import paperreviews.search.result.TextPart;

/** Papers for tests: each has what its test is about, and is empty otherwise. */
public final class Papers {
  private static final int ALL = 50;

  private Papers() {}

  public static TestPaper paper(String id) {
    var section = new SectionHeading("section", "article", 1, new Bilingual("", ""));
    return new TestPaper(
        id, "", section, new Bilingual("", ""), new Keywords(List.of(), List.of()), List.of());
  }

  public record TestPaper(
      String id,
      String title,
      SectionHeading section,
      Bilingual review,
      Keywords keywords,
      List<Link> links) {

    public TestPaper titled(String newTitle) {
      return new TestPaper(id, newTitle, section, review, keywords, links);
    }

    public TestPaper in(String sectionId, String ja, String en) {
      var other = new SectionHeading(sectionId, "article", 1, new Bilingual(ja, en));
      return new TestPaper(id, title, other, review, keywords, links);
    }

    public TestPaper of(String articleId) {
      var other = new SectionHeading(section.id(), articleId, section.number(), section.title());
      return new TestPaper(id, title, other, review, keywords, links);
    }

    public TestPaper in(String sectionId) {
      return in(sectionId, "", "");
    }

    public TestPaper ja(String text) {
      var both = new Bilingual(text, review.en());
      return new TestPaper(id, title, section, both, keywords, links);
    }

    public TestPaper en(String text) {
      var both = new Bilingual(review.ja(), text);
      return new TestPaper(id, title, section, both, keywords, links);
    }

    public TestPaper keywords(List<String> ja, List<String> en) {
      return new TestPaper(id, title, section, review, new Keywords(ja, en), links);
    }

    public TestPaper linkedTo(String linkTitle, String url) {
      var more = new ArrayList<>(links);
      more.add(new Link(Link.Kind.PAPER, linkTitle, Optional.of(url)));
      return new TestPaper(id, title, section, review, keywords, more);
    }

    private Paper paper(int number) {
      return new Paper(
          PaperSummary.of(id, title, "https://example.org/", section.id(), number, keywords),
          section,
          review,
          links,
          Optional.empty(),
          Optional.empty());
    }
  }

  /** The index does not look at the list of sections: papers have theirs. */
  public static Catalogue catalogue(List<TestPaper> papers) {
    var numbered = new ArrayList<Paper>();
    for (var paper : papers) {
      numbered.add(paper.paper(numbered.size() + 1));
    }
    return new Catalogue(articles(numbered), List.of(), numbered, List.of());
  }

  private static List<Article> articles(List<Paper> papers) {
    return papers.stream()
        .map(paper -> paper.section().articleId())
        .distinct()
        .map(Papers::article)
        .toList();
  }

  /** An article whose id ends in its year, or an article of 2019. */
  private static Article article(String id) {
    int year = id.matches(".*\\d{4}") ? Integer.parseInt(id.substring(id.length() - 4)) : 2019;
    return new Article(id, new Bilingual(id, ""), year, Optional.empty());
  }

  public static SearchIndex index(List<TestPaper> papers) {
    return SearchIndex.open(PackedIndex.build(catalogue(papers)));
  }

  public static SearchIndex index(TestPaper... papers) {
    return index(Arrays.asList(papers));
  }

  public static Filters inSection(String section) {
    return new Filters(
        Optional.of(section),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static SearchRequest find(
      Optional<String> text, Filters filters, int limit, Optional<SearchRequest.Place> after) {
    return new SearchRequest(text, filters, Order.RELEVANCE, limit, after, Optional.empty());
  }

  public static SearchRequest search(String query) {
    return find(Optional.of(query), Filters.NONE, ALL, Optional.empty());
  }

  public static SearchRequest searchIn(String section, String query) {
    return find(Optional.of(query), inSection(section), ALL, Optional.empty());
  }

  public static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.paper().id()).toList();
  }

  /** A text of parts with what matched in brackets. */
  public static String marked(List<TextPart> parts) {
    return parts.stream()
        .map(part -> part.match() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }
}
