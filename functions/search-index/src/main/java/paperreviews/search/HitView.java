package paperreviews.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import paperreviews.catalogue.Paper.SectionHeading;
import paperreviews.search.SearchResult.View;

/** Makes what is shown of a hit: its highlights, and why it is one. */
final class HitView {
  private HitView() {}

  static View of(PaperDocument.Shown paper, SectionHeading section, Highlighter highlighter) {
    var summary = paper.summary();
    var title = highlighter.mark(summary.title());
    var japanese = highlighter.mark(paper.review().ja());
    var english = highlighter.mark(paper.review().en());
    // The language that has more of the words as they were asked for, or else in any form; where
    // the two are even, the reviewer's own.
    boolean inEnglish =
        paper.review().ja().isEmpty()
            || english.asked() > japanese.asked()
            || english.asked() == japanese.asked() && english.found() > japanese.found();

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
        Excerpt.whole(title),
        Excerpt.window(inEnglish ? english : japanese),
        inEnglish ? "en" : "ja",
        matched(fields, highlighter));
  }

  private static Map<String, List<String>> matched(
      Map<String, List<String>> fields, Highlighter highlighter) {
    var matched = keepNonEmpty(fields, highlighter::forms);
    return matched.isEmpty() ? keepNonEmpty(fields, highlighter::tokens) : matched;
  }

  private static Map<String, List<String>> keepNonEmpty(
      Map<String, List<String>> fields, Function<List<String>, Set<String>> found) {
    var kept = new LinkedHashMap<String, List<String>>();
    fields.forEach(
        (name, texts) -> {
          var forms = found.apply(texts);
          if (!forms.isEmpty()) {
            kept.put(name, List.copyOf(forms));
          }
        });
    return kept;
  }
}
