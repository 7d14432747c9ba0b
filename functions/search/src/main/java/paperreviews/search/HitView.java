package paperreviews.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paperreviews.model.Bilingual;
import paperreviews.model.Language;
import paperreviews.model.Paper.SectionHeading;
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
    var language = language(paper.review(), highlighter, preferred);

    var keywords = new ArrayList<>(summary.keywords().ja());
    keywords.addAll(summary.keywords().en());
    var fields = new LinkedHashMap<String, List<String>>();
    fields.put("title", List.of(summary.title()));
    fields.put("keywords", keywords);
    fields.put("section", List.of(section.title().ja(), section.title().en()));
    fields.put("review", List.of(paper.review().ja(), paper.review().en()));
    fields.put("links", paper.links());
    fields.put("id", List.of(summary.id()));
    return new View(
        summary,
        Excerpt.whole(highlighter.mark(summary.title())),
        Excerpt.window(highlighter.mark(language.of(paper.review()))),
        language.tag(),
        matched(fields, highlighter));
  }

  /**
   * The language to show a review in. One that is preferred gives way only where it has nothing to
   * show: no review, or none of the words while the other has some. Without a preference, it is the
   * language that has more of the words as they were asked for, or else in any form; where the two
   * are even, the reviewers' own.
   */
  private static Language language(
      Bilingual review, Highlighter highlighter, Optional<Language> preferred) {
    var first = preferred.orElse(Language.JA);
    var second = first.other();
    if (first.of(review).isEmpty() || second.of(review).isEmpty()) {
      return first.of(review).isEmpty() && !second.of(review).isEmpty() ? second : first;
    }
    var here = highlighter.mark(first.of(review));
    var there = highlighter.mark(second.of(review));
    boolean moreThere =
        preferred.isPresent()
            ? here.found() == 0 && there.found() > 0
            : there.asked() > here.asked()
                || there.asked() == here.asked() && there.found() > here.found();
    return moreThere ? second : first;
  }

  private static Map<String, List<String>> matched(
      Map<String, List<String>> fields, Highlighter highlighter) {
    var matched = new LinkedHashMap<String, List<String>>();
    for (var field : fields.entrySet()) {
      var forms = highlighter.forms(field.getValue());
      if (!forms.isEmpty()) {
        matched.put(field.getKey(), List.copyOf(forms));
      }
    }
    if (!matched.isEmpty()) {
      return matched;
    }
    for (var field : fields.entrySet()) {
      var tokens = highlighter.tokens(field.getValue());
      if (!tokens.isEmpty()) {
        matched.put(field.getKey(), List.copyOf(tokens));
      }
    }
    return matched;
  }
}
