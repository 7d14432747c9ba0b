package paperreviews.search;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import paperreviews.search.Search.Filters;

/**
 * What papers must belong to, by the numbers that an index knows it by.
 *
 * @param section tells by the number of a section
 * @param article tells by the number of an article
 * @param year tells by the number of an article, too
 * @param firstKeyword the first ordinal of the keyword's values
 * @param endKeyword the ordinal after the last of them, or {@link #ANY}
 */
record Filter(
    boolean[] section, boolean[] article, boolean[] year, long firstKeyword, long endKeyword) {
  /** Stands for all keywords, and for none. */
  static final long ANY = -1;

  static Filter of(Filters filters, Outline outline, SortedSetDocValues keywords)
      throws IOException {
    var sections = new boolean[outline.sections().size()];
    for (int n = 0; n < sections.length; n++) {
      sections[n] = filters.section().map(outline.sections().get(n).id()::equals).orElse(true);
    }
    var articles = new boolean[outline.articles().size()];
    var years = new boolean[articles.length];
    for (int n = 0; n < articles.length; n++) {
      var article = outline.articles().get(n);
      articles[n] = filters.article().map(article.id()::equals).orElse(true);
      years[n] = filters.year().isEmpty() || filters.year().getAsInt() == article.year();
    }
    if (filters.keyword().isEmpty()) {
      return new Filter(sections, articles, years, ANY, ANY);
    }
    var key = KeywordValue.key(filters.keyword().get());
    long first = ordinalFrom(keywords, KeywordValue.first(key));
    long end = ordinalFrom(keywords, KeywordValue.end(key));
    return new Filter(sections, articles, years, first, end);
  }

  /** The ordinal of the first value that is not less than this. */
  private static long ordinalFrom(SortedSetDocValues values, BytesRef least) throws IOException {
    long ordinal = values.lookupTerm(least);
    return ordinal < 0 ? -1 - ordinal : ordinal;
  }

  /** Whether the keyword of these ordinals is asked for by name. */
  boolean names(long keyword) {
    return firstKeyword <= keyword && keyword < endKeyword;
  }
}
