package paperreviews.store;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import paperreviews.model.Catalogue;
import paperreviews.model.Edition;
import paperreviews.model.Paper;
import paperreviews.store.Sections.StoredArticle;

/**
 * The article, section and paper items of an edition: what {@link Sections} and {@link Papers}
 * read.
 */
public final class CatalogueItems {
  private CatalogueItems() {}

  /** Returns the items of a catalogue; each is built when the stream reaches it. */
  public static Stream<Item> of(String buildId, Catalogue catalogue) {
    var articles =
        numbered(stored(catalogue), (n, article) -> Item.of(Key.article(buildId, n), article));
    var sections =
        numbered(catalogue.sections(), (n, section) -> Item.of(Key.section(buildId, n), section));
    var heads =
        catalogue.sections().stream()
            .map(section -> Item.of(Key.sectionHead(buildId, section.id()), section));
    var summaries =
        catalogue.papers().stream()
            .map(Paper::summary)
            .collect(
                groupingBy(summary -> summary.sectionId(), LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .flatMap(
                section ->
                    numbered(
                        section.getValue(),
                        (n, summary) ->
                            Item.of(Key.summary(buildId, section.getKey(), n), summary)));
    var papers =
        catalogue.papers().stream().map(paper -> Item.of(Key.paper(buildId, paper.id()), paper));
    return Stream.of(articles, sections, heads, summaries, papers).flatMap(items -> items);
  }

  private static List<StoredArticle> stored(Catalogue catalogue) {
    var counts =
        catalogue.sections().stream()
            .collect(groupingBy(section -> section.articleId(), Collectors.counting()));
    var articles = new ArrayList<StoredArticle>();
    int first = 1;
    for (var article : catalogue.articles()) {
      int count = counts.getOrDefault(article.id(), 0L).intValue();
      articles.add(new StoredArticle(article, first, count));
      first += count;
    }
    return articles;
  }

  private static <T> Stream<Item> numbered(List<T> values, BiFunction<Integer, T, Item> item) {
    return IntStream.rangeClosed(1, values.size()).mapToObj(n -> item.apply(n, values.get(n - 1)));
  }

  /** Returns the number of items of an edition: sections and papers are stored twice each. */
  public static int count(Edition edition) {
    return edition.articleCount() + 2 * edition.sectionCount() + 2 * edition.paperCount();
  }
}
