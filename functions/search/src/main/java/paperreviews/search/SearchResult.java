package paperreviews.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import paperreviews.model.Bilingual;
import paperreviews.model.Language;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;

/**
 * What a search found. Each list of counts leaves out what has none, and is not narrowed by its own
 * filter: it says what another choice would give.
 *
 * @param understood what was searched for
 * @param total how many papers match
 * @param hits the best of them, or the next after a place
 * @param sections how many papers match in each section, in the catalogue's order
 * @param articles how many papers match in each article, in the catalogue's order
 * @param keywords the keywords that most of the papers have, those of most papers first, at most
 *     {@value #MOST_KEYWORDS} of a language and the one that is filtered by
 * @param next the place to go on from, if there are more
 */
public record SearchResult(
    Understood understood,
    int total,
    List<Hit> hits,
    List<SectionCount> sections,
    List<ArticleCount> articles,
    List<KeywordCount> keywords,
    Optional<Search.Place> next) {
  /** How many keywords of a language are counted at most. */
  static final int MOST_KEYWORDS = 20;

  /**
   * A query as it was understood.
   *
   * @param words the words
   * @param phrases the phrases
   * @param excluded the words and phrases that a paper must not have
   * @param paperId the id of a paper that was pasted
   * @param matched whether the papers have all of the words, or any part of them
   * @param corrected the query with its typos put right, if it was searched for so
   * @param suspected the query with words exchanged that may be typos, if there are any
   */
  public record Understood(
      List<String> words,
      List<String> phrases,
      List<String> excluded,
      Optional<String> paperId,
      Matched matched,
      Optional<String> corrected,
      Optional<String> suspected) {}

  /** How much of a query the papers have. */
  public enum Matched {
    /** All words and phrases. */
    ALL,
    /**
     * All phrases, and any part of the words, since no paper has them all, or since they are four
     * or more: a description then, of which the best papers may lack a word.
     */
    ANY
  }

  /**
   * A paper that was found.
   *
   * @param id its id
   * @param score how well it matches; only good for comparing hits of one search by relevance
   * @param view makes what is shown of it, which takes longer than to find it
   */
  public record Hit(String id, float score, Function<Optional<Language>, View> view) {
    /** What is shown of it, its review in the language that matches best. */
    public View show() {
      return show(Optional.empty());
    }

    /**
     * What is shown of it.
     *
     * @param preferred the language for its review, unless only the other has a match
     */
    public View show(Optional<Language> preferred) {
      return view.apply(preferred);
    }
  }

  /**
   * What is shown of a hit.
   *
   * @param paper the paper
   * @param title its title, with what matched
   * @param review the part of its review that matches best
   * @param language the language of that review, {@code ja} or {@code en}
   * @param matched which of the words, phrases and their other forms stand in which field; fields
   *     with none are left out
   */
  public record View(
      PaperSummary paper,
      List<Part> title,
      List<Part> review,
      String language,
      Map<String, List<String>> matched) {}

  /**
   * How many papers of a section match.
   *
   * @param section the section
   * @param count how many, at least one
   */
  public record SectionCount(SectionHeading section, int count) {}

  /**
   * An article, as far as it is shown beside what it holds.
   *
   * @param id its id
   * @param title its title
   * @param year the year of publication of the papers that it reviews
   */
  public record ArticleHeading(String id, Bilingual title, int year) {}

  /**
   * How many papers of an article match.
   *
   * @param article the article
   * @param count how many, at least one
   */
  public record ArticleCount(ArticleHeading article, int count) {}

  /**
   * How many papers with a keyword match.
   *
   * @param keyword the keyword, as one of the papers has it
   * @param language {@code ja} or {@code en}
   * @param count how many, at least one
   */
  public record KeywordCount(String keyword, String language, int count) {}
}
