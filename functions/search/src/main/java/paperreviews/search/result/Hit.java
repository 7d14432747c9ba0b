package paperreviews.search.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import paperreviews.model.Bilingual;
import paperreviews.model.Language;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.index.CatalogueOutline.ArticleHeading;
import paperreviews.search.index.StoredPaper;
import paperreviews.search.query.QueryTerm.Rule;
import paperreviews.search.result.HighlightedText.Found;

/**
 * A paper that was found, as it is shown.
 *
 * @param paper the paper
 * @param section the section that reviews it
 * @param article the article of that section
 * @param score how well it matches; only good for comparing hits of one search by relevance
 * @param title its title, with what matched
 * @param excerpt the part of its review that matches best
 * @param language the language of that review
 * @param matched which of the words, phrases and their variants occur in which field; fields with
 *     none are left out
 * @param explanation which term matched by which rule in which field
 */
public record Hit(
    PaperSummary paper,
    SectionHeading section,
    ArticleHeading article,
    float score,
    List<TextPart> title,
    Excerpt excerpt,
    Language language,
    Map<String, List<String>> matched,
    List<Explanation> explanation) {

  /** Returns the part of the review that matches best. */
  public List<TextPart> review() {
    return excerpt.parts();
  }

  /**
   * Why a paper is a hit.
   *
   * @param field where something was found
   * @param term the term as it was asked for
   * @param matched what was found for it
   * @param rule why that matches
   */
  public record Explanation(String field, String term, String matched, Rule rule) {}

  /**
   * The hit of a paper.
   *
   * @param sectionTexts the texts of the section, which find its papers where nothing else does
   * @param preferred the language for the review, unless only the other has a match
   */
  public static Hit of(
      StoredPaper paper,
      SectionHeading section,
      Supplier<List<String>> sectionTexts,
      ArticleHeading article,
      float score,
      Highlighter highlighter,
      Optional<Language> preferred) {
    var summary = paper.summary();
    var language = language(paper.review(), highlighter, preferred);

    var keywords = new ArrayList<>(summary.keywords().ja());
    keywords.addAll(summary.keywords().en());
    var fields = new LinkedHashMap<String, List<String>>();
    fields.put("title", List.of(summary.title()));
    fields.put("keywords", keywords);
    fields.put("authors", summary.authors());
    fields.put("year", summary.year().map(String::valueOf).stream().toList());
    fields.put("venue", summary.venue().stream().toList());
    fields.put("section", List.of(section.title().ja(), section.title().en()));
    fields.put("review", List.of(paper.review().ja(), paper.review().en()));
    fields.put("links", paper.links());
    fields.put("id", List.of(summary.id()));
    var found = found(fields, highlighter::found);
    if (found.isEmpty()) {
      found = found(Map.of("section", sectionTexts.get()), highlighter::found);
    }
    if (found.isEmpty()) {
      found = found(fields, highlighter::parts);
    }
    return new Hit(
        summary,
        section,
        article,
        score,
        Snippet.whole(highlighter.highlight(summary.title())),
        Snippet.excerpt(highlighter.highlight(language.of(paper.review()))),
        language,
        matched(found),
        explanation(found));
  }

  /**
   * The language to show a review in. A preferred one gives way only where it has nothing to show:
   * no review, or none of the terms while the other has some. Without a preference, it is the
   * language that has more of the terms as they were asked for, or else in any variant; where the
   * two are even, the reviewers' own.
   */
  private static Language language(
      Bilingual review, Highlighter highlighter, Optional<Language> preferred) {
    var first = preferred.orElse(Language.JA);
    var second = first.other();
    if (first.of(review).isEmpty() || second.of(review).isEmpty()) {
      return first.of(review).isEmpty() && !second.of(review).isEmpty() ? second : first;
    }
    var here = highlighter.highlight(first.of(review));
    var there = highlighter.highlight(second.of(review));
    boolean moreThere =
        preferred.isPresent()
            ? here.count() == 0 && there.count() > 0
            : there.countExact() > here.countExact()
                || there.countExact() == here.countExact() && there.count() > here.count();
    return moreThere ? second : first;
  }

  /** What is found in each field; fields where nothing is found are left out. */
  private static Map<String, SequencedSet<Found>> found(
      Map<String, List<String>> fields, Function<List<String>, SequencedSet<Found>> finder) {
    var found = new LinkedHashMap<String, SequencedSet<Found>>();
    fields.forEach((field, texts) -> found.put(field, finder.apply(texts)));
    found.values().removeIf(SequencedSet::isEmpty);
    return found;
  }

  private static Map<String, List<String>> matched(Map<String, SequencedSet<Found>> found) {
    var matched = new LinkedHashMap<String, List<String>>();
    found.forEach(
        (field, here) -> matched.put(field, here.stream().map(Found::matched).distinct().toList()));
    return matched;
  }

  private static List<Explanation> explanation(Map<String, SequencedSet<Found>> found) {
    var explanation = new ArrayList<Explanation>();
    found.forEach(
        (field, here) -> {
          // A name that is written as it was asked for is a name of its concept, too.
          var exact =
              here.stream().filter(each -> each.rule() == Rule.EXACT).map(Found::matched).toList();
          here.stream()
              .filter(each -> each.rule() != Rule.CONCEPT || !exact.contains(each.matched()))
              .map(each -> new Explanation(field, each.term(), each.matched(), each.rule()))
              .forEach(explanation::add);
        });
    return explanation;
  }
}
