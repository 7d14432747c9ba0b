package paperreviews.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import paperreviews.model.Language;
import paperreviews.search.Search.Filters;

/**
 * What papers must belong to, by the numbers that an index knows it by.
 *
 * @param section tells by the number of a section
 * @param article tells by the number of an article
 * @param year tells by the number of an article, too
 * @param keywords the ordinals of the keyword in each language that has it; empty if no paper has
 *     it, absent if any keyword will do
 */
record Filter(boolean[] section, boolean[] article, boolean[] year, Optional<long[]> keywords) {

  static Filter of(Filters filters, Outline outline, SortedSetDocValues keywords)
      throws IOException {
    var sections = new boolean[outline.sections().size()];
    for (int n = 0; n < sections.length; n++) {
      sections[n] = takes(filters.section(), outline.sections().get(n).id());
    }
    var articles = new boolean[outline.articles().size()];
    var years = new boolean[articles.length];
    for (int n = 0; n < articles.length; n++) {
      var article = outline.articles().get(n);
      articles[n] = takes(filters.article(), article.id());
      years[n] = filters.year().isEmpty() || filters.year().getAsInt() == article.year();
    }
    if (filters.keyword().isEmpty()) {
      return new Filter(sections, articles, years, Optional.empty());
    }
    var key = KeywordValue.key(filters.keyword().get());
    var named = new long[Language.values().length];
    int count = 0;
    for (var language : Language.values()) {
      var prefix = new BytesRef(KeywordValue.prefix(language, key));
      long ordinal = KeywordValue.ordinalFrom(keywords, prefix);
      if (ordinal < keywords.getValueCount()
          && StringHelper.startsWith(keywords.lookupOrd(ordinal), prefix)) {
        named[count++] = ordinal;
      }
    }
    return new Filter(sections, articles, years, Optional.of(Arrays.copyOf(named, count)));
  }

  private static boolean takes(Optional<String> wanted, String id) {
    return wanted.isEmpty() || wanted.get().equals(id);
  }

  /** Whether papers need no certain keyword. */
  boolean takesAnyKeyword() {
    return keywords.isEmpty();
  }

  /** Whether a keyword is asked for by name. */
  boolean names(long keyword) {
    if (keywords.isPresent()) {
      for (long named : keywords.get()) {
        if (named == keyword) {
          return true;
        }
      }
    }
    return false;
  }
}
