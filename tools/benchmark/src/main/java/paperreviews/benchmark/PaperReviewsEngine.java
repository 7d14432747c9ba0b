package paperreviews.benchmark;

import java.util.List;
import java.util.Optional;
import paperreviews.benchmark.TestCollection.Document;
import paperreviews.editions.JapaneseReadings;
import paperreviews.model.Article;
import paperreviews.model.Bilingual;
import paperreviews.model.Catalogue;
import paperreviews.model.Concept;
import paperreviews.model.Keywords;
import paperreviews.model.Paper;
import paperreviews.model.Paper.SectionHeading;
import paperreviews.model.PaperSummary;
import paperreviews.search.SearchIndex;
import paperreviews.search.index.PackedIndex;
import paperreviews.search.query.SearchRequest;

/** The project's own search: built as the seeder builds it, asked as the function asks it. */
final class PaperReviewsEngine implements Engine {
  private static final SectionHeading SECTION =
      new SectionHeading("section", "article", 1, new Bilingual("", ""));

  private static final Article ARTICLE =
      new Article("article", new Bilingual("", ""), 2019, Optional.empty());

  private final SearchIndex index;

  PaperReviewsEngine(List<Document> documents, List<Concept> concepts) {
    var papers = documents.stream().map(PaperReviewsEngine::paper).toList();
    this(
        SearchIndex.open(
            PackedIndex.build(
                new Catalogue(List.of(ARTICLE), List.of(), papers, concepts),
                new JapaneseReadings())));
  }

  PaperReviewsEngine(SearchIndex index) {
    this.index = index;
  }

  private static Paper paper(Document document) {
    boolean japanese = document.text().codePoints().anyMatch(PaperReviewsEngine::isJapanese);
    return new Paper(
        PaperSummary.of(
            document.id(),
            document.title(),
            "https://localhost/" + document.id(),
            SECTION.id(),
            1,
            new Keywords(List.of(), List.of())),
        SECTION,
        japanese ? new Bilingual(document.text(), "") : new Bilingual("", document.text()),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isJapanese(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  @Override
  public String name() {
    return "Paper Reviews";
  }

  @Override
  public List<String> search(String query) {
    return index.find(SearchRequest.of(query, 10));
  }
}
