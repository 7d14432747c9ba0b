package paperreviews.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import paperreviews.catalogue.Bilingual;
import paperreviews.catalogue.Language;
import paperreviews.catalogue.Paper.SectionHeading;
import paperreviews.search.Highlighter.Marked;
import paperreviews.search.SearchResult.View;

/** Makes what is shown of a hit: its highlights, and why it is one. */
final class HitView {
  private HitView() {}

  static View of(
      PaperDocument.Shown paper,
      SectionHeading section,
      Highlighter highlighter,
      Optional<Language> preferred) {
    var summary = paper.summary();
    var title = highlighter.mark(summary.title());
    var review = new EnumMap<Language, Marked>(Language.class);
    for (var language : Language.values()) {
      review.put(language, highlighter.mark(language.of(paper.review())));
    }
    var language = language(review, preferred);

    var keywords = new ArrayList<>(summary.keywords().ja());
    keywords.addAll(summary.keywords().en());
    var matched = new LinkedHashMap<String, List<String>>();
    keepNonEmpty(matched, "title", title.forms());
    keepNonEmpty(matched, "keywords", highlighter.forms(keywords));
    keepNonEmpty(matched, "section", highlighter.forms(texts(section.title())));
    var inReview = new LinkedHashSet<String>();
    for (var marked : review.values()) {
      inReview.addAll(marked.forms());
    }
    keepNonEmpty(matched, "review", inReview);
    keepNonEmpty(matched, "links", highlighter.forms(paper.links()));
    keepNonEmpty(matched, "id", highlighter.forms(List.of(summary.id())));
    if (matched.isEmpty()) {
      keepNonEmpty(matched, "title", highlighter.tokens(List.of(summary.title())));
      keepNonEmpty(matched, "keywords", highlighter.tokens(keywords));
      keepNonEmpty(matched, "section", highlighter.tokens(texts(section.title())));
      keepNonEmpty(matched, "review", highlighter.tokens(texts(paper.review())));
      keepNonEmpty(matched, "links", highlighter.tokens(paper.links()));
      keepNonEmpty(matched, "id", highlighter.tokens(List.of(summary.id())));
    }
    return new View(
        summary,
        Excerpt.whole(title),
        Excerpt.window(review.get(language)),
        language.tag(),
        matched);
  }

  private static List<String> texts(Bilingual text) {
    return List.of(text.ja(), text.en());
  }

  /**
   * The language to show a review in. One that is preferred gives way only where it has nothing to
   * show: no review, or none of the words while the other has some. Without a preference, it is the
   * language that has more of the words as they were asked for, or else in any form; where the two
   * are even, the reviewers' own.
   */
  private static Language language(Map<Language, Marked> review, Optional<Language> preferred) {
    var first = preferred.orElse(Language.JA);
    var second = first.other();
    var here = review.get(first);
    var there = review.get(second);
    if (here.text().isEmpty() || there.text().isEmpty()) {
      return here.text().isEmpty() && !there.text().isEmpty() ? second : first;
    }
    boolean moreThere =
        preferred.isPresent()
            ? here.found() == 0 && there.found() > 0
            : there.asked() > here.asked()
                || there.asked() == here.asked() && there.found() > here.found();
    return moreThere ? second : first;
  }

  private static void keepNonEmpty(
      Map<String, List<String>> fields, String name, Set<String> found) {
    if (!found.isEmpty()) {
      fields.put(name, List.copyOf(found));
    }
  }
}
